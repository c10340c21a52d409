/**
 * Notices nobody may switch off: they set or end a deadline, decide about a right, or warn of
 * somebody else at the account (experience.md §3.8: opt-outs except security and deadline messages).
 */
const ESSENTIAL: ReadonlySet<string> = new Set([
  'RETURNED',
  'EXPIRED',
  'APPROVED',
  'REISSUE_APPROVED',
  'CHANGE_APPROVED',
  'REJECTED',
  'CERTIFICATE_SUSPENDED',
  'CERTIFICATE_REINSTATED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_CANCELLED',
  'PASSWORD_CHANGED',
  'PHONE_CHANGED',
]);

/** True for a notice that reaches its person whatever they switched off. */
export const isEssentialNotice = (template: string): boolean => ESSENTIAL.has(template);
