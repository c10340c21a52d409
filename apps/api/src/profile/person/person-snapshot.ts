import type { Degree, Education, IdType, LocalDate, MajorType, Sex, Title } from '@kaopu/domain';

/** What a candidate may say anew at any time. */
export interface PersonDetails {
  readonly education: Education;
  readonly degree: Degree | null;
  readonly school: string;
  readonly graduationDate: LocalDate;
  readonly majorType: MajorType;
  readonly major: string;
  readonly majorCatalogue: string | null;
  readonly majorCode: string | null;
  readonly title: Title | null;
  readonly employer: string;
  readonly employerType: string | null;
  readonly employerAddress: string | null;
  readonly divisionCode: string;
  readonly postalAddress: string;
  readonly postcode: string | null;
  readonly email: string | null;
  readonly workYears: number;
}

/** A person in plain, as frozen into an application at its submission. Keys are field ids. */
export interface PersonSnapshot extends PersonDetails {
  readonly idType: IdType;
  readonly idNumber: string;
  /** ISO 3166 alpha-3, of passports only. */
  readonly idCountry: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  readonly phone: string;
}

/** A person in a list. */
export interface PersonSummary {
  readonly accountId: string;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly maskedPhone: string;
}
