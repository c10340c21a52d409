import type { DictionaryCode } from '../dictionaries/dictionaries.js';
import type { EligibilityRuleCode } from '../eligibility/rule-codes.js';
import type { ApplicationAction } from '../workflow/action.js';
import type { ApplicationStatus } from '../workflow/status.js';
import type { Workflow } from '../workflow/workflow.js';
import type { ConditionCode } from './condition-codes.js';
import type { SlotCode } from './slot-codes.js';

/** Which of the three groups of people an application is for (domain.md §3). */
export const Track = {
  INSPECTION: 'INSPECTION',
  TESTING: 'TESTING',
  TYPE_TEST: 'TYPE_TEST',
} as const;
export type Track = keyof typeof Track;

/** Registration type (报名类别), domain.md §7. */
export const RegistrationType = {
  INITIAL: 'INITIAL',
  RENEW_EXEMPT: 'RENEW_EXEMPT',
  RENEW_EXAM: 'RENEW_EXAM',
  INITIAL_RESIT: 'INITIAL_RESIT',
  RENEW_RESIT: 'RENEW_RESIT',
  RENEW_REVIEW: 'RENEW_REVIEW',
} as const;
export type RegistrationType = keyof typeof RegistrationType;

/** What the holder of a certificate may ask for it: 补发 and 信息变更 (domain.md §11). */
export const CertificateRequestType = { REISSUE: 'REISSUE', CHANGE: 'CHANGE' } as const;
export type CertificateRequestType = keyof typeof CertificateRequestType;

/** What an application is for: a registration for an item, or a request about a certificate. */
export type ApplicationPurpose = RegistrationType | CertificateRequestType;

/** How a field is typed and checked. Values of an `idNumber` are masked where ID numbers are. */
export type FieldKind =
  | 'text'
  | 'multiline'
  | 'integer'
  | 'date'
  | 'choice'
  | 'boolean'
  | 'idNumber'
  | 'workRecords'
  | 'heldItems'
  | 'itemDates'
  /** Codes of subjects (科目) of the item. */
  | 'subjects';

/**
 * PERSON fields are copied from the profile and frozen at submission; ANSWER fields are typed
 * in the application itself (domain.md §10 invariant 3).
 */
export type FieldSource = 'PERSON' | 'ANSWER';

/** One field; its id is stable for ever, because stored applications refer to it. */
export interface FieldDeclaration {
  readonly id: string;
  readonly kind: FieldKind;
  readonly source: FieldSource;
  /** Asked always, or only when the condition holds. */
  readonly asked: 'ALWAYS' | ConditionCode;
  /** Must be filled in whenever it is asked. */
  readonly required: boolean;
  /** Shown on the printed application form; changing it makes a signed form stale. */
  readonly printed: boolean;
  /** Longest value, in characters; text kinds only. */
  readonly maxLength?: number;
  /** Lowest and highest value; integers only. */
  readonly range?: readonly [number, number];
  /** Which dictionary a choice is taken from. */
  readonly dictionary?: DictionaryCode;
  /** Dates only: the field whose day this one may not be before. */
  readonly notBefore?: string;
  /**
   * Person fields only: how far the registration settled it for good (manual ch. 4). BY_NUMBER: only
   * where the document's number tells it. What is wrong with it is said of the paper that proves it.
   */
  readonly fixed?: 'ALWAYS' | 'BY_NUMBER';
  /** Person fields only: parts of the person's record that are copied together with this one. */
  readonly carries?: readonly string[];
  /** SYSTEM: filled in from our own records, never typed. */
  readonly writer?: 'SYSTEM';
  /** Once that field is filled in, this one is the system's too and closed for the person. */
  readonly closedBy?: string;
}

/** A group of fields the person reads and fills in together. */
export interface SectionDeclaration {
  readonly id: string;
  readonly fields: readonly string[];
}

/** One material (材料). REQUIRED and OPTIONAL hold whenever the condition holds. */
export interface SlotDeclaration {
  readonly code: SlotCode;
  readonly need: 'REQUIRED' | 'OPTIONAL';
  readonly asked: 'ALWAYS' | ConditionCode;
  /** The signed form can exist only after submission (domain.md §8, §23). */
  readonly phase: 'BEFORE_SUBMIT' | 'AFTER_SUBMIT';
}

/** A way to tell somebody something. */
export type NoticeChannel = 'INBOX' | 'SMS' | 'MAIL';

/** Which notice a move sends to the candidate, and on which channels. */
export interface NoticeDeclaration {
  readonly action: ApplicationAction;
  readonly to: ApplicationStatus;
  readonly notice: string;
  readonly channels: readonly NoticeChannel[];
}

/**
 * Whether the candidate picks the exam plan or staff assign one; NONE where there is none to pick. What a
 * type declares holds until an operator's data says otherwise (domain.md §7 note 4).
 */
export const PlanChoice = {
  BY_CANDIDATE: 'BY_CANDIDATE',
  BY_STAFF: 'BY_STAFF',
  NONE: 'NONE',
} as const;
export type PlanChoice = keyof typeof PlanChoice;

/**
 * What an author of an application type writes. Codes are plain strings here on purpose:
 * `defineApplicationType` refuses the unknown ones by name instead of trusting the compiler.
 */
export interface ApplicationTypeDeclaration {
  readonly code: string;
  readonly version: number;
  /** Null for requests about a certificate: its items belong to a track. */
  readonly track: Track | null;
  readonly registrationType: ApplicationPurpose;
  readonly path: 'EXAM' | 'REVIEW';
  readonly planChoice: PlanChoice;
  /** Registration types of the same track whose failed subjects are sat again here; empty: no resit. */
  readonly resits: readonly RegistrationType[];
  readonly fields: readonly FieldDeclaration[];
  readonly sections: readonly SectionDeclaration[];
  readonly slots: readonly (Omit<SlotDeclaration, 'code'> & { readonly code: string })[];
  readonly eligibility: readonly string[];
  readonly workflow: Workflow;
  readonly forms: readonly string[];
  readonly notices: readonly NoticeDeclaration[];
}

/** Printed forms a type may offer. */
export const FormCode = {
  'application-form': 'application-form',
  'reissue-form': 'reissue-form',
  'change-form': 'change-form',
} as const;
export type FormCode = keyof typeof FormCode;

/** True for a code that names a printed form. */
export function isFormCode(code: string): code is FormCode {
  return Object.hasOwn(FormCode, code);
}

/** True for a purpose that is about a certificate the person holds, not about an item to be gained. */
export function isCertificateRequest(purpose: string): purpose is CertificateRequestType {
  return Object.hasOwn(CertificateRequestType, purpose);
}

/**
 * One application type, complete and checked: fields, slots, rules, workflow, forms, notices.
 * Server, web, docs and test matrices all read this and nothing else (architecture.md).
 */
export interface ApplicationType extends ApplicationTypeDeclaration {
  readonly slots: readonly SlotDeclaration[];
  readonly eligibility: readonly EligibilityRuleCode[];
  readonly forms: readonly FormCode[];
}
