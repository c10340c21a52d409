import { localDateOf, type LocalDate } from '../dates/local-date.js';
import type { IdType, Sex } from '../dictionaries/dictionaries.js';
import type { TextKey } from '../texts/text.js';
import { fromFifteenDigits, hasValidCheckCharacter } from './check-digit.js';

/** What may be wrong with a typed document number; each has a text `problem.idNumber.<code>`. */
export const IdNumberFault = {
  EMPTY: 'EMPTY',
  SHAPE: 'SHAPE',
  FIFTEEN_DIGITS: 'FIFTEEN_DIGITS',
  CHECK_DIGIT: 'CHECK_DIGIT',
  BIRTH_DATE: 'BIRTH_DATE',
  BIRTH_DATE_FUTURE: 'BIRTH_DATE_FUTURE',
  REGION: 'REGION',
} as const;
export type IdNumberFault = keyof typeof IdNumberFault;

/**
 * A checked number in its stored form. Birth date, sex and region are null for documents that do
 * not carry them; the person then states them.
 */
export interface IdNumberAccepted {
  readonly ok: true;
  readonly canonical: string;
  readonly birthDate: LocalDate | null;
  readonly sex: Sex | null;
  /** The six (new foreign permanent resident card: two) digits of the issuing region. */
  readonly region: string | null;
}

/** A refused number. `suggestion` is the 18-character form of an old number, when it has one. */
export interface IdNumberRefused {
  readonly ok: false;
  readonly code: IdNumberFault;
  readonly messageKey: TextKey;
  readonly suggestion: string | null;
}

export type IdNumberCheck = IdNumberAccepted | IdNumberRefused;

/**
 * A document number as typed, brought into one form: full-width characters to half-width, blanks,
 * hyphens and dots removed, letters in upper case. Idempotent.
 */
export function normaliseIdNumber(raw: string): string {
  return (
    raw
      .normalize('NFKC')
      .replace(/[\s\-‐-―·.]/g, '')
      .toUpperCase()
      // Capitals of letters with two accents come apart; put together again, they stay as they are.
      .normalize('NFKC')
  );
}

function refused(code: IdNumberFault, suggestion: string | null = null): IdNumberRefused {
  return { ok: false, code, messageKey: `problem.idNumber.${code}`, suggestion };
}

function accepted(canonical: string): IdNumberAccepted {
  return { ok: true, canonical, birthDate: null, sex: null, region: null };
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(
    ' ',
  ),
);
const HMT_REGIONS = new Set(['810000', '820000', '830000']);

/** Reads the 18-character form all mainland-type documents share. */
function eighteen(number: string, region: string, today: LocalDate): IdNumberCheck {
  if (!hasValidCheckCharacter(number)) return refused('CHECK_DIGIT');
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const birthDate = localDateOf(Number(year), Number(month), Number(day));
  if (birthDate === null) return refused('BIRTH_DATE');
  if (birthDate > today) return refused('BIRTH_DATE_FUTURE');
  const sex: Sex = Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { ok: true, canonical: number, birthDate, sex, region };
}

type Check = (number: string, today: LocalDate) => IdNumberCheck;

const EIGHTEEN = /^\d{17}[\dX]$/;

function oldNumber(number: string, today: LocalDate): IdNumberRefused {
  const longer = fromFifteenDigits(number);
  const check = residentId(longer, today);
  return refused('FIFTEEN_DIGITS', check.ok ? check.canonical : null);
}

function residentId(number: string, today: LocalDate): IdNumberCheck {
  if (/^\d{15}$/.test(number)) return oldNumber(number, today);
  if (!EIGHTEEN.test(number)) return refused('SHAPE');
  if (!PROVINCES.has(number.slice(0, 2))) return refused('REGION');
  return eighteen(number, number.slice(0, 6), today);
}

const hmtResidencePermit: Check = (number, today) => {
  if (!EIGHTEEN.test(number)) return refused('SHAPE');
  const region = number.slice(0, 6);
  return HMT_REGIONS.has(region) ? eighteen(number, region, today) : refused('REGION');
};

const foreignPermanentResident: Check = (number, today) => {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return accepted(number);
  if (!/^9\d{16}[\dX]$/.test(number)) return refused('SHAPE');
  return eighteen(number, number.slice(1, 3), today);
};

const shaped =
  (shape: RegExp): Check =>
  (number) =>
    shape.test(number) ? accepted(number) : refused('SHAPE');

const CHECKS: Readonly<Record<IdType, Check>> = {
  RESIDENT_ID: residentId,
  HMT_RESIDENCE_PERMIT: hmtResidencePermit,
  HM_TRAVEL_PERMIT: shaped(/^[HM]\d{8}(\d{2})?$/),
  TW_TRAVEL_PERMIT: shaped(/^\d{8}(\d{2})?$/),
  FOREIGN_PERMANENT_RESIDENT: foreignPermanentResident,
  PASSPORT: shaped(/^[A-Z0-9]{5,20}$/),
  MILITARY_ID: shaped(/^[\p{Script=Han}A-Z0-9]{4,20}$/u),
};

/** Chinese passports are E, G, D, S or P with eight characters; others 5 to 20 letters and digits. */
const CHINESE_PASSPORT = /^[EGDSP][A-Z0-9]\d{7}$/;

/**
 * Checks a document number as typed (domain.md §14). `today` is the day in Shanghai; `country` the
 * ISO 3166 alpha-3 code of the state that issued a passport.
 */
export function checkIdNumber(
  type: IdType,
  raw: string,
  today: LocalDate,
  country?: string,
): IdNumberCheck {
  const number = normaliseIdNumber(raw);
  if (number === '') return refused('EMPTY');
  if (type === 'PASSPORT' && country === 'CHN' && !CHINESE_PASSPORT.test(number)) {
    return refused('SHAPE');
  }
  return CHECKS[type](number, today);
}

/** Digits at the end of a travel permit that count its reissues and do not belong to the person. */
const PERSONAL_LENGTH: Partial<Record<IdType, number>> = {
  HM_TRAVEL_PERMIT: 9,
  TW_TRAVEL_PERMIT: 8,
};

/**
 * The key under which a number is unique: `TYPE:NUMBER`, a passport also by issuing country.
 * Reissue digits of travel permits do not make another person (domain.md §14).
 * Throws for a passport without a country.
 */
export function canonicalIdKey(type: IdType, number: string, country?: string): string {
  const canonical = normaliseIdNumber(number).slice(0, PERSONAL_LENGTH[type]);
  if (type !== 'PASSPORT') return `${type}:${canonical}`;
  if (country === undefined || country === '') throw new Error('A passport needs its country');
  return `${type}:${country.toUpperCase()}:${canonical}`;
}

/** Whether the document's number tells birth date and sex, so that the person is not asked. */
export function carriesBirthDate(type: IdType, number: string): boolean {
  const isForeignCard = type === 'FOREIGN_PERMANENT_RESIDENT';
  if (isForeignCard) return normaliseIdNumber(number).length === 18;
  return type === 'RESIDENT_ID' || type === 'HMT_RESIDENCE_PERMIT';
}
