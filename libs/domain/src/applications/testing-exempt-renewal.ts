import { REVIEW_PATH } from '../workflow/review-path.js';
import { defineApplicationType } from './define-application-type.js';
import {
  asked,
  DELIVERY,
  EXEMPTION,
  PERSON_GROUPS,
  STATED_ITEMS,
  TESTING_NATURE,
  VISION,
} from './field-groups.js';
import { REVIEW_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, RENEWAL_SLOTS, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检测人员 免试换证: renewal by evidence instead of an exam (manual ch. 6, domain.md §7). */
export const TESTING_EXEMPT_RENEWAL = defineApplicationType({
  code: 'testing-exempt-renewal',
  version: 1,
  track: 'TESTING',
  registrationType: 'RENEW_EXEMPT',
  path: 'REVIEW',
  planChoice: 'BY_CANDIDATE',
  resits: [],
  ...asked([...PERSON_GROUPS, TESTING_NATURE, STATED_ITEMS, EXEMPTION, VISION, DELIVERY]),
  slots: [...IDENTITY_SLOTS, { ...UPLOAD, code: 'VISION' }, ...RENEWAL_SLOTS, SIGNED_FORM_SLOT],
  eligibility: [
    'AGE',
    'HOLDS_ITEM',
    'RENEWAL_WINDOW',
    'EXEMPTION_CONDITIONS',
    'EXEMPTION_NOT_REPEATED',
    'VISION',
    'NO_BAN',
    'NO_OPEN_APPLICATION',
    'NO_OPEN_CHANGE',
    'HOME_PROVINCE',
  ],
  workflow: REVIEW_PATH,
  forms: ['application-form'],
  notices: REVIEW_NOTICES,
});
