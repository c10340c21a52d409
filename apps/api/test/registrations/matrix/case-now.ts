import type { ApplicationAction, ApplicationStatus } from '@kaopu/domain';
import type { SignedIn } from '../../builders/accounts.js';
import type { Standing } from './expectations.js';
import type { Hand } from './postures.js';
import { paperOf } from './prepared-cases.js';
import type { Target, Versioned } from './ways.js';

const NOTHING_SEEN = '0'.repeat(64);

interface CaseRow extends Versioned {
  readonly status: ApplicationStatus;
  readonly submittedAt: Date | null;
}

async function rowOf({ api, subject }: Hand): Promise<CaseRow> {
  const [row] = await api.db.query<CaseRow[]>(
    'SELECT id, status, version, submitted_at AS submittedAt FROM application WHERE id = ?',
    [subject.id],
  );
  if (!row) throw new Error(`Application ${subject.id} is gone.`);
  return row;
}

export async function standingOf(hand: Hand): Promise<Standing> {
  const { status, submittedAt } = await rowOf(hand);
  return { state: status, isHandedIn: submittedAt !== null };
}

/** The case as requests about it name it now. */
export async function targetOf(hand: Hand): Promise<Omit<Target, 'idempotencyKey'>> {
  const { type, planId } = hand.subject;
  const { id, status, version } = await rowOf(hand);
  const offers = (action: ApplicationAction): boolean =>
    type.workflow.states.some(
      ({ code, actions }) => code === status && actions.some((one) => one.action === action),
    );
  return {
    id,
    type,
    version,
    planId,
    paper: paperOf(type),
    seen: offers('RETURN') ? await seenOf(hand) : NOTHING_SEEN,
    subjects: offers('RECORD_RESULTS') ? await subjectsOf(hand) : ['T1'],
    line: await cameOf(hand, 'issue_line'),
    certificate: await cameOf(hand, 'certificate'),
  };
}

/** The latest line or certificate that came of the case; ids are in the order of time. */
async function cameOf(
  { api, subject }: Hand,
  table: 'issue_line' | 'certificate',
): Promise<Versioned | null> {
  const [row] = await api.db.query<Versioned[]>(
    `SELECT id, version FROM ${table} WHERE source = ? ORDER BY id DESC LIMIT 1`,
    [`application:${subject.id}`],
  );
  return row ?? null;
}

async function seenOf({ desk, subject: { id, type } }: Hand): Promise<string> {
  const reviewer = await desk.as('REVIEWER');
  const { application } = await reviewer.send<
    { application: { reviewTargets: readonly { target: string; seen: string }[] } },
    unknown
  >('query ($id: ID!) { application(id: $id) { reviewTargets { target seen } } }', { id });
  const paper = application.reviewTargets.find(({ target }) => target === paperOf(type));
  return paper?.seen ?? NOTHING_SEEN;
}

async function subjectsOf({ desk, subject: { id } }: Hand): Promise<readonly string[]> {
  const clerk = await desk.as('RESULT_CLERK');
  const { application } = await clerk.send<
    { application: { results: readonly { subjectCode: string }[] } },
    unknown
  >('query ($id: ID!) { application(id: $id) { results { subjectCode } } }', { id });
  return application.results.map(({ subjectCode }) => subjectCode);
}

/** The actions a screen offers to somebody; null when there is no such case for them. */
export async function offeredTo(
  who: SignedIn,
  id: string,
): Promise<readonly ApplicationAction[] | null> {
  const { data, errors } = await who.ask<
    { application: { allowedActions: readonly ApplicationAction[] } },
    unknown
  >('query ($id: ID!) { application(id: $id) { allowedActions } }', { id });
  if (data) return data.application.allowedActions;
  const codes = errors?.map(({ extensions }) => extensions.code);
  if (codes?.join() !== 'NOT_FOUND') throw new Error(`The case cannot be read: ${codes?.join()}`);
  return null;
}
