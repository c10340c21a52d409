import { EXAM_PATH } from '../workflow/exam-path.js';
import { defineApplicationType } from './define-application-type.js';
import {
  asked,
  DELIVERY,
  PERSON_GROUPS,
  STATED_ITEMS,
  TESTING_NATURE,
  VISION,
} from './field-groups.js';
import { EXAM_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检测人员 考试换证: renewal of a testing certificate by exam (manual ch. 6, domain.md §7). */
export const TESTING_EXAM_RENEWAL = defineApplicationType({
  code: 'testing-exam-renewal',
  version: 1,
  track: 'TESTING',
  registrationType: 'RENEW_EXAM',
  path: 'EXAM',
  planChoice: 'BY_CANDIDATE',
  resits: [],
  ...asked([...PERSON_GROUPS, TESTING_NATURE, STATED_ITEMS, VISION, DELIVERY]),
  slots: [
    ...IDENTITY_SLOTS,
    { ...UPLOAD, code: 'VISION' },
    { ...UPLOAD, code: 'HELD_CERT' },
    SIGNED_FORM_SLOT,
  ],
  eligibility: [
    'AGE',
    'HOLDS_ITEM',
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
