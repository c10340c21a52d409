import {
  APPLICATION_ACTIONS,
  isSignedBeforeSubmission,
  type ApplicationAction,
  type ApplicationStatus,
  type GuardCode,
  type Workflow,
} from '@kaopu/domain';
import { ReturnExpiry } from '../../../src/registrations/cases/return-expiry.js';
import { newKey } from '../../builders/cases.js';
import { offeredTo, standingOf, targetOf } from './case-now.js';
import {
  declaredState,
  expectedOutcome,
  isReadable,
  isTelling,
  openActions,
  type Cell,
  type Standing,
} from './expectations.js';
import {
  changedSince,
  keep,
  putBack,
  refusedKey,
  traceOf,
  type CaseRows,
  type Kept,
} from './kept-rows.js';
import { moveKey, movesOf, wayThrough, type Move } from './moves.js';
import { factFor, posturesOf, type Hand, type Posture } from './postures.js';
import type { Reader } from './readers.js';
import { WAYS, type Outcome } from './ways.js';

/**
 * Takes one case through every state its type declares. In each state everybody who can sign in reads
 * it and sends the request of every action; then every allowed action is taken, each from the same
 * case put back, and the one that leads on last.
 */
export class Walk {
  /** What was otherwise than declared, one sentence each. */
  readonly found: string[] = [];
  /** `moveKey` of every move that was taken. */
  readonly taken = new Set<string>();
  /** States everybody has looked at the case in. */
  readonly states = new Set<ApplicationStatus>();
  private readonly stayed = new Set<string>();
  private readonly main: readonly ApplicationStatus[];
  private readonly rows: CaseRows;
  private requests = 0;

  constructor(
    private readonly hand: Hand,
    private readonly readers: readonly Reader[],
    private readonly workflow: Workflow = hand.subject.type.workflow,
  ) {
    this.rows = hand.subject;
    this.main = wayThrough(workflow);
  }

  /** From the draft to the certificate in its holder's hands, with everything that leads aside. */
  async whole(): Promise<void> {
    for (const [index, state] of this.main.entries()) {
      await this.stay(state, this.main[index + 1] ?? null);
    }
  }

  /** The state the case is in, and what leads aside from it. */
  async here(): Promise<void> {
    await this.stay((await this.standing()).state, null);
  }

  private async stay(state: ApplicationStatus, next: ApplicationStatus | null): Promise<void> {
    this.states.add(state);
    this.stayed.add(stayKey(await this.standing()));
    const tried = new Set<ApplicationAction>();
    let leadsOn: Move | null = null;
    for (const [index, posture] of posturesOf(state).entries()) {
      await posture.prepare(this.hand);
      const standing = await this.standing();
      await this.offers(standing, posture.blocked);
      if (index === 0) await this.refusals(standing);
      const moves = this.movesIn(standing, posture).filter(({ action }) => !tried.has(action));
      leadsOn = moves.findLast(({ to }) => to === next && to !== state) ?? leadsOn;
      for (const move of moves) if (move !== leadsOn) await this.aside(move);
      moves.forEach(({ action }) => tried.add(action));
    }
    if (leadsOn) await this.take(leadsOn);
  }

  /** Takes a move and what can be reached by it alone, and puts the case back. */
  private async aside(move: Move): Promise<void> {
    const kept = await keep(this.hand.api, this.rows);
    const before = await this.standing();
    await this.take(move, kept);
    const standing = await this.standing();
    // What a restored case has behind it is made up here: its state is met on its own way.
    const isRestored = !declaredState(this.workflow, before.state).live;
    const isNew =
      !isRestored && !this.main.includes(standing.state) && !this.stayed.has(stayKey(standing));
    if (isNew && standing.state === move.to) await this.stay(move.to, null);
    await putBack(this.hand.api, this.rows, kept);
  }

  /** @param kept what to put back between several requests for the same action. */
  private async take(move: Move, kept: Kept | null = null): Promise<void> {
    this.taken.add(moveKey((await this.standing()).state, move));
    if (move.fork) await factFor(move.fork.branch, move.fork.key)(this.hand);
    if (move.role === 'SYSTEM') return this.takeByTimer(move);
    const reader = this.colleague(move.role);
    for (const [index, way] of WAYS[move.action].entries()) {
      if (index > 0 && kept) await putBack(this.hand.api, this.rows, kept);
      const standing = await this.standing();
      const target = { ...(await targetOf(this.hand)), idempotencyKey: newKey() };
      const cell = { standing, reader, action: move.action, way, target };
      const got = await way.send(reader.browser, target);
      this.compare(cell, isKeptPaper(this.hand, cell) ? 'refused STATE_INVALID' : 'done', got);
      const { state } = await this.standing();
      const to = got === 'done' && way.mutation !== 'setVerdicts' ? move.to : standing.state;
      if (state !== to) this.found.push(`${this.told(cell)} led to ${state}, not to ${to}`);
    }
  }

  private async takeByTimer({ action, to }: Move): Promise<void> {
    const { api, subject } = this.hand;
    await api.db.query('UPDATE application SET return_due_at = updated_at WHERE id = ?', [
      subject.id,
    ]);
    await api.app.get(ReturnExpiry).sweep();
    const { state } = await this.standing();
    if (state !== to) this.found.push(`${action} by the timer led to ${state}, not to ${to}`);
  }

  /** What every reader's screen offers is what the table declares. */
  private async offers(standing: Standing, blocked: readonly GuardCode[]): Promise<void> {
    for (const reader of this.readers) {
      const shown = await offeredTo(reader.browser, this.hand.subject.id);
      const declared = openActions(this.workflow, standing, reader, blocked);
      const [got, expected] = [shown, declared].map((one) => one && [...one].sort().join(' '));
      if (got === expected) continue;
      this.found.push(
        `${standing.state}: ${reader.name} is offered ${got ?? 'no case'}, declared is ${expected ?? 'no case'}`,
      );
    }
  }

  /** Whatever the table does not allow is refused as declared, and leaves no trace. */
  private async refusals(standing: Standing): Promise<void> {
    const { api } = this.hand;
    const [kept, before] = [await keep(api, this.rows), await traceOf(api, this.rows)];
    const current = await targetOf(this.hand);
    for (const reader of this.readers) {
      for (const action of APPLICATION_ACTIONS) {
        for (const way of WAYS[action]) {
          const idempotencyKey = `${refusedKey(this.rows.id)}${String(++this.requests)}`;
          const target = { ...current, idempotencyKey };
          const cell = { standing, reader, action, way, target };
          const expected = expectedOutcome(this.workflow, cell);
          if (expected === 'done' || !isTelling(this.workflow, cell)) continue;
          const got = await way.send(reader.browser, target);
          this.compare(cell, expected, got);
          if (got === 'done') await putBack(api, this.rows, kept);
        }
      }
    }
    const changed = changedSince(before, await traceOf(api, this.rows));
    if (changed.length > 0) {
      this.found.push(`${standing.state}: refused requests left a trace in ${changed.join(', ')}`);
    }
  }

  /** Of those who may know that the case is there. */
  private movesIn(standing: Standing, { blocked }: Posture): readonly Move[] {
    return declaredState(this.workflow, standing.state)
      .actions.filter(({ guards }) => !guards.some((guard) => blocked.includes(guard)))
      .flatMap((declared) => movesOf(declared))
      .filter(
        ({ role }) =>
          role === 'SYSTEM' || isReadable(this.workflow, standing, this.colleague(role)),
      );
  }

  private colleague(wanted: Move['role']): Reader {
    const reader = this.readers.find(({ role, office }) => role === wanted && office === 'OWN');
    if (!reader) throw new Error(`Nobody is ${wanted}.`);
    return reader;
  }

  private compare(cell: Cell, expected: Outcome, got: Outcome): void {
    if (got !== expected) this.found.push(`${this.told(cell)}: ${got}, declared is ${expected}`);
  }

  private told({ standing, reader, action, way }: Cell): string {
    return `${standing.state}: ${action} (${way.mutation}) by ${reader.name}`;
  }

  private standing(): Promise<Standing> {
    return standingOf(this.hand);
  }
}

/**
 * The one thing that is declared open and refused for the case's own sake: a required paper of what
 * is handed in can be replaced, never taken away (paper-effects.ts).
 */
const isKeptPaper = ({ subject: { type } }: Hand, { standing, action, way }: Cell): boolean =>
  way.mutation === 'removeAttachment' &&
  ['SUBMITTED', 'UNDER_REVIEW'].includes(standing.state) &&
  (action === 'EDIT' || isSignedBeforeSubmission(type));

const stayKey = ({ state, isHandedIn }: Standing): string =>
  isHandedIn ? state : `${state}, never handed in`;
