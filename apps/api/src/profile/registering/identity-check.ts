import {
  carriesBirthDate,
  checkIdNumber,
  isCountryCode,
  isDictionaryCode,
  isPersonName,
  normaliseName,
  type IdNumberCheck,
  type IdType,
  type LocalDate,
  type Sex,
} from '@kaopu/domain';
import type { Wrong } from '../profile-texts.js';
import { FormReader } from '../person/person-check.js';
import type { RegisterInput } from './registration.inputs.js';

/** Cards nobody registers with by default (domain.md §14). */
const TURNED_OFF: ReadonlySet<IdType> = new Set(['MILITARY_ID']);

export interface Identity {
  readonly idType: IdType;
  readonly idNumber: string;
  readonly idCountry: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
}

const isSex = (value: unknown): value is Sex => isDictionaryCode('sex', value);

/** What a person states when the document does not tell it. */
interface Stated {
  readonly sex: Sex | null;
  readonly birthDate: LocalDate | null;
}

/**
 * Reads the document and name of a registration. Birth date and sex come from the number where it
 * carries them; what was typed beside it is then not looked at (domain.md §13).
 *
 * @returns the identity, or what is wrong with it.
 */
export function readIdentity(
  input: RegisterInput,
  today: LocalDate,
): { identity: Identity; wrongs: [] } | { identity: null; wrongs: Wrong[] } {
  const form = new FormReader();
  const { idType } = input;
  if (TURNED_OFF.has(idType)) form.wrong('idType', 'problem.choice');
  const idCountry = readCountry(form, input);
  const name = readName(form, input.name);
  const number = checkIdNumber(idType, input.idNumber, today, idCountry ?? undefined);
  if (!number.ok) form.wrong('idNumber', number.messageKey);
  const { sex, birthDate } = carriesBirthDate(idType, input.idNumber)
    ? carried(number)
    : readStated(form, input, today);
  if (form.wrongs.length > 0 || !number.ok || !sex || !birthDate) {
    return { identity: null, wrongs: form.wrongs };
  }
  return {
    identity: { idType, idNumber: number.canonical, idCountry, name, sex, birthDate },
    wrongs: [],
  };
}

/** Null for every document but a passport. */
function readCountry(form: FormReader, { idType, idCountry }: RegisterInput): string | null {
  if (idType !== 'PASSPORT') return null;
  const country = (idCountry ?? '').toUpperCase();
  if (!isCountryCode(country)) form.wrong('idCountry', 'problem.idNumber.COUNTRY');
  return country;
}

function readName(form: FormReader, typed: string): string {
  const name = normaliseName(typed);
  if (name === '') form.wrong('name', 'problem.required');
  else if (!isPersonName(name)) form.wrong('name', 'problem.name');
  return name;
}

const carried = (number: IdNumberCheck): Stated =>
  number.ok ? number : { sex: null, birthDate: null };

function readStated(form: FormReader, { sex, birthDate }: RegisterInput, today: LocalDate): Stated {
  const known = isSex(sex) ? sex : null;
  if (!known) form.wrong('sex', sex ? 'problem.choice' : 'problem.required');
  if (!birthDate) form.wrong('birthDate', 'problem.required');
  else if (birthDate > today) form.wrong('birthDate', 'problem.dateFuture');
  return { sex: known, birthDate: birthDate ?? null };
}
