import type { Degree, Education, IdType, MajorType, Sex, Title, Track } from '@kaopu/domain';

/** One item somebody holds. Days are `YYYY-MM-DD`. */
export interface DemoCertificate {
  readonly number: string;
  readonly track: Track;
  readonly itemCode: string;
  readonly authorityCode: string;
  readonly institutionCode: string;
  readonly firstIssueDate: string;
  readonly approvalDate: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** An invented candidate (考生) with the answers of the registration form. */
export interface DemoPerson {
  readonly serial: number;
  readonly track: Track;
  readonly idType: IdType;
  readonly idNumber: string;
  /** ISO 3166 alpha-3, for passports only. */
  readonly idCountry: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
  readonly education: Education;
  readonly degree: Degree;
  readonly school: string;
  readonly graduationDate: string;
  readonly majorType: MajorType;
  readonly major: string;
  readonly majorCatalogue: string | null;
  readonly majorCode: string | null;
  readonly title: Title;
  readonly employer: string;
  readonly employerType: string;
  readonly employerAddress: string;
  readonly divisionCode: string;
  readonly postalAddress: string;
  readonly postcode: string;
  readonly workYears: number;
  readonly certificates: readonly DemoCertificate[];
}
