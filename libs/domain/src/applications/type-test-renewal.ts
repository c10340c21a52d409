import { REVIEW_PATH } from '../workflow/review-path.js';
import { defineApplicationType } from './define-application-type.js';
import { asked, DELIVERY, PERSON_GROUPS, STATED_CERTIFICATE } from './field-groups.js';
import { REVIEW_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, RENEWAL_SLOTS, SIGNED_FORM_SLOT } from './slot-groups.js';

/** 型式试验人员 审核换证: renewal of a type tester's certificate by review (manual ch. 7, domain.md §7). */
export const TYPE_TEST_RENEWAL = defineApplicationType({
  code: 'type-test-renewal',
  version: 1,
  track: 'TYPE_TEST',
  registrationType: 'RENEW_REVIEW',
  path: 'REVIEW',
  planChoice: 'BY_CANDIDATE',
  resits: [],
  ...asked([...PERSON_GROUPS, STATED_CERTIFICATE, DELIVERY]),
  slots: [...IDENTITY_SLOTS, ...RENEWAL_SLOTS, SIGNED_FORM_SLOT],
  eligibility: [
    'AGE',
    'HOLDS_ITEM',
    'RENEWAL_WINDOW',
    'NO_BAN',
    'NO_OPEN_APPLICATION',
    'NO_OPEN_CHANGE',
    'HOME_PROVINCE',
  ],
  workflow: REVIEW_PATH,
  forms: ['application-form'],
  notices: REVIEW_NOTICES,
});
