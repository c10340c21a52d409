import type { TextKey, TextParams } from '../texts/text.js';
import type { ApplicationAction } from './action.js';
import type { RefusalCode, WorkflowFlags } from './flags.js';

/** Conditions an action may carry, by code. Each reads plain flags only. */
export const GuardCode = {
  COMPLETE: 'COMPLETE',
  ELIGIBLE: 'ELIGIBLE',
  PLAN_OPEN: 'PLAN_OPEN',
  FIXES_ANSWERED: 'FIXES_ANSWERED',
  SIGNED_FORM_PRESENT: 'SIGNED_FORM_PRESENT',
  SIGNED_FORM_FRESH: 'SIGNED_FORM_FRESH',
  ALL_JUDGED_OK: 'ALL_JUDGED_OK',
  FIX_VERDICT_PRESENT: 'FIX_VERDICT_PRESENT',
  FIX_VERDICTS_EXPLAINED: 'FIX_VERDICTS_EXPLAINED',
  RETURN_OVERDUE: 'RETURN_OVERDUE',
  RETURN_NOT_OVERDUE: 'RETURN_NOT_OVERDUE',
  WITHDRAWAL_OPEN: 'WITHDRAWAL_OPEN',
  EXAM_BEGUN: 'EXAM_BEGUN',
  RESULTS_COMPLETE: 'RESULTS_COMPLETE',
  DID_NOT_RECORD_RESULTS: 'DID_NOT_RECORD_RESULTS',
  DID_NOT_REVIEW: 'DID_NOT_REVIEW',
  NO_OPEN_CHANGE: 'NO_OPEN_CHANGE',
  RESTORE_NOT_OVER: 'RESTORE_NOT_OVER',
  STAFF_CHOOSE_PLAN: 'STAFF_CHOOSE_PLAN',
  PLAN_PRESENT: 'PLAN_PRESENT',
} as const;
export type GuardCode = keyof typeof GuardCode;

/** What a guard answers when it stands in the way. */
export interface GuardRefusal {
  readonly code: RefusalCode;
  readonly whyNot: TextKey;
  readonly params: TextParams;
}

type Guard = (flags: WorkflowFlags) => GuardRefusal | null;

const refusal = (code: RefusalCode, whyNot: TextKey, params: TextParams = {}): GuardRefusal => ({
  code,
  whyNot,
  params,
});

const stopWhen =
  (flag: keyof WorkflowFlags, code: RefusalCode, whyNot: TextKey): Guard =>
  (flags) =>
    flags[flag] === true ? refusal(code, whyNot) : null;

const stopWhenAny =
  (
    flag: 'missingRequired' | 'unansweredFixes' | 'missingResults' | 'unexplainedVerdicts',
    key: TextKey,
  ): Guard =>
  (flags) => {
    const count = flags[flag] ?? 0;
    return count > 0 ? refusal('VALIDATION', key, { count }) : null;
  };

const stopWhoDid =
  (actions: readonly ApplicationAction[], whyNot: TextKey): Guard =>
  (flags) =>
    actions.some((action) => flags.actorTookPart?.includes(action))
      ? refusal('FORBIDDEN', whyNot)
      : null;

const allJudgedOk: Guard = ({ unjudgedItems = 0, openVerdicts = 0 }) => {
  if (openVerdicts > 0)
    return refusal('VALIDATION', 'whyNot.openVerdicts', { count: openVerdicts });
  if (unjudgedItems > 0)
    return refusal('VALIDATION', 'whyNot.unjudgedItems', { count: unjudgedItems });
  return null;
};

const GUARDS: Readonly<Record<GuardCode, Guard>> = {
  COMPLETE: stopWhenAny('missingRequired', 'whyNot.missingRequired'),
  ELIGIBLE: stopWhen('ineligible', 'NOT_ELIGIBLE', 'whyNot.ineligible'),
  PLAN_OPEN: stopWhen('planClosed', 'PLAN_CLOSED', 'whyNot.planClosed'),
  FIXES_ANSWERED: stopWhenAny('unansweredFixes', 'whyNot.unansweredFixes'),
  SIGNED_FORM_PRESENT: stopWhen('signedFormMissing', 'VALIDATION', 'whyNot.signedFormMissing'),
  SIGNED_FORM_FRESH: stopWhen('signedFormStale', 'VALIDATION', 'whyNot.signedFormStale'),
  ALL_JUDGED_OK: allJudgedOk,
  FIX_VERDICT_PRESENT: ({ openVerdicts = 0 }) =>
    openVerdicts === 0 ? refusal('VALIDATION', 'whyNot.noFixVerdict') : null,
  FIX_VERDICTS_EXPLAINED: stopWhenAny('unexplainedVerdicts', 'whyNot.unexplainedVerdicts'),
  RETURN_OVERDUE: ({ returnOverdue = false }) =>
    returnOverdue ? null : refusal('VALIDATION', 'whyNot.returnNotOverdue'),
  RETURN_NOT_OVERDUE: stopWhen('returnOverdue', 'STATE_INVALID', 'whyNot.returnOverdue'),
  WITHDRAWAL_OPEN: stopWhen('withdrawalClosed', 'VALIDATION', 'whyNot.withdrawalClosed'),
  EXAM_BEGUN: stopWhen('examAhead', 'STATE_INVALID', 'whyNot.examAhead'),
  RESULTS_COMPLETE: stopWhenAny('missingResults', 'whyNot.missingResults'),
  DID_NOT_RECORD_RESULTS: stopWhoDid(['RECORD_RESULTS'], 'whyNot.recordedByActor'),
  DID_NOT_REVIEW: stopWhoDid(
    ['START_REVIEW', 'RETURN', 'ACCEPT', 'FORWARD'],
    'whyNot.reviewedByActor',
  ),
  NO_OPEN_CHANGE: stopWhen('changeOpen', 'STATE_INVALID', 'whyNot.changeOpen'),
  RESTORE_NOT_OVER: stopWhen('restoreOver', 'STATE_INVALID', 'whyNot.restoreOver'),
  STAFF_CHOOSE_PLAN: stopWhen(
    'candidateChoosesPlan',
    'STATE_INVALID',
    'whyNot.candidateChoosesPlan',
  ),
  PLAN_PRESENT: stopWhen('planMissing', 'VALIDATION', 'whyNot.planMissing'),
};

/** True for a code that names a guard; used to refuse holes in a declaration. */
export function isGuardCode(code: string): code is GuardCode {
  return Object.hasOwn(GUARDS, code);
}

/** The first guard that stands in the way, or null when all let the action pass. */
export function firstRefusal(
  guards: readonly GuardCode[],
  flags: WorkflowFlags,
): GuardRefusal | null {
  for (const code of guards) {
    const refused = GUARDS[code](flags);
    if (refused !== null) return refused;
  }
  return null;
}
