import { localDateOf, type LocalDate } from './local-date.js';

const SPELLINGS: readonly RegExp[] = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
];

/**
 * Reads a date as people type it: 2020-03-27, 20200327, 2020/3/27, 2020.3.27, 2020年3月27日,
 * full-width digits and blanks included. Null when it is not a date (experience.md §2).
 */
export function parseTypedDate(raw: string): LocalDate | null {
  const typed = raw.normalize('NFKC').replace(/\s+/g, '');
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(typed);
    if (match) return localDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return null;
}
