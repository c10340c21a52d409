import { EXAM_PATH } from '../workflow/exam-path.js';
import { defineApplicationType } from './define-application-type.js';
import {
  asked,
  DELIVERY,
  PERSON_GROUPS,
  REGISTERED_ITEMS,
  RESIT,
  TESTING_NATURE,
  VISION,
} from './field-groups.js';
import { EXAM_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, LAST_RESULT_SLOT, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检测人员 取证补考: the failed subjects of an initial exam again (manual ch. 6, domain.md §7). */
export const TESTING_INITIAL_RESIT = defineApplicationType({
  code: 'testing-initial-resit',
  version: 1,
  track: 'TESTING',
  registrationType: 'INITIAL_RESIT',
  path: 'EXAM',
  planChoice: 'BY_CANDIDATE',
  resits: ['INITIAL', 'INITIAL_RESIT'],
  ...asked([...PERSON_GROUPS, REGISTERED_ITEMS, RESIT, TESTING_NATURE, VISION, DELIVERY]),
  slots: [...IDENTITY_SLOTS, { ...UPLOAD, code: 'VISION' }, LAST_RESULT_SLOT, SIGNED_FORM_SLOT],
  eligibility: [
    'AGE',
    'RESIT_OPEN',
    'VISION',
    'NOT_ALREADY_HELD',
    'NO_BAN',
    'NO_OPEN_APPLICATION',
    'HOME_PROVINCE',
  ],
  workflow: EXAM_PATH,
  forms: ['application-form'],
  notices: EXAM_NOTICES,
});
