import { EXAM_PATH } from '../workflow/exam-path.js';
import { defineApplicationType } from './define-application-type.js';
import {
  asked,
  DELIVERY,
  PERSON_GROUPS,
  RESIT,
  STATED_ITEMS,
  TESTING_NATURE,
  VISION,
} from './field-groups.js';
import { EXAM_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, LAST_RESULT_SLOT, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检测人员 换证补考: the failed subjects of a renewal exam again (manual ch. 6, domain.md §7). */
export const TESTING_RENEWAL_RESIT = defineApplicationType({
  code: 'testing-renewal-resit',
  version: 1,
  track: 'TESTING',
  registrationType: 'RENEW_RESIT',
  path: 'EXAM',
  planChoice: 'BY_CANDIDATE',
  resits: ['RENEW_EXAM', 'RENEW_RESIT'],
  ...asked([...PERSON_GROUPS, RESIT, TESTING_NATURE, STATED_ITEMS, VISION, DELIVERY]),
  slots: [
    ...IDENTITY_SLOTS,
    { ...UPLOAD, code: 'VISION' },
    { ...UPLOAD, code: 'HELD_CERT' },
    LAST_RESULT_SLOT,
    SIGNED_FORM_SLOT,
  ],
  eligibility: [
    'AGE',
    'HOLDS_ITEM',
    'RESIT_OPEN',
    'RENEWAL_EXAM_WINDOW',
    'VISION',
    'NO_BAN',
    'NO_OPEN_APPLICATION',
    'NO_OPEN_CHANGE',
    'HOME_PROVINCE',
  ],
  workflow: EXAM_PATH,
  forms: ['application-form'],
  notices: EXAM_NOTICES,
});
