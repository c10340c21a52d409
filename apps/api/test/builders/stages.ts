import type { ApplicationAction, ApplicationStatus } from '@kaopu/graphql';
import type { Actor, Role } from '../../src/platform/access/actor.js';
import { CasePages } from '../../src/registrations/cases/case-pages.js';
import { fileOf } from '../../src/registrations/cases/case-view.js';
import { ForwardingService } from '../../src/registrations/forwarding/forwarding.service.js';
import { MovesService } from '../../src/registrations/cases/moves.service.js';
import { ResultsService } from '../../src/registrations/results/results.service.js';
import { ReviewService } from '../../src/registrations/desk/review.service.js';
import { ReviewTargets } from '../../src/registrations/desk/review-targets.js';
import type { ApiHarness } from '../support/api-harness.js';
import { done, newKey, versionOf } from './drafts.js';

/** Marks that pass both subjects of RT-I. */
export const PASSING = ['T1', 'P1'].map((subjectCode) => ({
  subjectCode,
  outcome: 'PRESENT' as const,
  score: '86',
}));

/** The states a case passes through when everything goes well. */
export const WAY = [
  'UNDER_REVIEW',
  'QUALIFIED',
  'SCHEDULED',
  'EXAMINED',
  'PASSED',
  'READY_TO_FORWARD',
  'FORWARDED',
] as const satisfies readonly ApplicationStatus[];
export type Stage = (typeof WAY)[number];

/** Who does something with which case. */
interface Hand {
  readonly api: ApiHarness;
  readonly actor: Actor;
  readonly id: string;
}

interface Step {
  readonly role: Role;
  /** @returns the id of what came of it: the case, or the batch it was forwarded in. */
  readonly take: (hand: Hand) => Promise<string>;
}

/** How a case reaches each state from the one before, by the services instead of browsers. */
export const STEPS: Readonly<Record<Stage, Step>> = {
  UNDER_REVIEW: { role: 'REVIEWER', take: (hand) => act(hand, 'START_REVIEW') },
  QUALIFIED: {
    role: 'REVIEWER',
    take: async (hand) => {
      await judgeAll(hand);
      return act(hand, 'ACCEPT');
    },
  },
  SCHEDULED: { role: 'PLAN_CLERK', take: (hand) => act(hand, 'SCHEDULE') },
  EXAMINED: {
    role: 'RESULT_CLERK',
    take: async ({ api, actor, id }) => {
      const input = { ...(await command(api, id)), subjects: PASSING };
      return done(await api.app.get(ResultsService).enter(actor, input));
    },
  },
  PASSED: {
    role: 'RESULT_PUBLISHER',
    take: async ({ api, actor, id }) =>
      done(await api.app.get(ResultsService).publish(actor, await command(api, id))),
  },
  READY_TO_FORWARD: { role: 'FORWARDER', take: (hand) => act(hand, 'QUEUE_FORWARD') },
  FORWARDED: {
    role: 'FORWARDER',
    take: async ({ api, actor, id }) => {
      const applications = [{ id, version: await versionOf(api, id) }];
      const input = { idempotencyKey: newKey(), applications };
      return done(await api.app.get(ForwardingService).forward(actor, input));
    },
  },
};

async function act({ api, actor, id }: Hand, action: ApplicationAction): Promise<string> {
  const input = { ...(await command(api, id)), action };
  return done(await api.app.get(MovesService).act(actor, input));
}

async function judgeAll({ api, actor, id }: Hand): Promise<void> {
  const page = await api.app.get(CasePages).one(actor, id);
  const verdicts = api.app
    .get(ReviewTargets)
    .of(actor, fileOf(page))
    .filter(({ due }) => due)
    .map(({ targetKind, target, seen }) => ({ targetKind, target, seen, ok: true }));
  const input = { ...(await command(api, id)), verdicts };
  done(await api.app.get(ReviewService).setVerdicts(actor, input));
}

const command = async (api: ApiHarness, applicationId: string) => ({
  applicationId,
  version: await versionOf(api, applicationId),
  idempotencyKey: newKey(),
});
