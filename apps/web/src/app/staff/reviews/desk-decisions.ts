import {
  applicationType,
  offersAction,
  reasonFor,
  type ActionDeclaration,
  type ApplicationAction,
} from '@kaopu/domain';

import type { ReviewedCase } from './verdict-draft.js';

/** What the decisions of the desk depend on. */
type DeskCase = Pick<ReviewedCase, 'type' | 'status' | 'allowedActions' | 'whyNot'>;

/** A button of the desk, with what the workflow table says about a reason. */
export interface DeskDecision {
  readonly action: ApplicationAction;
  readonly reason: ActionDeclaration['reason'];
}

/** Actions of the desk this page offers as buttons, when the server allows them. */
const DESK_ACTIONS: readonly ApplicationAction[] = [
  'START_REVIEW',
  'ACCEPT',
  'RETURN',
  'SCHEDULE',
  'QUEUE_FORWARD',
  'RESTORE',
];

const isVerdict = (action: ApplicationAction): boolean =>
  action === 'ACCEPT' || action === 'RETURN';

/** Whether the reader gives verdicts now: where the workflow table lets their role return the case. */
export function mayJudge(one: DeskCase | undefined): boolean {
  if (!one || !offersAction(applicationType(one.type), one.status, 'RETURN')) return false;
  return (
    one.allowedActions.includes('RETURN') || one.whyNot.some(({ action }) => action === 'RETURN')
  );
}

/**
 * While judging, the decision the verdicts lead to stands ready although they are not saved yet: they
 * are saved first, and the server decides. Everything else is offered when the server allows it.
 */
export function deskDecisions(one: DeskCase | undefined, hasFix: boolean): readonly DeskDecision[] {
  if (!one) return [];
  const type = applicationType(one.type);
  const ready = mayJudge(one) ? (hasFix ? 'RETURN' : 'ACCEPT') : undefined;
  return DESK_ACTIONS.filter((action) =>
    ready !== undefined && isVerdict(action)
      ? action === ready && offersAction(type, one.status, action)
      : one.allowedActions.includes(action),
  ).map((action) => ({ action, reason: reasonFor(type, one.status, action) }));
}

/** Why a decision of this state is not possible yet. */
export function whyNotYet(one: DeskCase | undefined): DeskCase['whyNot'] {
  if (!one) return [];
  const type = applicationType(one.type);
  return one.whyNot.filter(
    ({ action }) => isVerdict(action) && offersAction(type, one.status, action),
  );
}
