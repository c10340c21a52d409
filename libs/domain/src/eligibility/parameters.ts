import type { LocalDate } from '../dates/local-date.js';
import type { Education, MajorType } from '../dictionaries/dictionaries.js';
import type { EligibilityRuleCode } from './rule-codes.js';

/** Where a rule comes from. `clause` is shown to people; trust CONFIRM must be confirmed before go-live. */
export interface ClauseReference {
  readonly clause: string;
  readonly source: string;
  readonly trust: 'SURE' | 'CONFIRM' | 'OURS';
}

/** Years of related work asked for; the first row that fits the person counts. */
export interface WorkYearsRow {
  readonly level: string;
  readonly minEducation: Education;
  readonly majorType: MajorType | 'ANY';
  readonly years: number;
}

/** A route to level Ⅱ without holding level Ⅰ. */
export interface DirectRoute {
  readonly minEducation: Education;
  /** STEM: the major belongs to 理工类; NDT: it is a non-destructive testing major. */
  readonly major: 'STEM' | 'NDT';
}

/** Groups of people that may sit a renewal exam (N23a). */
export const RenewalExamGroup = {
  /** The certificate ends in the next calendar year. */
  ENDS_NEXT_YEAR: 'ENDS_NEXT_YEAR',
  /** The exam may be taken within the two years before the end (N12). */
  IN_EXAM_PERIOD: 'IN_EXAM_PERIOD',
  EXPIRED_WITHIN_GRACE: 'EXPIRED_WITHIN_GRACE',
  /** An earlier renewal exam was not passed. */
  FAILED_BEFORE: 'FAILED_BEFORE',
} as const;
export type RenewalExamGroup = keyof typeof RenewalExamGroup;

/**
 * The numbers of the rules, effective-dated rows of data: an administrator changes them,
 * never code. The caller always hands in the row that is good on the rule date (domain.md §0).
 */
export interface RuleParameters {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** `min` years of age reached, `below` not reached yet. */
  readonly age: { readonly min: number; readonly below: number };
  /** Lowest education per level. */
  readonly education: Readonly<Record<string, Education>>;
  readonly workYears: readonly WorkYearsRow[];
  readonly directLevelII: readonly DirectRoute[];
  readonly ndtMajors: readonly string[];
  /** Months the next lower level must have been held, per level applied for; no entry: no lower level asked. */
  readonly lowerLevelMonths: Readonly<Record<string, number>>;
  /** Level Ⅲ asks for at least one certificate in one of these methods. */
  readonly baseMethods: readonly string[];
  readonly vision: {
    /** Near vision of each eye, corrected, five-grade notation (5.0 = 1.0). */
    readonly nearMin: number;
    readonly certificateMaxAgeMonths: number;
  };
  readonly validityYears: number;
  readonly ageCap: number;
  /** Whether a certificate of N years ends the day before the anniversary or on it. */
  readonly lastDay: 'DAY_BEFORE' | 'ANNIVERSARY';
  readonly resitMonths: number;
  /** `maximum` resits of one exam, null for any number; whether the absent may resit. */
  readonly resits: { readonly maximum: number | null; readonly afterAbsence: boolean };
  readonly renewalExamGroups: readonly RenewalExamGroup[];
  /** How many renewals in a row may be without exam. */
  readonly consecutiveExemptions: number;
  readonly renewal: {
    readonly examOpensMonths: number;
    readonly planningMonths: number;
    readonly windowOpensMonths: number;
    readonly lastSafeWorkingDays: number;
    readonly graceMonths: number;
  };
  readonly clauses: Readonly<Record<EligibilityRuleCode, ClauseReference>>;
}

const TESTING_RULES = 'TSG Z8001-2019';

/**
 * Seed data for the rule table of testing personnel, from domain.md §5, §6, §9. Never a silent
 * fallback: no function of this library reads it.
 */
export const DEFAULT_RULE_PARAMETERS: RuleParameters = {
  version: 'testing-2019-default',
  effectiveFrom: '2019-06-01',
  effectiveTo: null,
  age: { min: 18, below: 65 },
  education: { I: 'JUNIOR_SCHOOL', II: 'SENIOR_SCHOOL', III: 'SENIOR_SCHOOL' },
  workYears: [
    { level: 'III', minEducation: 'COLLEGE', majorType: 'STEM', years: 3 },
    { level: 'III', minEducation: 'JUNIOR_SCHOOL', majorType: 'ANY', years: 5 },
  ],
  directLevelII: [
    { minEducation: 'COLLEGE', major: 'NDT' },
    { minEducation: 'BACHELOR', major: 'STEM' },
  ],
  ndtMajors: ['无损检测', '无损检测技术'],
  lowerLevelMonths: { II: 0, III: 12 },
  baseMethods: ['RT', 'UT'],
  vision: { nearMin: 5.0, certificateMaxAgeMonths: 12 },
  validityYears: 5,
  ageCap: 65,
  lastDay: 'DAY_BEFORE',
  resitMonths: 24,
  resits: { maximum: null, afterAbsence: true },
  renewalExamGroups: ['FAILED_BEFORE', 'ENDS_NEXT_YEAR', 'IN_EXAM_PERIOD', 'EXPIRED_WITHIN_GRACE'],
  consecutiveExemptions: 1,
  renewal: {
    examOpensMonths: 24,
    planningMonths: 12,
    windowOpensMonths: 6,
    lastSafeWorkingDays: 30,
    graceMonths: 12,
  },
  clauses: {
    AGE: { clause: `${TESTING_RULES} 取证（年龄）`, source: 'OLD, Z1d', trust: 'CONFIRM' },
    EDUCATION: { clause: `${TESTING_RULES} 取证（学历）`, source: 'OLD', trust: 'CONFIRM' },
    WORK_YEARS: { clause: `${TESTING_RULES} 取证（从业年限）`, source: 'C25', trust: 'CONFIRM' },
    LOWER_LEVEL: {
      clause: `${TESTING_RULES} 取证（低一级别）`,
      source: 'OLD, SM §6',
      trust: 'CONFIRM',
    },
    BASE_METHOD: { clause: `${TESTING_RULES} 取证（Ⅲ级）`, source: 'OLD 1993', trust: 'CONFIRM' },
    VISION: { clause: `${TESTING_RULES} 取证（视力）`, source: 'OLD, C25, BI', trust: 'CONFIRM' },
    NOT_ALREADY_HELD: { clause: '报名须知', source: 'ours', trust: 'OURS' },
    NO_BAN: { clause: 'TSG Z8002-2022 附件F', source: 'Z2b', trust: 'CONFIRM' },
    NO_OPEN_APPLICATION: { clause: '报名须知', source: 'ours', trust: 'OURS' },
    CERTIFICATE_IN_FORCE: { clause: '证书补发和变更须知', source: 'ours', trust: 'OURS' },
    NO_OPEN_REQUEST: { clause: '证书补发和变更须知', source: 'ours', trust: 'OURS' },
    NO_OPEN_CHANGE: { clause: '换证须知', source: 'ours', trust: 'OURS' },
    HOME_PROVINCE: { clause: '质检特函〔2012〕45号', source: 'N12', trust: 'SURE' },
    HOLDS_ITEM: { clause: `${TESTING_RULES} 换证`, source: 'SM §6', trust: 'CONFIRM' },
    RENEWAL_WINDOW: { clause: '质检特函〔2012〕45号', source: 'N12, mem', trust: 'CONFIRM' },
    RENEWAL_EXAM_WINDOW: {
      clause: '中检协〔2023〕考字第36号',
      source: 'N12, N23a',
      trust: 'CONFIRM',
    },
    EXEMPTION_CONDITIONS: {
      clause: `${TESTING_RULES} 换证（免考换证条件）`,
      source: 'N23a, mem',
      trust: 'CONFIRM',
    },
    EXEMPTION_NOT_REPEATED: {
      clause: `${TESTING_RULES} 换证（免考换证条件）`,
      source: 'BI',
      trust: 'CONFIRM',
    },
    RESIT_OPEN: { clause: `${TESTING_RULES} 取证（补考）`, source: 'N12, BI', trust: 'CONFIRM' },
  },
};

/** The row that is good on `date`, or undefined; the caller refuses to guess. */
export function parametersOn(
  rows: readonly RuleParameters[],
  date: LocalDate,
): RuleParameters | undefined {
  return rows.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
  );
}
