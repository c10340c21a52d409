import { normaliseName } from '@kaopu/domain';

/** The person a certificate names, as they were when it was applied for; never changed afterwards. */
export interface Holder {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly employer: string;
}

/** One spelling of a name for comparing: width, middle dots, blanks and letter case do not matter. */
export function canonicalName(name: string): string {
  return normaliseName(name.normalize('NFKC')).toUpperCase();
}

/** One spelling of a certificate number for comparing. */
export function canonicalCertificateNo(number: string): string {
  return number.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
