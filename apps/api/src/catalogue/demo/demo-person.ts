import type { TrackCode } from '../catalogue-rows.js';

/** 证件类型, the ones the demo uses (domain.md §14). */
export type DemoIdType =
  | 'RESIDENT_ID'
  | 'HMT_RESIDENCE_PERMIT'
  | 'HM_TRAVEL_PERMIT'
  | 'TW_TRAVEL_PERMIT'
  | 'FOREIGN_PERMANENT_RESIDENT'
  | 'PASSPORT';

/** One item somebody holds. Days are `YYYY-MM-DD`. */
export interface DemoCertificate {
  readonly number: string;
  readonly track: TrackCode;
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
  readonly track: TrackCode;
  readonly idType: DemoIdType;
  readonly idNumber: string;
  /** ISO 3166 alpha-3, for passports only. */
  readonly idCountry: string | null;
  readonly name: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
  readonly education: string;
  readonly degree: string | null;
  readonly school: string;
  readonly graduationDate: string;
  readonly majorType: 'STEM' | 'NON_STEM';
  readonly major: string;
  readonly majorCatalogue: string | null;
  readonly majorCode: string | null;
  readonly title: string;
  readonly employer: string;
  readonly employerType: string;
  readonly employerAddress: string;
  readonly divisionCode: string;
  readonly postalAddress: string;
  readonly postcode: string;
  readonly workYears: number;
  readonly certificates: readonly DemoCertificate[];
}
