import type { World } from '../data/world.js';
import { submissions } from '../operations/apply.js';
import type { Kind } from '../operations/kind.js';
import type { RequestMaker } from '../operations/operation.js';
import type { Server } from '../servers/server.js';
import type { Tokens } from '../servers/tokens.js';
import { load, type WireAnswer } from './http-load.js';

/** So many people who all submit for the last seats of one plan. */
export interface Rush {
  readonly people: number;
  readonly seats: number;
}

/** Who is rushed: processes that share the callers between them. */
export interface Rushed {
  readonly name: string;
  readonly kind: Kind;
  readonly processes: readonly Server[];
  /** The control takes seats as one must not, and has to sell too many. */
  readonly operation?: 'Apply' | 'ApplyNaively';
}

export interface Contention extends Rush {
  readonly name: string;
  readonly perSecond: number;
  readonly accepted: number;
  readonly refused: number;
  /** Answers that are neither a seat nor PLAN_FULL. */
  readonly errors: number;
  /** What the tables say afterwards. */
  readonly sold: number;
  /** Transactions the database ended, which the API then ran again. */
  readonly deadlocks: number;
}

const CONNECTIONS = 32;

interface Answers {
  accepted: number;
  refused: number;
  errors: number;
}

export async function contention(
  { name, kind, processes, operation = 'Apply' }: Rushed,
  { people, seats }: Rush,
  world: World,
  tokens: Tokens,
): Promise<Contention> {
  const planId = await world.plan(seats);
  const maker = await submissions(kind, await world.drafts(people, planId), tokens, operation);
  const answers: Answers = { accepted: 0, refused: 0, errors: 0 };
  const before = await deadlocks(world);
  const began = performance.now();
  await everybody(processes, people, maker, (answer) => tell(answers, answer));
  const seconds = (performance.now() - began) / 1000;
  const [row] = await world.query<{ n: number | string }>(
    "SELECT COUNT(*) AS n FROM application WHERE seat_plan_id = ? AND status = 'SUBMITTED'",
    [planId],
  );
  return {
    name,
    people,
    seats,
    perSecond: people / seconds,
    ...answers,
    sold: Number(row?.n ?? 0),
    deadlocks: (await deadlocks(world)) - before,
  };
}

/** Each process gets the same number of callers; together they ask once for every person. */
async function everybody(
  processes: readonly Server[],
  people: number,
  maker: RequestMaker,
  check: (answer: WireAnswer) => void,
): Promise<void> {
  let index = 0;
  const bounds = {
    connections: CONNECTIONS / processes.length,
    requests: people / processes.length,
    seconds: 300,
  };
  await Promise.all(processes.map(({ port }) => load(port, bounds, () => maker(index++), check)));
}

function tell(answers: Answers, { status, body }: WireAnswer): void {
  const text = body.toString();
  if (status === 200 && text.includes('"SUBMITTED"')) answers.accepted += 1;
  else if (status === 200 && text.includes('"PLAN_FULL"')) answers.refused += 1;
  else answers.errors += 1;
}

async function deadlocks(world: World): Promise<number> {
  const [row] = await world.query<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'");
  return Number(row?.Value ?? NaN);
}
