import { type SchemaPath, validate } from '@angular/forms/signals';
import { isEmail, isPostcode, type LocalDate } from '@kaopu/domain';

import { filled } from '../requests/filled.js';

/** A working life; more is a typing error. */
const MOST_WORK_YEARS = 60;

type TextPaths<Name extends string> = Readonly<Record<Name, SchemaPath<string>>>;

/** The domain's own words, so that page and server say the same. */
type Words = (key: string) => string;

/** What somebody types as a number, in plain digits. */
export function halfWidth(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}

/** The first two digits of a division's code name its province. */
export function provinceOf(divisionCode: string): string {
  return divisionCode === '' ? '' : `${divisionCode.slice(0, 2)}0000`;
}

export function employerRules(
  path: TextPaths<'employer' | 'employerType' | 'province' | 'divisionCode'>,
): void {
  filled(path.employer, 'person.error.employer');
  filled(path.employerType, 'person.error.employerType');
  filled(path.province, 'person.error.province');
  validate(path.divisionCode, ({ value, valueOf }) =>
    value() === '' && valueOf(path.province) !== ''
      ? { kind: 'required', message: 'person.error.city' }
      : undefined,
  );
}

export function contactRules(
  path: TextPaths<'email' | 'postalAddress' | 'postcode'>,
  words: Words,
): void {
  validate(path.email, ({ value }) => {
    const email = value().trim();
    return email === '' || isEmail(email)
      ? undefined
      : { kind: 'email', message: words('problem.email') };
  });
  filled(path.postalAddress, 'person.error.postalAddress');
  validate(path.postcode, ({ value }) => {
    const postcode = halfWidth(value());
    return postcode === '' || isPostcode(postcode)
      ? undefined
      : { kind: 'postcode', message: words('problem.postcode') };
  });
}

/** @param settled whether the major comes from a catalogue or is declared as not listed. */
export function educationRules(
  path: TextPaths<
    | 'education'
    | 'degree'
    | 'school'
    | 'graduationDate'
    | 'majorType'
    | 'major'
    | 'title'
    | 'workYears'
  >,
  today: LocalDate,
  settled: () => boolean,
): void {
  filled(path.education, 'person.error.education');
  filled(path.degree, 'person.error.degree');
  filled(path.school, 'person.error.school');
  validate(path.graduationDate, ({ value }) =>
    value() === '' || value() > today
      ? { kind: 'graduation', message: 'person.error.graduationDate' }
      : undefined,
  );
  filled(path.majorType, 'person.error.majorType');
  filled(path.major, 'person.error.major');
  validate(path.major, ({ value }) =>
    value().trim() === '' || settled()
      ? undefined
      : { kind: 'major', message: 'person.error.majorNotChosen' },
  );
  filled(path.title, 'person.error.title');
  validate(path.workYears, ({ value }) => {
    const years = halfWidth(value());
    return /^\d{1,2}$/.test(years) && Number(years) <= MOST_WORK_YEARS
      ? undefined
      : { kind: 'workYears', message: 'person.error.workYears' };
  });
}
