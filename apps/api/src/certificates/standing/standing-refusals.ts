import type { RegisteredStatus, StandingAction, StandingRefusal } from '@kaopu/domain';
import type { Actor } from '../../platform/access/actor.js';
import type { RefusedError } from '../../platform/graphql/user-error.js';
import { refuse, say } from '../../platform/i18n/refuse.js';

/** What a refusal is about. */
export interface Refused {
  readonly action: StandingAction;
  /** What the register says now. */
  readonly status: RegisteredStatus;
}

/** Those that stay the same whatever happens to the certificate. */
const ABOUT_PERSON: ReadonlySet<StandingRefusal> = new Set([
  'ROLE',
  'OWN_CERTIFICATE',
  'PROPOSER',
  'NOT_PROPOSER',
]);

const wordsOf = (
  actor: Actor,
  { action, status }: Refused,
): Readonly<Record<'action' | 'status', string>> => ({
  action: say(actor, `standing.${action}`),
  status: say(actor, `certificateStatus.${status}`),
});

/** Why not, in the actor's language. */
export const standingWhyNot = (actor: Actor, refusal: StandingRefusal, about: Refused): string =>
  say(actor, `whyNot.standing.${refusal}`, wordsOf(actor, about));

/** The same as the answer of a mutation. */
export const standingRefused = (
  actor: Actor,
  refusal: StandingRefusal,
  about: Refused,
): RefusedError =>
  refuse(
    actor,
    ABOUT_PERSON.has(refusal) ? 'FORBIDDEN' : 'STATE_INVALID',
    `whyNot.standing.${refusal}`,
    wordsOf(actor, about),
  );
