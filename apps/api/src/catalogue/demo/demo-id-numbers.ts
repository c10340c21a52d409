const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/**
 * An 18-digit number that satisfies GB 11643 but belongs to nobody: no real number has the
 * sequence 000 (domain.md §14). Its 17th digit is even, so its owner is a woman.
 *
 * @param prefix six digits: the area, or 9 + province + country for a foreign permanent resident.
 * @param birthDate `YYYY-MM-DD`
 */
export function demoIdNumber(prefix: string, birthDate: string): string {
  const body = `${prefix}${birthDate.replaceAll('-', '')}000`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + CHECK_DIGITS.charAt(sum % 11);
}
