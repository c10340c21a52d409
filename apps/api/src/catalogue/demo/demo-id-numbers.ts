import { checkIdNumber, type IdType } from '@kaopu/domain';
import { DEMO_BASE_DAY } from './demo-plans.js';

const CHECK_CHARACTERS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'];

/**
 * An 18-digit number that passes the check but belongs to nobody: no real number has the sequence
 * 000 (domain.md §14). Its 17th digit is even, so its owner is a woman.
 *
 * @param prefix six digits: the area, or 9 + province + country for a foreign permanent resident.
 * @param birthDate `YYYY-MM-DD`
 */
export function demoIdNumber(type: IdType, prefix: string, birthDate: string): string {
  const body = `${prefix}${birthDate.replaceAll('-', '')}000`;
  const check = CHECK_CHARACTERS.find(
    (character) => checkIdNumber(type, body + character, DEMO_BASE_DAY).ok,
  );
  if (check === undefined) throw new Error(`${body} cannot be completed to a ${type} number`);
  return body + check;
}
