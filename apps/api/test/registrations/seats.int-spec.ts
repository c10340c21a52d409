import { SubmitApplicationDocument } from '@kaopu/graphql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExamPlans } from '../../src/exams/exam-plans.js';
import { Seats } from '../../src/exams/seats.js';
import { ApplicationCells } from '../../src/registrations/cases/application-cells.js';
import { ApplicationRow } from '../../src/registrations/cases/application.entity.js';
import { signedInCandidate, type SignedIn } from '../builders/accounts.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { ANSWERS, newKey, putPapers, versionOf } from '../builders/drafts.js';
import { aPlan, changePlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const CALLERS = 200;
const SEATS = 10;
/** Enough for both runs, whichever comes first: each leaves those without a seat for the other. */
const CROWD = CALLERS + 3 * SEATS;
const AT_ONCE = 10;

interface Waiting {
  readonly id: string;
  readonly browser: SignedIn;
}

let api: ApiHarness;
beforeAll(async () => {
  api = await ApiHarness.start();
  await withReferenceData(api);
});
afterAll(() => api.stop());

/** Runs `work` for all, some at a time. */
async function inGroups<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}

/** A complete draft of somebody new, written down directly: 230 of them take their time otherwise. */
async function waitingDraft(planId: string): Promise<Waiting> {
  const browser = await signedInCandidate(api);
  const [id, now] = [uuid(), api.clock.now()];
  await api.db.manager.insert(ApplicationRow, {
    id,
    planId,
    type: 'testing-initial',
    declarationVersion: 1,
    accountId: browser.accountId,
    itemCode: 'RT-I',
    status: 'DRAFT',
    answersEnc: api.app.get(ApplicationCells).seal(id, 'answers_enc', ANSWERS),
    dataVersion: 0,
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
  await putPapers(api, id, browser.accountId);
  return { id, browser };
}

/** Seats as a beginner would count them: looked up first, then added without a condition. */
function withoutGuard(api: ApiHarness): () => void {
  const [plans, seats] = [api.app.get(ExamPlans), api.app.get(Seats)];
  const [byId, take] = [plans.byId, seats.take];
  plans.byId = async (id, language) => {
    const plan = await byId.call(plans, id, language);
    return plan && plan.seatsLeft > 0 ? plan : null;
  };
  seats.take = async (em, planId) => {
    await em.query('UPDATE exam_plan SET taken = taken + 1 WHERE id = ?', [planId]);
    return null;
  };
  return () => {
    Object.assign(plans, { byId });
    Object.assign(seats, { take });
  };
}

describe('The last seats of a plan', () => {
  let crowd: Waiting[];
  beforeAll(async () => {
    const planId = (await aPlan(api)).id;
    crowd = await inGroups(Array.from({ length: CROWD }), () => waitingDraft(planId));
  }, 180_000);
  const count = async (sql: string, ...values: unknown[]): Promise<number> => {
    const [row] = await api.db.query<{ n: number | string }[]>(sql, values);
    return Number(row?.n);
  };

  /** Lets 200 people who have no seat yet submit for the same last seats at once. */
  const race = async () => {
    const { id: planId } = await aPlan(api, { capacity: SEATS });
    const drafts = await api.db.query<{ id: string }[]>(
      "SELECT id FROM application WHERE status = 'DRAFT' AND id IN (?) LIMIT ?",
      [crowd.map(({ id }) => id), CALLERS],
    );
    const ids = new Set(drafts.map(({ id }) => id));
    await api.db.query('UPDATE application SET plan_id = ? WHERE id IN (?)', [planId, [...ids]]);
    const callers = crowd.filter(({ id }) => ids.has(id));
    expect(callers).toHaveLength(CALLERS);
    const answers = await Promise.all(
      callers.map(async ({ id, browser }) => {
        const input = {
          applicationId: id,
          version: 1,
          idempotencyKey: newKey(),
          truthDeclared: true,
        };
        return (await browser.send(SubmitApplicationDocument, { input })).submitApplication;
      }),
    );
    const seated = await count(
      "SELECT COUNT(*) AS n FROM application WHERE plan_id = ? AND status = 'SUBMITTED'",
      planId,
    );
    return { planId, answers, seated };
  };

  it('go to exactly as many as there are seats when 200 people submit at once', async () => {
    const { planId, answers, seated } = await race();
    const outcomes = answers.map((answer) =>
      answer.__typename === 'Application' ? answer.status : answer.code,
    );
    expect(outcomes.filter((outcome) => outcome === 'SUBMITTED')).toHaveLength(SEATS);
    expect(outcomes.filter((outcome) => outcome === 'PLAN_FULL')).toHaveLength(CALLERS - SEATS);
    expect(await seatsTaken(api, planId)).toBe(SEATS);
    expect(seated).toBe(SEATS);
  }, 120_000);

  it('are oversold without the conditional update: the race above can be lost', async () => {
    const restore = withoutGuard(api);
    try {
      const { planId, seated } = await race();
      expect(seated).toBeGreaterThan(SEATS);
      expect(await seatsTaken(api, planId)).toBe(seated);
    } finally {
      restore();
    }
  }, 120_000);
});

describe('Seats of a plan', () => {
  const seatHolders = async (planId: string): Promise<number> => {
    const [row] = await api.db.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM application WHERE seat_plan_id = ?',
      [planId],
    );
    return Number(row?.n);
  };

  it.each(['WITHDRAW', 'DELETE'] as const)('are given back by %s, once', async (action) => {
    const { id } = await aPlan(api);
    const applicant = await Applicant.submitted(api, id, { signed: false });
    const version = await versionOf(api, applicant.id);
    // Whoever comes second meets another version, or finds nothing any more.
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => applicant.act(action, { version })),
    );
    const moved = answers.filter(
      (one) => one.status === 'fulfilled' && one.value.__typename === 'Application',
    );
    expect(moved).toHaveLength(1);
    expect(await seatsTaken(api, id)).toBe(0);
  });

  it('are free for the next person after a withdrawal', async () => {
    const { id } = await aPlan(api, { capacity: 1 });
    const [first, second] = [await Applicant.ready(api, id), await Applicant.ready(api, id)];
    expect(await first.submit()).toMatchObject({ status: 'SUBMITTED' });
    expect(await second.submit()).toMatchObject({ code: 'PLAN_FULL' });
    await first.act('WITHDRAW');
    expect(await second.submit()).toMatchObject({ status: 'SUBMITTED' });
    expect(await seatsTaken(api, id)).toBe(1);
  });

  it('stay exact while people withdraw and book again at once', async () => {
    const { id } = await aPlan(api, { capacity: 6 });
    const holders = await inGroups(Array.from({ length: 6 }), () =>
      Applicant.submitted(api, id, { signed: false }),
    );
    const waiting = await inGroups(Array.from({ length: 6 }), () => Applicant.ready(api, id));
    await Promise.all([
      ...holders.map((holder) => holder.act('WITHDRAW')),
      ...waiting.map((one) => one.submit()),
    ]);
    expect(await seatsTaken(api, id)).toBe(await seatHolders(id));
    const late = await Promise.all(waiting.map((one) => one.submit()));
    for (const answer of late) {
      // In already, or in now that everybody else has left.
      expect(['STATE_INVALID', 'SUBMITTED']).toContain(
        answer.__typename === 'Application' ? answer.status : answer.code,
      );
    }
    expect(await seatsTaken(api, id)).toBe(6);
    expect(await seatHolders(id)).toBe(6);
  });

  it('stay exact while people change between two plans in opposite directions', async () => {
    const [one, other] = [await aPlan(api), await aPlan(api)];
    const movers = await inGroups(Array.from({ length: 16 }), () =>
      Applicant.submitted(api, one.id, { signed: false }),
    );
    const there = movers.slice(0, 8);
    for (const mover of there) succeeded(await mover.save({}, { planId: other.id }), 'Application');
    const moved = await Promise.all(
      movers.map((mover, index) => mover.save({}, { planId: index < 8 ? one.id : other.id })),
    );
    for (const answer of moved) succeeded(answer, 'Application');
    expect([await seatsTaken(api, one.id), await seatsTaken(api, other.id)]).toEqual([8, 8]);
    expect([await seatHolders(one.id), await seatHolders(other.id)]).toEqual([8, 8]);
  });

  it('go to one of many who change to the last one at once; the others keep theirs', async () => {
    const [old, last] = [await aPlan(api), await aPlan(api, { capacity: 1 })];
    const movers = await inGroups(Array.from({ length: 8 }), () =>
      Applicant.submitted(api, old.id, { signed: false }),
    );
    const answers = await Promise.all(movers.map((mover) => mover.save({}, { planId: last.id })));
    const outcomes = answers.map((answer) =>
      answer.__typename === 'Application' ? 'MOVED' : answer.code,
    );
    expect(outcomes.sort()).toEqual(['MOVED', ...Array.from({ length: 7 }, () => 'PLAN_FULL')]);
    expect([await seatsTaken(api, old.id), await seatsTaken(api, last.id)]).toEqual([7, 1]);
  });

  it('are held until the exam begins; from its first day nobody withdraws by themselves', async () => {
    const { id } = await aPlan(api);
    const applicant = await new Desk(api).caseAt('QUALIFIED', id);
    expect(await applicant.offers('WITHDRAW')).toBe(true);
    await changePlan(api, id, { exam_from: '2026-11-24' });
    expect(await applicant.act('WITHDRAW')).toMatchObject({ __typename: 'ActionRefusedError' });
    expect(await seatsTaken(api, id)).toBe(1);
  });
});
