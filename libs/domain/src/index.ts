export {
  RegistrationType,
  Track,
  type ApplicationType,
  type ApplicationTypeDeclaration,
  type FieldDeclaration,
  type FieldKind,
  type FieldSource,
  type FormCode,
  type NoticeDeclaration,
  type PlanChoice,
  type SectionDeclaration,
  type SlotDeclaration,
} from './applications/application-type.js';
export { ConditionCode } from './applications/condition-codes.js';
export { SlotCode, isSlotCode } from './applications/slot-codes.js';
export {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  earlier,
  isLocalDate,
  localDateOf,
  type LocalDate,
} from './dates/local-date.js';
export { shanghaiDate, shanghaiDayEnd, shanghaiDayStart } from './dates/shanghai.js';
export { parseTypedDate } from './dates/typed-date.js';
export { addWorkingDays, isWorkingDay, type HolidayCalendar } from './dates/working-days.js';
export {
  DICTIONARIES,
  dictionaryCodes,
  educationAtLeast,
  isDictionaryCode,
  type ColourVision,
  type Degree,
  type DeliveryMethod,
  type DictionaryCode,
  type Education,
  type IdType,
  type MajorType,
  type Sex,
  type Title,
} from './dictionaries/dictionaries.js';
export {
  evaluateEligibility,
  type EligibilityReport,
  type EligibilityVerdict,
} from './eligibility/evaluate.js';
export type { Ban, EligibilityFacts, HeldItem, ItemFacts } from './eligibility/facts.js';
export {
  DEFAULT_RULE_PARAMETERS,
  parametersOn,
  type ClauseReference,
  type DirectRoute,
  type RuleParameters,
  type WorkYearsRow,
} from './eligibility/parameters.js';
export type { RuleAnswer, VerdictAnswer } from './eligibility/rule-answer.js';
export { EligibilityRuleCode } from './eligibility/rule-codes.js';
export { ErrorCode } from './errors/error-code.js';
export {
  ItemOutcome,
  SubjectOutcome,
  type SubjectRule,
  type SubjectSitting,
} from './results/subject-result.js';
export {
  TEXT_KEYS,
  hasText,
  renderText,
  text,
  textOr,
  type Language,
  type TextKey,
  type TextParam,
  type TextParams,
  type TextRef,
} from './texts/text.js';
export { APPLICATION_ACTIONS, ApplicationAction } from './workflow/action.js';
export type { RefusalCode, WorkflowFlags } from './workflow/flags.js';
export { GuardCode } from './workflow/guards.js';
export { ROLES, Role, audienceOf, type Audience } from './workflow/roles.js';
export { APPLICATION_STATUSES, ApplicationStatus } from './workflow/status.js';
export type {
  Access,
  ActionDeclaration,
  Branch,
  Decision,
  Refusal,
  StateDeclaration,
  Workflow,
  WorkflowActor,
  Writable,
} from './workflow/workflow.js';
