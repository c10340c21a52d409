import { codePoints } from '../texts/code-points.js';

/** Mobile phone of the mainland, 11 digits (domain.md §13). */
export function isMobilePhone(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}

/** A phone as typed, brought into one form: half-width digits, no blanks, hyphens or +86. */
export function normalisePhone(raw: string): string {
  const digits = raw.normalize('NFKC').replace(/[\s\-‐-―()]/g, '');
  return digits.replace(/^(?:\+|00)86/, '');
}

/** Something@domain.tld without blanks; the mail itself is the real test. */
export function isEmail(value: string): boolean {
  return value.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value);
}

/** Postcode, six digits. */
export function isPostcode(value: string): boolean {
  return /^\d{6}$/.test(value);
}

const MIN_NAME = 2;
const MAX_NAME = 50;

/** A name as typed: blanks around it gone, the many middle dots one `·`, inner blanks single. */
export function normaliseName(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[•‧∙・･⋅]/g, '·')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A person's name: Chinese characters of every plane with `·`, or Latin letters with blanks, hyphens
 * and apostrophes; 2 to 50 characters. Rare characters count as one (domain.md §13, §20).
 */
export function isPersonName(value: string): boolean {
  const { length } = codePoints(value);
  if (length < MIN_NAME || length > MAX_NAME) return false;
  return (
    /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u.test(value) ||
    /^\p{Script=Latin}[\p{Script=Latin}\p{M}' .’-]*$/u.test(value)
  );
}
