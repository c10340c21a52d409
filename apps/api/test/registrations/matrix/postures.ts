import {
  isSignedBeforeSubmission,
  type ApplicationStatus,
  type ApplicationType,
  type Branch,
  type GuardCode,
} from '@kaopu/domain';
import { expect } from 'vitest';
import { CatalogueMemory } from '../../../src/catalogue/catalogue-memory.js';
import { succeeded } from '../../builders/applications.js';
import { caseOf, newKey } from '../../builders/cases.js';
import type { Desk } from '../../builders/desk.js';
import type { ApiHarness } from '../../support/api-harness.js';
import { targetOf } from './case-now.js';
import { paperOf, type PreparedCase } from './prepared-cases.js';
import { PUT_FORM, PUT_PAPER, type Way } from './ways.js';

/** A case with the people who handle it. */
export interface Hand {
  readonly api: ApiHarness;
  readonly desk: Desk;
  readonly subject: PreparedCase;
}

type Fact = (hand: Hand) => Promise<void>;

/** A case in a state, with some of the facts the guards there ask for. */
export interface Posture {
  /** Guards that stand in the way then, and only then. */
  readonly blocked: readonly GuardCode[];
  readonly prepare: Fact;
}

const AS_IT_COMES: readonly Posture[] = [{ blocked: [], prepare: () => Promise.resolve() }];

const agree = async ({ desk, subject }: Hand): Promise<void> => {
  succeeded(await desk.judge(subject.id), 'Application');
};

const object = async ({ desk, subject }: Hand): Promise<void> => {
  const target = paperOf(subject.type);
  succeeded(await desk.judge(subject.id, { target }), 'Application');
};

/** Something else in a slot of the owner's. */
const put =
  (way: Way) =>
  async (hand: Hand): Promise<void> => {
    const target = { ...(await targetOf(hand)), idempotencyKey: newKey() };
    expect(await way.send(hand.subject.owner, target)).toBe('done');
  };

/** Requests about a certificate were signed before they were handed in. */
async function sign(hand: Hand): Promise<void> {
  if (!isSignedBeforeSubmission(hand.subject.type)) await put(PUT_FORM)(hand);
}

const assignsPlans = ({ workflow }: ApplicationType): boolean =>
  workflow.states.some(({ actions }) => actions.some(({ action }) => action === 'ASSIGN_PLAN'));

/** The operator's data about who picks the plan of the type (docs/operators.md); without it, candidates do. */
const leavePlan =
  (toTheDesk: boolean): Fact =>
  async ({ api, subject: { type } }) => {
    if (!assignsPlans(type)) return;
    const code = `planChoice.${type.code}`;
    await api.db.query(
      toTheDesk
        ? "INSERT INTO rule_parameter (code, value, valid_from, trust, source) VALUES (?, '\"BY_STAFF\"', '2026-11-24', 'ours', '演示')"
        : 'DELETE FROM rule_parameter WHERE code = ? AND value = \'"BY_STAFF"\'',
      [code],
    );
    api.app.get(CatalogueMemory).forget();
  };

const POSTURES: Partial<Record<ApplicationStatus, readonly Posture[]>> = {
  SUBMITTED: [
    { blocked: ['STAFF_CHOOSE_PLAN'], prepare: sign },
    { blocked: [], prepare: leavePlan(true) },
    { blocked: ['STAFF_CHOOSE_PLAN'], prepare: leavePlan(false) },
  ],
  UNDER_REVIEW: [
    { blocked: ['ALL_JUDGED_OK', 'STAFF_CHOOSE_PLAN'], prepare: object },
    { blocked: ['ALL_JUDGED_OK'], prepare: leavePlan(true) },
    {
      blocked: ['FIX_VERDICT_PRESENT', 'STAFF_CHOOSE_PLAN'],
      prepare: async (hand) => {
        await leavePlan(false)(hand);
        await agree(hand);
      },
    },
  ],
  RETURNED: [
    { blocked: ['FIXES_ANSWERED'], prepare: () => Promise.resolve() },
    { blocked: [], prepare: put(PUT_PAPER) },
  ],
  ISSUER_RETURNED: [
    { blocked: ['FIX_VERDICT_PRESENT'], prepare: () => Promise.resolve() },
    { blocked: [], prepare: object },
  ],
};

/** Between them every guarded action of the state is open once; what leads on is open in the last. */
export const posturesOf = (state: ApplicationStatus): readonly Posture[] =>
  POSTURES[state] ?? AS_IT_COMES;

const marked =
  (outcome: 'PRESENT' | 'ABSENT' | 'VOID', score: string | null): Fact =>
  async ({ desk, subject: { id } }) => {
    const { results } = await caseOf(await desk.as('RESULT_CLERK'), id);
    const subjects = results.map(({ subjectCode }) => ({ subjectCode, outcome, score }));
    succeeded(await desk.enter(id, subjects), 'ResultRow');
  };

const examPassed: Fact = async ({ api, subject: { id } }) => {
  await api.db.query("UPDATE application SET passed_on = '2026-11-20' WHERE id = ?", [id]);
};

const deletedFrom =
  (state: ApplicationStatus): Fact =>
  async ({ api, subject: { id } }) => {
    await api.db.query('UPDATE application SET deleted_from = ? WHERE id = ?', [state, id]);
  };

/** What makes a case take each way of a fork. */
const FACTS: Readonly<Record<Branch['branch'], Readonly<Record<string, Fact>>>> = {
  RESULT: {
    PASSED: marked('PRESENT', '85'),
    FAILED: marked('PRESENT', '10'),
    ABSENT: marked('ABSENT', null),
    VOID: marked('VOID', null),
  },
  EXAM: { AHEAD: () => Promise.resolve(), PASSED: examPassed },
  DELETED_FROM: { SUBMITTED: deletedFrom('SUBMITTED'), RETURNED: deletedFrom('RETURNED') },
};

export function factFor(branch: Branch['branch'], key: string): Fact {
  const fact = FACTS[branch][key];
  if (!fact) throw new Error(`Nothing leads to ${branch} ${key}.`);
  return fact;
}
