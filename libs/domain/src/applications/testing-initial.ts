import { EXAM_PATH } from '../workflow/exam-path.js';
import { defineApplicationType } from './define-application-type.js';
import {
  asked,
  DELIVERY,
  LOWER_CERTIFICATE,
  PERSON_GROUPS,
  REGISTERED_ITEMS,
  TESTING_NATURE,
  VISION,
  WORK,
} from './field-groups.js';
import { EXAM_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检测人员 取证考试: first certificate of testing personnel by exam (manual ch. 6, domain.md §7). */
export const TESTING_INITIAL = defineApplicationType({
  code: 'testing-initial',
  version: 1,
  track: 'TESTING',
  registrationType: 'INITIAL',
  path: 'EXAM',
  planChoice: 'BY_CANDIDATE',
  resits: [],
  ...asked([
    ...PERSON_GROUPS,
    REGISTERED_ITEMS,
    TESTING_NATURE,
    WORK,
    VISION,
    LOWER_CERTIFICATE,
    DELIVERY,
  ]),
  slots: [
    ...IDENTITY_SLOTS,
    { ...UPLOAD, code: 'DIPLOMA' },
    { ...UPLOAD, code: 'EDU_REPORT', need: 'OPTIONAL' },
    { ...UPLOAD, code: 'WORK_PROOF' },
    { ...UPLOAD, code: 'VISION' },
    { ...UPLOAD, code: 'LOWER_CERT', asked: 'LOWER_CERTIFICATE_NEEDED' },
    SIGNED_FORM_SLOT,
  ],
  eligibility: [
    'AGE',
    'EDUCATION',
    'WORK_YEARS',
    'LOWER_LEVEL',
    'BASE_METHOD',
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
