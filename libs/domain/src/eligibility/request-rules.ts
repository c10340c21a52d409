import type { RegisteredStatus } from '../certificates/standing.js';
import type { LocalDate } from '../dates/local-date.js';
import type { TextKey, TextParams } from '../texts/text.js';

/** The certificate a request is about, as far as the rules read it. */
export interface CertificateFacts {
  /** What the register says, whatever the day. */
  readonly status: RegisteredStatus;
  /** The last day of the item that lasts longest. */
  readonly validTo: LocalDate;
}

/** A reissue or change of a certificate that is still under way. */
export interface OpenRequest {
  /** Code of its application type. */
  readonly type: string;
  /** Its number, known from the start. */
  readonly number: string;
}

/** Why a rule says no, with what can be done about it. */
export interface RequestObjection {
  readonly messageKey: TextKey;
  readonly remedyKey: TextKey;
  readonly params: TextParams;
}

/** A certificate that no longer counts cannot be printed anew (domain.md §11). */
export function notInForce(
  certificate: CertificateFacts | null,
  today: LocalDate,
): RequestObjection | null {
  const base = 'eligibility.CERTIFICATE_IN_FORCE';
  if (certificate?.status !== 'VALID') {
    return { messageKey: `${base}.no`, remedyKey: `${base}.no.remedy`, params: {} };
  }
  if (certificate.validTo >= today) return null;
  const params = { date: certificate.validTo };
  return { messageKey: `${base}.expired`, remedyKey: `${base}.expired.remedy`, params };
}

/** One reissue or change of a certificate at a time; says which one is open. */
export function openRequestObjection(requests: readonly OpenRequest[]): RequestObjection | null {
  const [open] = requests;
  if (open === undefined) return null;
  return {
    messageKey: 'eligibility.NO_OPEN_REQUEST.no',
    remedyKey: 'eligibility.NO_OPEN_REQUEST.no.remedy',
    params: { type: { key: `applicationType.${open.type}.name` }, number: open.number },
  };
}

/** While a change is open, renewal of that certificate waits (domain.md §11). */
export function openChangeObjection(requests: readonly OpenRequest[]): RequestObjection | null {
  const open = requests.find(({ type }) => type === 'certificate-change');
  if (open === undefined) return null;
  return {
    messageKey: 'eligibility.NO_OPEN_CHANGE.no',
    remedyKey: 'eligibility.NO_OPEN_CHANGE.no.remedy',
    params: { number: open.number },
  };
}
