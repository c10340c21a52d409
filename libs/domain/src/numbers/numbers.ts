import type { LocalDate } from '../dates/local-date.js';

/** The form of an application number (申请编号). */
const APPLICATION_NUMBER = /^(\d{4})(0[1-9]|1[0-2])-(\d{6})$/;
const MAX_SEQUENCE = 999_999;

/** `YYYYMM-NNNNNN`: the month of the first submission in Shanghai, and the sequence within it. */
export function applicationNumber(submittedOn: LocalDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > MAX_SEQUENCE) {
    throw new RangeError(`No application number for sequence ${sequence}`);
  }
  const month = submittedOn.slice(0, 7).replace('-', '');
  return `${month}-${String(sequence).padStart(6, '0')}`;
}

/** True for a well-formed application number. */
export function isApplicationNumber(value: string): boolean {
  return APPLICATION_NUMBER.test(value);
}

/** The values a certificate number template may use. `sequence` counts within the authority and year. */
export interface CertificateNumberValues {
  readonly authority: string;
  readonly track: string;
  readonly itemCode: string;
  readonly issuedOn: LocalDate;
  readonly sequence: number;
}

/**
 * A certificate number from an authority's template. Places: `{YYYY}` `{YY}` `{MM}` `{AUTHORITY}`
 * `{TRACK}` `{ITEM}` and `{SEQ:n}` (n digits, zeros in front). Throws on an unknown place and on a
 * sequence that has outgrown its digits: a number is never shortened, two certificates never share one.
 */
export function certificateNumber(template: string, values: CertificateNumberValues): string {
  const { issuedOn, authority, track, itemCode, sequence } = values;
  const places: Readonly<Record<string, string>> = {
    YYYY: issuedOn.slice(0, 4),
    YY: issuedOn.slice(2, 4),
    MM: issuedOn.slice(5, 7),
    AUTHORITY: authority,
    TRACK: track,
    ITEM: itemCode,
  };
  return template.replace(/\{([^}]*)\}/g, (_match, place: string) => {
    const digits = /^SEQ:([1-9])$/.exec(place)?.[1];
    if (digits !== undefined) return sequenceText(sequence, Number(digits));
    const value = Object.hasOwn(places, place) ? places[place] : undefined;
    if (value === undefined) throw new Error(`Unknown place {${place}} in a certificate number`);
    return value;
  });
}

function sequenceText(sequence: number, digits: number): string {
  const text = String(sequence);
  if (!Number.isInteger(sequence) || sequence < 1 || text.length > digits) {
    throw new RangeError(`Sequence ${sequence} does not fit ${digits} digits`);
  }
  return text.padStart(digits, '0');
}
