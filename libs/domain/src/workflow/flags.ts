import type { ItemOutcome } from '../results/subject-result.js';
import type { ApplicationAction } from './action.js';

/**
 * Plain facts beside the status. Whatever is left out counts as "nothing stands in the way",
 * so the caller must fill in every flag the guards of the action read.
 */
export interface WorkflowFlags {
  /** Required answers and files that are still missing. */
  readonly missingRequired?: number;
  /** Some eligibility rule answers NO. */
  readonly ineligible?: boolean;
  /** The candidate picks the plan of this type, so staff do not. */
  readonly candidateChoosesPlan?: boolean;
  /** Staff are to assign a plan and have not. */
  readonly planMissing?: boolean;
  /** The chosen plan no longer takes registrations. */
  readonly planClosed?: boolean;
  readonly signedFormMissing?: boolean;
  /** The signed form shows other data than the application holds now. */
  readonly signedFormStale?: boolean;
  /** Open FIX verdicts. */
  readonly openVerdicts?: number;
  /** FIX verdicts without a reason. */
  readonly unexplainedVerdicts?: number;
  /** Required fields and files nobody has judged yet. */
  readonly unjudgedItems?: number;
  /** Flagged fields and files the candidate has not changed since the return. */
  readonly unansweredFixes?: number;
  /** The period for correcting a returned application is over. */
  readonly returnOverdue?: boolean;
  /** Withdrawal is no longer possible for the chosen plan. */
  readonly withdrawalClosed?: boolean;
  /** The first day of the exam is still to come. */
  readonly examAhead?: boolean;
  /** Subjects without a recorded result. */
  readonly missingResults?: number;
  /** A change (信息变更) of the certificate to be renewed is under way. */
  readonly changeOpen?: boolean;
  /** Actions this very actor has taken on this application before (four-eyes). */
  readonly actorTookPart?: readonly ApplicationAction[];
  /** What the recorded results amount to. */
  readonly outcome?: ItemOutcome;
  /** The exam of this application was already passed (a return after forwarding does not repeat it). */
  readonly examPassed?: boolean;
  /** Where a deleted case stood; staff bring back only what was handed in. */
  readonly deletedFrom?: 'SUBMITTED' | 'RETURNED';
  /** The days in which staff may bring a deleted case back are over. */
  readonly restoreOver?: boolean;
  /** Last day on which staff may bring a deleted case back. */
  readonly restoreUntil?: string | null;
  /** Last day of the resit period, when there is one. */
  readonly resitUntil?: string | null;
  /** Last day for correcting a returned application, when there is one. */
  readonly returnDueDate?: string | null;
}

/** Stable codes a workflow refusal may carry; all of them are `ErrorCode`s. */
export type RefusalCode =
  'STATE_INVALID' | 'FORBIDDEN' | 'VALIDATION' | 'NOT_ELIGIBLE' | 'PLAN_CLOSED';
