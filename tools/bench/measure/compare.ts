import type { Server } from '../servers/server.js';
import { isKaopu, type Kind } from '../operations/kind.js';
import type { Operation, RequestMaker } from '../operations/operation.js';
import type { World } from '../data/world.js';
import type { Tokens } from '../servers/tokens.js';
import { Connection, load, type WireAnswer } from './http-load.js';
import { cpuSeconds } from './process-usage.js';
import { percentile, summarise, type Summary } from './statistics.js';

export interface Bounds {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

/** What one server did in all rounds of one operation. */
export interface Measured {
  readonly operation: string;
  readonly server: Kind;
  /** Requests a second, one number per round. */
  readonly rates: readonly number[];
  readonly rate: Summary;
  /** Milliseconds of CPU per request: the server's own and the database's. */
  readonly cpuMs: number;
  readonly databaseCpuMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** The servers and the database they share. */
export interface Field {
  readonly servers: Readonly<Partial<Record<Kind, Server>>>;
  readonly databasePid: number;
}

const COMPARED = 5;
const WARM_UP_SECONDS = 0.7;

/** @throws Error for an answer that is no success: a benchmark of errors measures nothing. */
export function mustSucceed({ status, body }: WireAnswer): void {
  if (status !== 200 || body.includes('"errors"')) {
    throw new Error(`Answer ${status}: ${body.toString().slice(0, 600)}`);
  }
}

async function ask(
  port: number,
  maker: RequestMaker,
  indexes: readonly number[],
): Promise<string[]> {
  const connection = await Connection.open(port);
  const answers = [];
  for (const index of indexes) {
    const answer = await connection.ask(maker(index));
    mustSucceed(answer);
    answers.push(answer.body.toString().trim());
  }
  connection.close();
  return answers;
}

/** One operation on all its servers: answers compared, warmed up, then measured A B C A B C. */
export async function compare(
  operation: Operation,
  { servers, databasePid }: Field,
  world: World,
  tokens: Tokens,
  { rounds, seconds, connections }: Bounds,
): Promise<Measured[]> {
  const { perRound } = operation;
  const builds = (Object.keys(servers) as Kind[]).filter(isKaopu);
  const kinds = operation.servers
    .flatMap((kind) => (kind === 'kaopu' ? builds : [kind]))
    .filter((kind) => servers[kind]);
  const rows = new Map(kinds.map((kind) => [kind, new Tally()]));
  const budget = perRound ? COMPARED + (rounds + 1) * perRound : 0;
  const makers = new Map<Kind, RequestMaker>();
  const nextIndex = new Map<Kind, number>();
  const expected: string[] = [];
  for (const kind of kinds) {
    const maker = await operation.prepare(kind, world, tokens, budget);
    makers.set(kind, maker);
    const asked = await ask(portOf(servers, kind), maker, [...Array(COMPARED).keys()]);
    const answers = isKaopu(kind) ? asked.map(withoutTypeNames) : asked;
    if (expected.length === 0) expected.push(...answers);
    answers.forEach((answer, at) => {
      if (operation.comparable && answer !== expected[at])
        throw difference(operation, kind, answer, expected[at]);
    });
    nextIndex.set(kind, COMPARED);
  }
  const run = async (
    kind: Kind,
    bounds: { requests: number; seconds: number },
    tally: Tally | null,
  ) => {
    const server = servers[kind];
    const maker = makers.get(kind);
    if (!server || !maker) return;
    const before = [cpuSeconds(server.pid), cpuSeconds(databasePid)] as const;
    let index = nextIndex.get(kind) ?? 0;
    const result = await load(
      server.port,
      { connections, ...bounds },
      () => maker(index++),
      mustSucceed,
    );
    nextIndex.set(kind, index);
    tally?.add(result, cpuSeconds(server.pid) - before[0], cpuSeconds(databasePid) - before[1]);
  };
  const bounds = { requests: perRound ?? Infinity, seconds: perRound ? 60 : seconds };
  for (const kind of kinds)
    await run(kind, perRound ? bounds : { ...bounds, seconds: WARM_UP_SECONDS }, null);
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) await run(kind, bounds, rows.get(kind) ?? null);
  }
  return kinds.flatMap((kind) => rows.get(kind)?.measured(operation.name, kind) ?? []);
}

/** The web app's documents ask for the names of types; the floor need not tell them. */
const withoutTypeNames = (answer: string): string => answer.replaceAll(/,"__typename":"\w+"/g, '');

const portOf = (servers: Field['servers'], kind: Kind): number => servers[kind]?.port ?? 0;

function difference(operation: Operation, kind: Kind, got: string, wanted = ''): Error {
  const at = [...got].findIndex((character, index) => character !== wanted[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 120);
  return new Error(
    `${operation.name}: ${kind} answers otherwise than ${operation.servers[0] ?? ''}\n  ${around(got)}\n  ${around(wanted)}`,
  );
}

class Tally {
  private readonly rates: number[] = [];
  private readonly latencies: number[] = [];
  private answered = 0;
  private cpu = 0;
  private databaseCpu = 0;

  add(
    {
      answered,
      seconds,
      latencies,
    }: { answered: number; seconds: number; latencies: readonly number[] },
    cpu: number,
    databaseCpu: number,
  ): void {
    this.rates.push(answered / seconds);
    this.latencies.push(...latencies);
    this.answered += answered;
    this.cpu += cpu;
    this.databaseCpu += databaseCpu;
  }

  measured(operation: string, server: Kind): Measured {
    return {
      operation,
      server,
      rates: this.rates,
      rate: summarise(this.rates),
      cpuMs: (this.cpu * 1000) / this.answered,
      databaseCpuMs: (this.databaseCpu * 1000) / this.answered,
      p50Ms: percentile(this.latencies, 0.5),
      p99Ms: percentile(this.latencies, 0.99),
    };
  }
}
