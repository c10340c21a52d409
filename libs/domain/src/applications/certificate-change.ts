import { CERTIFICATE_PATH } from '../workflow/certificate-path.js';
import { defineApplicationType } from './define-application-type.js';
import { REQUEST_FIELDS, REQUEST_SECTIONS, requestNotices } from './request-parts.js';

const ANSWER = { source: 'ANSWER', asked: 'ALWAYS', printed: true, required: false } as const;
const UPLOAD = { need: 'REQUIRED', asked: 'ALWAYS', phase: 'BEFORE_SUBMIT' } as const;

/**
 * 证书信息变更: wrong or outdated data of a certificate put right (manual ch. 9, domain.md §11). Each
 * `new…` field stands beside the value on the certificate and counts only when it differs
 * (`touchedRows`); the printed form shows both.
 */
export const CERTIFICATE_CHANGE = defineApplicationType({
  code: 'certificate-change',
  version: 1,
  track: null,
  registrationType: 'CHANGE',
  path: 'REVIEW',
  planChoice: 'NONE',
  resits: [],
  fields: [
    { ...ANSWER, id: 'newName', kind: 'text', maxLength: 50 },
    { ...ANSWER, id: 'newSex', kind: 'choice', dictionary: 'sex' },
    { ...ANSWER, id: 'newIdNumber', kind: 'idNumber', maxLength: 30 },
    { ...ANSWER, id: 'newEmployer', kind: 'text', maxLength: 100 },
    { ...ANSWER, id: 'newFirstIssueDates', kind: 'itemDates' },
    { ...ANSWER, id: 'changeReason', kind: 'multiline', required: true, maxLength: 500 },
    ...REQUEST_FIELDS,
  ],
  sections: [
    {
      id: 'change',
      fields: [
        'newName',
        'newSex',
        'newIdNumber',
        'newEmployer',
        'newFirstIssueDates',
        'changeReason',
      ],
    },
    ...REQUEST_SECTIONS,
  ],
  slots: [
    { ...UPLOAD, code: 'CHANGE_PROOF' },
    { ...UPLOAD, code: 'CHANGE_FORM' },
  ],
  eligibility: ['CERTIFICATE_IN_FORCE', 'NO_OPEN_REQUEST'],
  workflow: CERTIFICATE_PATH,
  forms: ['change-form'],
  notices: requestNotices('CHANGE_APPROVED'),
});
