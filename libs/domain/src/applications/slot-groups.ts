import type { SlotDeclaration } from './application-type.js';

/** A material that must be there before submission. */
export const UPLOAD = { need: 'REQUIRED', asked: 'ALWAYS', phase: 'BEFORE_SUBMIT' } as const;

/** Asked of everybody (domain.md §8). */
export const IDENTITY_SLOTS: readonly SlotDeclaration[] = [
  { ...UPLOAD, code: 'ID_COPY' },
  { ...UPLOAD, code: 'PHOTO' },
];

/** What a renewal by review proves: the certificate, the work done with it, and training. */
export const RENEWAL_SLOTS: readonly SlotDeclaration[] = [
  { ...UPLOAD, code: 'HELD_CERT' },
  { ...UPLOAD, code: 'PERFORMANCE' },
  { ...UPLOAD, code: 'CPD' },
];

/** The result slip, where the result is not our own. */
export const LAST_RESULT_SLOT: SlotDeclaration = {
  ...UPLOAD,
  code: 'LAST_RESULT',
  asked: 'RESULT_FROM_ELSEWHERE',
};

/** Printed from what was submitted, signed, stamped and handed in afterwards (domain.md §23). */
export const SIGNED_FORM_SLOT: SlotDeclaration = {
  ...UPLOAD,
  code: 'FORM_SIGNED',
  phase: 'AFTER_SUBMIT',
};
