export {
  answerProblems,
  askedFields,
  isBlank,
  missingFields,
  normaliseAnswers,
  unknownSubjects,
  type AnswerProblem,
  type Answers,
} from './applications/answers.js';
export {
  CertificateRequestType,
  FormCode,
  PlanChoice,
  RegistrationType,
  Track,
  isCertificateRequest,
  isFormCode,
  type ApplicationPurpose,
  type ApplicationType,
  type ApplicationTypeDeclaration,
  type FieldDeclaration,
  type FieldKind,
  type FieldSource,
  type NoticeChannel,
  type NoticeDeclaration,
  type SectionDeclaration,
  type SlotDeclaration,
} from './applications/application-type.js';
export { ConditionCode } from './applications/condition-codes.js';
export { isAsked, type ConditionContext } from './applications/conditions.js';
export { DeclarationError, defineApplicationType } from './applications/define-application-type.js';
export { isEssentialNotice } from './applications/essential-notices.js';
export {
  fieldProblem,
  isItemDate,
  isWorkRecord,
  type ItemDate,
  type ValueProblem,
  type WorkRecord,
} from './applications/field-problem.js';
export { proposedAnswers, settledAnswers } from './applications/proposed-answers.js';
export {
  APPLICATION_TYPES,
  applicationType,
  isApplicationTypeCode,
} from './applications/registry.js';
export { isSignedBeforeSubmission, signedSlotOf } from './applications/signed-forms.js';
export { SlotCode, isSlotCode } from './applications/slot-codes.js';
export {
  missingSlots,
  requiredSlots,
  slotRequirements,
  type SlotRequirement,
} from './applications/slots.js';
export {
  CHANGE_FIELDS,
  changeProblems,
  correctedHolder,
  touchedRows,
  type CertifiedData,
  type ChangeFieldId,
  type CorrectedHolder,
  type IdDocument,
  type TouchedRow,
} from './certificates/change.js';
export {
  STANDING_ACTIONS,
  STANDING_OUTCOMES,
  STANDING_REASON,
  RegisteredStatus,
  StandingAction,
  StandingDecision,
  StandingOutcome,
  allowedStandingActions,
  allowedStandingDecisions,
  closingRefusal,
  isStandingReason,
  proposalRefusal,
  type ProposedStanding,
  type StandingActor,
  type StandingCase,
  type StandingDeclaration,
  type StandingRefusal,
  type StandingStep,
} from './certificates/standing.js';
export {
  canonicalJson,
  contentHashInput,
  printedContent,
  type PrintedContent,
  type PrintedSection,
  type PrintedValue,
} from './content/printed-content.js';
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
  lowerCertificateNeeded,
  lowerLevelStanding,
  type LowerLevelStanding,
} from './eligibility/lower-level.js';
export {
  DEFAULT_RULE_PARAMETERS,
  RenewalExamGroup,
  parametersOn,
  type ClauseReference,
  type DirectRoute,
  type RuleParameters,
  type WorkYearsRow,
} from './eligibility/parameters.js';
export { renewedItem } from './eligibility/renewed-item.js';
export { standingInResits } from './eligibility/resit-rules.js';
export type { RuleAnswer, VerdictAnswer } from './eligibility/rule-answer.js';
export {
  notInForce,
  openChangeObjection,
  openRequestObjection,
  type CertificateFacts,
  type OpenRequest,
  type RequestObjection,
} from './eligibility/request-rules.js';
export { EligibilityRuleCode } from './eligibility/rule-codes.js';
export { ruleFamily } from './eligibility/rule-family.js';
export { withAnswers } from './eligibility/with-answers.js';
export { ErrorCode } from './errors/error-code.js';
export {
  asksForStatedItems,
  comparedWithRegister,
  isStatedItem,
  normaliseStatedItem,
  statedItems,
  type ComparedItem,
  type StatedItem,
} from './held-items/stated-items.js';
export { isCountryCode } from './id-number/countries.js';
export {
  IdNumberFault,
  canonicalIdKey,
  carriesBirthDate,
  checkIdNumber,
  normaliseIdNumber,
  type IdNumberAccepted,
  type IdNumberCheck,
  type IdNumberRefused,
} from './id-number/id-number.js';
export { maskIdNumber, maskName, maskPhone } from './id-number/mask.js';
export { displayItemCode, levelOfItemCode, normaliseItemCode } from './numbers/item-code.js';
export {
  applicationNumber,
  certificateNumber,
  isApplicationNumber,
  type CertificateNumberValues,
} from './numbers/numbers.js';
export {
  isEmail,
  isMobilePhone,
  isPersonName,
  isPostcode,
  normaliseName,
  normalisePhone,
} from './person/person-fields.js';
export {
  effectiveResults,
  itemOutcome,
  resitUntil,
  scoreInHundredths,
  subjectsToResit,
  type EffectiveResult,
  type ResitWindow,
} from './results/outcome.js';
export {
  resitOutcome,
  resitStanding,
  type PublishedExam,
  type ResitBasis,
  type ResitStanding,
} from './results/resit.js';
export {
  ItemOutcome,
  SubjectOutcome,
  type SubjectRule,
  type SubjectSitting,
} from './results/subject-result.js';
export {
  PlanReason,
  isRegistrationOpen,
  planReason,
  windowReason,
  seatsLeft,
  type PlanFacts,
  type PlanWish,
} from './seats/plan-choice.js';
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
export {
  renewalStage,
  renewalTimeline,
  validityEnd,
  type RenewalStage,
  type RenewalTimeline,
  type ValidityParameters,
} from './validity/validity.js';
export { reviewedFields } from './applications/reviewed-fields.js';
export {
  accessTo,
  isSettled,
  refreshablePersonFields,
  writableFields,
  writableSlots,
  type AccessQuery,
  type FlaggedTarget,
} from './workflow/access.js';
export { APPLICATION_ACTIONS, ApplicationAction } from './workflow/action.js';
export {
  allowedActions,
  decide,
  reasonFor,
  whyNot,
  type WhyNot,
  type WorkflowCase,
  type WorkflowRequest,
} from './workflow/decide.js';
export type { RefusalCode, WorkflowFlags } from './workflow/flags.js';
export { GuardCode } from './workflow/guards.js';
export { reachedMilestones, type MilestoneMove } from './workflow/milestones.js';
export { ROLES, Role, audienceOf, type Audience } from './workflow/roles.js';
export {
  liveStatuses,
  milestonesOf,
  offersAction,
  seatHoldingStatuses,
  stateOf,
  terminalStatuses,
} from './workflow/states-of.js';
export { nextStep, statusLine } from './workflow/status-line.js';
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
