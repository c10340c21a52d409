import type { Actor, Role } from '../platform/access/actor.js';
import { say } from '../platform/i18n/refuse.js';
import { IssueDecision, type IssueLineStatus } from './issue-line-status.js';

/** What a decision about a line depends on. */
export interface DecidableLine {
  readonly status: IssueLineStatus;
  readonly holderAccountId: string;
  readonly tookPart: readonly string[];
}

/** A decision the actor may not take, in their language. */
export interface DecisionRefusal {
  readonly code: 'FORBIDDEN' | 'STATE_INVALID';
  readonly message: string;
}

const DECIDERS: Readonly<Record<IssueDecision, readonly Role[]>> = {
  APPROVE: ['AUTHORITY_APPROVER'],
  RETURN: ['AUTHORITY_APPROVER', 'AUTHORITY_REVIEWER'],
  REJECT: ['AUTHORITY_APPROVER'],
};
/** The workflow's word for each decision and for each state a decision led to. */
const ACTION: Readonly<Record<IssueDecision, string>> = {
  APPROVE: 'action.APPROVE',
  RETURN: 'action.ISSUER_RETURN',
  REJECT: 'action.REJECT',
};
const DECIDED_STATE: Readonly<Record<Exclude<IssueLineStatus, 'PENDING'>, string>> = {
  APPROVED: 'whyNot.state.APPROVED',
  RETURNED: 'whyNot.state.ISSUER_RETURNED',
  REJECTED: 'whyNot.state.REJECTED',
};

/**
 * The one place that says who may decide a line: the authority's people by role, once, and nobody
 * who had a hand in the case or is its holder (domain.md §10 invariant 6, goal N6).
 *
 * @returns null when the actor may.
 */
export function refusalOf(
  actor: Actor,
  line: DecidableLine,
  decision: IssueDecision,
): DecisionRefusal | null {
  const forbidden = (key: string): DecisionRefusal => ({
    code: 'FORBIDDEN',
    message: say(actor, key, { action: say(actor, ACTION[decision]) }),
  });
  if (!DECIDERS[decision].some((role) => actor.roles.includes(role))) {
    return forbidden('whyNot.role');
  }
  if (line.holderAccountId === actor.id) return forbidden('whyNot.ownApplication');
  if (line.tookPart.includes(actor.id)) return forbidden('whyNot.reviewedByActor');
  if (line.status === 'PENDING') return null;
  return { ...forbidden(DECIDED_STATE[line.status]), code: 'STATE_INVALID' };
}

/** Every decision the actor may take on the line now. */
export const allowedDecisions = (actor: Actor, line: DecidableLine): IssueDecision[] =>
  Object.values(IssueDecision).filter((decision) => refusalOf(actor, line, decision) === null);
