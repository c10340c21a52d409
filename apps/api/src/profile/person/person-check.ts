import {
  type DICTIONARIES,
  isEmail,
  isPostcode,
  dictionaryCodes,
  type DictionaryCode,
  type LocalDate,
} from '@kaopu/domain';
import type { Wrong } from '../profile-texts.js';
import type { PersonInput } from './person.inputs.js';
import type { PersonDetails } from './person-snapshot.js';

const NAME_LENGTH = 100;
const ADDRESS_LENGTH = 200;
const CATALOGUE_LENGTH = 8;
const CODE_LENGTH = 40;
const MAX_WORK_YEARS = 60;

type CodeOf<D extends DictionaryCode> = (typeof DICTIONARIES)[D][number];

/** Control characters and halves of characters, which no form can hold. */
const isPlainText = (value: string): boolean => value.isWellFormed() && !/\p{Cc}/u.test(value);

/** Collects what is wrong with the fields of a form while it is read. */
export class FormReader {
  readonly wrongs: Wrong[] = [];

  constructor(private readonly prefix = '') {}

  wrong(field: string, key: string, params?: Wrong['params']): void {
    this.wrongs.push({ path: this.prefix + field, key, ...(params && { params }) });
  }

  required(field: string, raw: string, max: number): string {
    const value = this.optional(field, raw, max);
    if (value === null) this.wrong(field, 'problem.required');
    return value ?? '';
  }

  /** Null for a field left empty. */
  optional(field: string, raw: string | null | undefined, max: number): string | null {
    const value = (raw ?? '').normalize('NFC').trim();
    if (value === '') return null;
    if (!isPlainText(value)) this.wrong(field, 'problem.text');
    else if (Array.from(value).length > max) this.wrong(field, 'problem.maxLength', { max });
    return value;
  }

  choice<D extends DictionaryCode>(field: string, dictionary: D, raw: string): CodeOf<D> {
    const value = raw.trim();
    if (value === '') this.wrong(field, 'problem.required');
    else if (!dictionaryCodes(dictionary).includes(value)) this.wrong(field, 'problem.choice');
    return value as CodeOf<D>;
  }

  optionalChoice<D extends DictionaryCode>(
    field: string,
    dictionary: D,
    raw: string | null | undefined,
  ): CodeOf<D> | null {
    return raw ? this.choice(field, dictionary, raw) : null;
  }

  pastDate(field: string, value: LocalDate, today: LocalDate): LocalDate {
    if (value > today) this.wrong(field, 'problem.dateFuture');
    return value;
  }
}

/**
 * Reads what a candidate says about themselves (domain.md §13), normalised.
 * The division's existence is not asked here, as that needs the catalogue.
 */
export function readPerson(
  input: PersonInput,
  today: LocalDate,
): { person: PersonDetails; wrongs: Wrong[] } {
  const form = new FormReader('person.');
  const person: PersonDetails = {
    ...readEducation(form, input, today),
    employer: form.required('employer', input.employer, NAME_LENGTH),
    employerType: form.optionalChoice('employerType', 'employerType', input.employerType),
    employerAddress: form.optional('employerAddress', input.employerAddress, ADDRESS_LENGTH),
    divisionCode: input.divisionCode.trim(),
    ...readContact(form, input),
    workYears: input.workYears,
  };
  if (person.divisionCode === '') form.wrong('divisionCode', 'problem.required');
  if (person.workYears < 0 || person.workYears > MAX_WORK_YEARS) {
    form.wrong('workYears', 'problem.integer', { min: 0, max: MAX_WORK_YEARS });
  }
  return { person, wrongs: form.wrongs };
}

function readEducation(form: FormReader, input: PersonInput, today: LocalDate) {
  const majorCatalogue = form.optional('majorCatalogue', input.majorCatalogue, CATALOGUE_LENGTH);
  const majorCode = form.optional('majorCode', input.majorCode, CODE_LENGTH);
  if ((majorCatalogue === null) !== (majorCode === null)) form.wrong('majorCode', 'problem.choice');
  return {
    education: form.choice('education', 'education', input.education),
    degree: form.optionalChoice('degree', 'degree', input.degree),
    school: form.required('school', input.school, NAME_LENGTH),
    graduationDate: form.pastDate('graduationDate', input.graduationDate, today),
    majorType: form.choice('majorType', 'majorType', input.majorType),
    major: form.required('major', input.major, NAME_LENGTH),
    majorCatalogue,
    majorCode,
    title: form.optionalChoice('title', 'title', input.title),
  };
}

function readContact(form: FormReader, input: PersonInput) {
  const postcode = input.postcode?.normalize('NFKC').trim() ?? '';
  if (postcode !== '' && !isPostcode(postcode)) form.wrong('postcode', 'problem.postcode');
  const email = input.email?.normalize('NFKC').trim() ?? '';
  if (email !== '' && !isEmail(email)) form.wrong('email', 'problem.email');
  return {
    postalAddress: form.required('postalAddress', input.postalAddress, ADDRESS_LENGTH),
    postcode: postcode || null,
    email: email || null,
  };
}
