import { CERTIFICATE_PATH } from '../workflow/certificate-path.js';
import { defineApplicationType } from './define-application-type.js';
import { REQUEST_FIELDS, REQUEST_SECTIONS, requestNotices } from './request-parts.js';

const ANSWER = { source: 'ANSWER', asked: 'ALWAYS', printed: true, required: true } as const;
const UPLOAD = { need: 'REQUIRED', asked: 'ALWAYS', phase: 'BEFORE_SUBMIT' } as const;

/** 证书补发: another print of a lost or damaged certificate (manual ch. 8, domain.md §11). */
export const CERTIFICATE_REISSUE = defineApplicationType({
  code: 'certificate-reissue',
  version: 1,
  track: null,
  registrationType: 'REISSUE',
  path: 'REVIEW',
  planChoice: 'NONE',
  resits: [],
  fields: [
    { ...ANSWER, id: 'reissueReason', kind: 'choice', dictionary: 'reissueReason' },
    { ...ANSWER, id: 'reissueStatement', kind: 'multiline', maxLength: 500 },
    ...REQUEST_FIELDS,
  ],
  sections: [{ id: 'reissue', fields: ['reissueReason', 'reissueStatement'] }, ...REQUEST_SECTIONS],
  slots: [
    { ...UPLOAD, code: 'LOSS_STATEMENT' },
    { ...UPLOAD, code: 'REISSUE_FORM' },
  ],
  eligibility: ['CERTIFICATE_IN_FORCE', 'NO_OPEN_REQUEST'],
  workflow: CERTIFICATE_PATH,
  forms: ['reissue-form'],
  notices: requestNotices('REISSUE_APPROVED'),
});
