import { codePoints } from '../texts/code-points.js';
import type { Role } from '../workflow/roles.js';

/** What the register itself says of a certificate, whatever the day (domain.md §5). */
export const RegisteredStatus = {
  VALID: 'VALID',
  SUSPENDED: 'SUSPENDED',
  REVOKED: 'REVOKED',
  CANCELLED: 'CANCELLED',
  SUPERSEDED: 'SUPERSEDED',
} as const;
export type RegisteredStatus = keyof typeof RegisteredStatus;

/** What an issuing authority may do about the standing of a certificate: 暂停, 恢复, 撤销, 注销. */
export const StandingAction = {
  SUSPEND: 'SUSPEND',
  REINSTATE: 'REINSTATE',
  REVOKE: 'REVOKE',
  CANCEL: 'CANCEL',
} as const;
export type StandingAction = keyof typeof StandingAction;

/** What a second officer says about a proposal. */
export const StandingDecision = { APPROVE: 'APPROVE', REJECT: 'REJECT' } as const;
export type StandingDecision = keyof typeof StandingDecision;

/** What closes a proposal: a decision, or its proposer who takes it back. */
export type StandingStep = StandingDecision | 'WITHDRAW';

/** What became of a proposal. */
export const StandingOutcome = {
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  /** 已失效: a new print took the certificate's place before anybody decided. */
  LAPSED: 'LAPSED',
} as const;
export type StandingOutcome = keyof typeof StandingOutcome;

/** One action: from where to where, who proposes, who decides, and what the holder is told. */
export interface StandingDeclaration {
  readonly from: readonly RegisteredStatus[];
  readonly to: RegisteredStatus;
  readonly proposers: readonly Role[];
  /** Whoever proposed is left out, whatever their role (four eyes). */
  readonly deciders: readonly Role[];
  /** Steps that need a reason of their own; a proposal always needs one. */
  readonly reasonFor: readonly StandingStep[];
  /** Template of the notice to the holder once it is approved. */
  readonly notice: string;
}

/** The same eyes for every action. */
const FOUR_EYES = {
  proposers: ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
  deciders: ['AUTHORITY_APPROVER'],
  reasonFor: ['REJECT'],
} as const;

/**
 * The one table of the standing of certificates. A status that is no action's `from` is final:
 * REVOKED, CANCELLED and SUPERSEDED.
 */
export const STANDING_ACTIONS: Readonly<Record<StandingAction, StandingDeclaration>> = {
  SUSPEND: { ...FOUR_EYES, from: ['VALID'], to: 'SUSPENDED', notice: 'CERTIFICATE_SUSPENDED' },
  REINSTATE: { ...FOUR_EYES, from: ['SUSPENDED'], to: 'VALID', notice: 'CERTIFICATE_REINSTATED' },
  REVOKE: {
    ...FOUR_EYES,
    from: ['VALID', 'SUSPENDED'],
    to: 'REVOKED',
    notice: 'CERTIFICATE_REVOKED',
  },
  CANCEL: {
    ...FOUR_EYES,
    from: ['VALID', 'SUSPENDED'],
    to: 'CANCELLED',
    notice: 'CERTIFICATE_CANCELLED',
  },
};

/** What each step makes of a proposal. */
export const STANDING_OUTCOMES: Readonly<Record<StandingStep, StandingOutcome>> = {
  APPROVE: 'APPROVED',
  REJECT: 'REJECTED',
  WITHDRAW: 'WITHDRAWN',
};

/** Shorter says nothing to a holder, longer is a file. In characters, blanks at the ends left out. */
export const STANDING_REASON = { min: 10, max: 500 } as const;

/** True for a reason that says enough and no more. */
export function isStandingReason(reason: string): boolean {
  const { length } = codePoints(reason.trim());
  return length >= STANDING_REASON.min && length <= STANDING_REASON.max;
}

/** Whoever asks, seen from one certificate of their authority. */
export interface StandingActor {
  readonly roles: readonly Role[];
  /** Nobody acts on their own certificate. */
  readonly isHolder: boolean;
}

/** A certificate somebody would like to propose something for. */
export interface StandingCase {
  readonly status: RegisteredStatus;
  readonly hasOpenProposal: boolean;
}

/** A proposal somebody would like to decide. */
export interface ProposedStanding {
  readonly action: StandingAction;
  /** What the register said when it was made. */
  readonly from: RegisteredStatus;
  /** What the register says now. */
  readonly status: RegisteredStatus;
  /** Null while it is open. */
  readonly outcome: StandingOutcome | null;
  readonly isProposer: boolean;
}

/** Why not, the most telling first; each has a text `whyNot.standing.<REFUSAL>`. */
export type StandingRefusal =
  'ROLE' | 'OWN_CERTIFICATE' | 'PROPOSER' | 'NOT_PROPOSER' | 'OPEN_PROPOSAL' | 'CLOSED' | 'STATUS';

const holdsOneOf = (wanted: readonly Role[], roles: readonly Role[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** Null when the actor may propose the action. */
export function proposalRefusal(
  action: StandingAction,
  { roles, isHolder }: StandingActor,
  { status, hasOpenProposal }: StandingCase,
): StandingRefusal | null {
  const { proposers, from } = STANDING_ACTIONS[action];
  if (!holdsOneOf(proposers, roles)) return 'ROLE';
  if (isHolder) return 'OWN_CERTIFICATE';
  if (!from.includes(status)) return 'STATUS';
  return hasOpenProposal ? 'OPEN_PROPOSAL' : null;
}

/** Null when the actor may close it so. Only approving is told what the register says instead. */
export function closingRefusal(
  step: StandingStep,
  actor: StandingActor,
  proposal: ProposedStanding,
): StandingRefusal | null {
  const refusal = step === 'WITHDRAW' ? withdrawal(proposal) : judgement(actor, proposal);
  if (refusal) return refusal;
  if (step === 'APPROVE' && isOvertaken(proposal)) return 'STATUS';
  return proposal.outcome === null ? null : 'CLOSED';
}

/** The register went on without it. */
const isOvertaken = ({ outcome, status, from }: ProposedStanding): boolean =>
  outcome === 'LAPSED' || (outcome === null && status !== from);

const withdrawal = ({ isProposer }: ProposedStanding): StandingRefusal | null =>
  isProposer ? null : 'NOT_PROPOSER';

function judgement(
  { roles, isHolder }: StandingActor,
  { action, isProposer }: ProposedStanding,
): StandingRefusal | null {
  if (!holdsOneOf(STANDING_ACTIONS[action].deciders, roles)) return 'ROLE';
  if (isHolder) return 'OWN_CERTIFICATE';
  return isProposer ? 'PROPOSER' : null;
}

/** Every action the actor may propose now, in the order of the table. */
export const allowedStandingActions = (
  actor: StandingActor,
  certificate: StandingCase,
): readonly StandingAction[] =>
  Object.values(StandingAction).filter(
    (action) => proposalRefusal(action, actor, certificate) === null,
  );

/** Every decision the actor may take now. */
export const allowedStandingDecisions = (
  actor: StandingActor,
  proposal: ProposedStanding,
): readonly StandingDecision[] =>
  Object.values(StandingDecision).filter(
    (decision) => closingRefusal(decision, actor, proposal) === null,
  );
