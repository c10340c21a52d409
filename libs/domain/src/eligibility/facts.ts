import type { LocalDate } from '../dates/local-date.js';
import type { HolidayCalendar } from '../dates/working-days.js';
import type { CertificateFacts, OpenRequest } from './request-rules.js';
import type { ColourVision, Education, MajorType } from '../dictionaries/dictionaries.js';
import type { PublishedExam } from '../results/resit.js';
import type { SubjectRule } from '../results/subject-result.js';

/** The item applied for, as far as the rules read it. `level` is null for items without levels. */
export interface ItemFacts {
  readonly code: string;
  readonly method: string;
  readonly level: string | null;
  /** The item of the next lower level, when there is one. */
  readonly lowerItemCode: string | null;
  readonly subjects: readonly SubjectRule[];
}

/** A certificate item the person holds. TYPED: stated by the person, to be checked by staff. */
export interface HeldItem {
  readonly itemCode: string;
  readonly method: string;
  readonly certificateNo: string;
  readonly firstIssueDate: LocalDate;
  readonly validTo: LocalDate;
  readonly source: 'REGISTER' | 'TYPED';
}

/** A period in which a person may not apply, because of cheating. `until` is the last day. */
export interface Ban {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What the person declares about the 免考换证条件; null: not declared yet. */
export interface ExemptionStatements {
  readonly continuousWork: boolean | null;
  readonly noPenalty: boolean | null;
  readonly continuingEducation: boolean | null;
}

/**
 * What the rules know about the person on the rule date. Null means "not known yet";
 * a rule then answers STAFF instead of guessing.
 */
export interface EligibilityFacts {
  /** The day the rules are applied for: the day of submission, or today before that. */
  readonly ruleDate: LocalDate;
  readonly item: ItemFacts;
  readonly birthDate: LocalDate;
  readonly education: Education;
  readonly majorType: MajorType;
  readonly major: string;
  readonly workYears: number | null;
  readonly heldItems: readonly HeldItem[];
  readonly nearVisionLeft: number | null;
  readonly nearVisionRight: number | null;
  readonly colourVision: ColourVision | null;
  readonly visionExamDate: LocalDate | null;
  readonly bans: readonly Ban[];
  /** Numbers (or a word for a draft) of other live applications for the same item and registration type. */
  readonly openApplications: readonly string[];
  /** Province codes; null when no plan is chosen or the employer's province is unknown. */
  readonly employerProvince: string | null;
  readonly planProvince: string | null;
  /** Results of ours a resit may follow, oldest first; empty for types that are no resit. */
  readonly exams: readonly PublishedExam[];
  /** The day of an exam taken elsewhere, as stated. */
  readonly previousExamDate: LocalDate | null;
  readonly exemption: ExemptionStatements;
  /** How often in a row the certificate was last renewed without exam; null when we do not know. */
  readonly exemptRenewals: number | null;
  readonly calendar: HolidayCalendar;
  /** The certificate the application is about; null when it is for an item. */
  readonly certificate: CertificateFacts | null;
  /** Other open reissues and changes of that certificate, or of the one that holds the item. */
  readonly openRequests: readonly OpenRequest[];
}
