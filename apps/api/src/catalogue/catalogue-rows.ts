import type { RegistrationType, Track } from '@kaopu/domain';

/** What a material can be asked for beside a registration: 补发 and 信息变更 (domain.md §11). */
export const CERTIFICATE_REQUEST_TYPES = ['REISSUE', 'CHANGE'] as const;
export type MaterialPurpose = RegistrationType | (typeof CERTIFICATE_REQUEST_TYPES)[number];

export const LEVELS = ['I', 'II', 'III', 'INSPECTOR', 'SENIOR', 'CHIEF'] as const;
export type LevelCode = (typeof LEVELS)[number];

export const ISSUING_LEVELS = ['NATIONAL', 'PROVINCIAL'] as const;
export type IssuingLevel = (typeof ISSUING_LEVELS)[number];

export const SUBJECT_KINDS = ['THEORY_CLOSED', 'THEORY_OPEN', 'PRACTICAL', 'ORAL'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const REQUIREMENTS = ['REQUIRED', 'OPTIONAL', 'CONDITIONAL', 'AFTER_SUBMISSION'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export const TARGET_KINDS = ['FIELD', 'SLOT'] as const;
export type TargetKindCode = (typeof TARGET_KINDS)[number];

/** How sure a value is; the letters are explained in tools/reference-data/README.md. */
export const TRUST_MARKS = [
  'SM',
  'Z1d',
  'Z2a',
  'Z2c',
  'Z2d',
  'N12',
  'N23a',
  'OLD',
  'C25',
  'mem',
  'conf?',
  'ours',
] as const;
export type Trust = (typeof TRUST_MARKS)[number];

/** First and last day (inclusive, Asia/Shanghai) on which a row holds; null = open-ended. */
export interface Effective {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** 报名项目 (domain.md §4). */
export interface ItemRow extends Effective {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly track: Track;
  /** Null for type tests, which have no levels. */
  readonly level: LevelCode | null;
  readonly method: string;
  readonly issuingLevel: IssuingLevel;
  readonly lowerItemCode: string | null;
  readonly registrationTypes: readonly RegistrationType[];
  readonly position: number;
  readonly trust: Trust;
}

/** 科目 (domain.md §9). */
export interface SubjectRow extends Effective {
  readonly itemCode: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: SubjectKind;
  readonly mode: 'COMPUTER' | 'ON_SITE';
  readonly minutes: number;
  readonly fullMark: number;
  readonly passMark: number;
  readonly position: number;
  readonly trust: Trust;
}

export interface RegistrationTypeRow {
  readonly code: RegistrationType;
  readonly track: Track;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly applicationType: string;
  readonly path: 'EXAM' | 'REVIEW';
  readonly isResit: boolean;
  readonly usedWhenZh: string;
  readonly usedWhenEn: string;
  readonly position: number;
}

/** 材料 with its limits and 红字备注 (domain.md §8). */
export interface MaterialRow extends Effective {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Null = every track. */
  readonly track: Track | null;
  /** Null = every registration type, but no certificate request. */
  readonly purposes: readonly MaterialPurpose[] | null;
  readonly requirement: Requirement;
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  readonly remarkZh: string;
  readonly remarkEn: string;
  readonly position: number;
  readonly trust: Trust;
}

/** 发证机关. */
export interface AuthorityRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: IssuingLevel;
  readonly divisionCode: string;
  readonly active: boolean;
  readonly trust: Trust;
}

/** 考试机构. */
export interface InstitutionRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly authorityCode: string;
  readonly divisionCode: string;
  readonly level: IssuingLevel;
  readonly phone: string | null;
}

/** 考点. */
export interface SiteRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly institutionCode: string;
  readonly divisionCode: string;
  readonly addressZh: string;
  readonly addressEn: string;
  readonly kind: 'COMPUTER' | 'PRACTICAL';
  readonly seats: number;
}

/** 退回原因: without one nothing is returned (domain.md §10 invariant 2). */
export interface ReturnReasonRow {
  readonly code: string;
  readonly targetKind: TargetKindCode;
  /** A field id, a material code, or `*` for every target of the kind. */
  readonly target: string;
  readonly correctable: boolean;
  readonly textZh: string;
  readonly textEn: string;
  readonly needsNote: boolean;
  /** Calendar days to answer; 0 when it cannot be corrected. */
  readonly deadlineDays: number;
  readonly position: number;
}

/** One number of the rules (domain.md §5, §6, §9), as JSON. */
export interface RuleParameterRow extends Effective {
  readonly code: string;
  readonly value: unknown;
  readonly trust: Trust;
  readonly source: string;
}

export interface DivisionRow {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly parentCode: string | null;
}

/** A weekday off, or a weekend day worked in exchange (调休). */
export interface HolidayRow {
  readonly date: string;
  readonly kind: 'HOLIDAY' | 'WORKDAY';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly trust: Trust;
}
