import { REVIEW_PATH } from '../workflow/review-path.js';
import { defineApplicationType } from './define-application-type.js';
import { asked, DELIVERY, INSPECTION_NATURE, PERSON_GROUPS, STATED_ITEMS } from './field-groups.js';
import { REVIEW_NOTICES } from './notice-groups.js';
import { IDENTITY_SLOTS, RENEWAL_SLOTS, SIGNED_FORM_SLOT, UPLOAD } from './slot-groups.js';

/** 检验人员 审核换证: renewal of an inspector's certificate by review (manual ch. 5, domain.md §7). */
export const INSPECTION_RENEWAL = defineApplicationType({
  code: 'inspection-renewal',
  version: 1,
  track: 'INSPECTION',
  registrationType: 'RENEW_REVIEW',
  path: 'REVIEW',
  planChoice: 'BY_CANDIDATE',
  resits: [],
  ...asked([...PERSON_GROUPS, INSPECTION_NATURE, STATED_ITEMS, DELIVERY]),
  slots: [...IDENTITY_SLOTS, ...RENEWAL_SLOTS, { ...UPLOAD, code: 'EMPLOY' }, SIGNED_FORM_SLOT],
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
