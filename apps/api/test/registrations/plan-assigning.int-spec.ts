import {
  AssignPlanDocument,
  ApplicationPlanChoicesDocument,
  RegistrationTypesDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CatalogueMemory } from '../../src/catalogue/catalogue-memory.js';
import type { SignedIn } from '../builders/accounts.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey, versionOf } from '../builders/drafts.js';
import { messagesAt } from '../builders/messages.js';
import { aPlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const TODAY = '2026-11-24';

describe('a type whose plan the desk assigns', () => {
  let api: ApiHarness;
  let reviewer: SignedIn;
  let desk: Desk;
  let before: Applicant;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    desk = new Desk(api);
    reviewer = await desk.as('REVIEWER');
    before = await Applicant.submitted(api, (await aPlan(api)).id);
    await api.db.query('UPDATE application SET rule_date = ? WHERE id = ?', [
      '2026-11-23',
      before.id,
    ]);
    await switchTo('BY_STAFF', TODAY);
  });
  afterAll(() => api.stop());

  /** What docs/operators.md tells an operator to do. */
  async function switchTo(choice: string, from: string): Promise<void> {
    await api.db.query(
      "INSERT INTO rule_parameter (code, value, valid_from, trust, source) VALUES ('planChoice.testing-initial', ?, ?, 'ours', '演示')",
      [JSON.stringify(choice), from],
    );
    api.app.get(CatalogueMemory).forget();
  }

  const assign = async (id: string, planId: string, who = reviewer) => {
    const version = await versionOf(api, id);
    const input = { applicationId: id, version, idempotencyKey: newKey(), planId };
    return (await who.send(AssignPlanDocument, { input })).assignPlan;
  };

  it('asks its candidates for none and goes to the institution of the employer’s province', async () => {
    const applicant = await Applicant.ready(api, null);
    const { registrationTypes } = await applicant.browser.send(RegistrationTypesDocument, {
      track: 'TESTING',
    });
    const choosing = registrationTypes.filter(({ choosesPlan }) => choosesPlan);
    expect(choosing.map(({ code }) => code)).not.toContain('INITIAL');
    expect(choosing).toHaveLength(registrationTypes.length - 1);
    const plan = await aPlan(api);
    expect(await applicant.save({}, { planId: plan.id })).toMatchObject({
      problems: [{ path: 'planId', key: 'problem.planByStaff' }],
    });
    expect(succeeded(await applicant.submit(), 'Application')).toMatchObject({
      status: 'SUBMITTED',
      planChosenBy: 'BY_STAFF',
      plan: null,
    });
    const [row] = await api.db.query<unknown[]>(
      'SELECT institution_code, authority_code, seat_plan_id FROM application WHERE id = ?',
      [applicant.id],
    );
    expect(row).toEqual({ institution_code: 'EI-34', authority_code: 'P34', seat_plan_id: null });
  });

  it('forgets a plan that was chosen before the switch, whether it is open or not', async () => {
    const plan = await aPlan(api, { capacity: 0 });
    const applicant = await Applicant.ready(api, null);
    await api.db.query('UPDATE application SET plan_id = ? WHERE id = ?', [plan.id, applicant.id]);
    expect(succeeded(await applicant.submit(), 'Application').plan).toBeNull();
  });

  it('is accepted only with a plan, which takes its seat, is told, and leaves the signed form good', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, null);
    const { id } = applicant;
    succeeded(await desk.act(reviewer, id, 'START_REVIEW'), 'Application');
    succeeded(await desk.judge(id), 'Application');
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({
      code: 'VALIDATION',
      refusedBecause: '还没有安排考试计划。',
    });
    const assigned = succeeded(await assign(id, plan.id), 'Application');
    expect(assigned).toMatchObject({
      status: 'UNDER_REVIEW',
      plan: { id: plan.id },
      flags: { signedFormStale: false },
    });
    expect(await seatsTaken(api, plan.id)).toBe(1);
    const [sms] = await messagesAt(api, applicant.person.phone);
    expect(sms?.purpose).toBe('NOTICE_PLAN_ASSIGNED');
    expect(await desk.act(reviewer, id, 'ACCEPT')).toMatchObject({ status: 'QUALIFIED' });
    const clerk = await desk.as('PLAN_CLERK');
    expect(await desk.act(clerk, id, 'SCHEDULE')).toMatchObject({ status: 'SCHEDULED' });
  });

  it('moves its seat with its plan, and gives it back when it is withdrawn', async () => {
    const [first, second] = [await aPlan(api), await aPlan(api)];
    const applicant = await Applicant.submitted(api, null);
    succeeded(await assign(applicant.id, first.id), 'Application');
    succeeded(await assign(applicant.id, second.id, await desk.as('PLAN_CLERK')), 'Application');
    expect([await seatsTaken(api, first.id), await seatsTaken(api, second.id)]).toEqual([0, 1]);
    succeeded(await applicant.act('WITHDRAW'), 'Application');
    expect(await seatsTaken(api, second.id)).toBe(0);
  });

  it('gets no seat where there is none, and only plans of its institution', async () => {
    const full = await aPlan(api, { capacity: 0 });
    const closed = await aPlan(api, { registrationTo: '2026-11-20' });
    const elsewhere = await aPlan(api, { institutionCode: 'EI-32', siteCodes: ['S-3201-A'] });
    const applicant = await Applicant.submitted(api, null);
    expect(await assign(applicant.id, full.id)).toMatchObject({ code: 'PLAN_FULL' });
    expect(await assign(applicant.id, closed.id)).toMatchObject({ code: 'PLAN_CLOSED' });
    expect(await assign(applicant.id, elsewhere.id)).toMatchObject({
      problems: [{ path: 'planId', key: 'problem.choice' }],
    });
    const { application } = await reviewer.send(ApplicationPlanChoicesDocument, {
      id: applicant.id,
    });
    expect(application.planChoices.map(({ plan }) => plan.id)).not.toContain(elsewhere.id);
    expect(await seatsTaken(api, full.id)).toBe(0);
  });

  it('is placed once by two who press at once', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, null);
    const answers = await Promise.all([
      assign(applicant.id, plan.id),
      assign(applicant.id, plan.id),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'Application')).toHaveLength(1);
    expect(await seatsTaken(api, plan.id)).toBe(1);
  });

  it('leaves what was handed in before to the candidate’s choice', async () => {
    const plan = await aPlan(api);
    expect((await before.page()).planChosenBy).toBe('BY_CANDIDATE');
    expect(await assign(before.id, plan.id)).toMatchObject({
      code: 'STATE_INVALID',
      refusedBecause: '这类申请由考生自己选择考试计划。',
    });
    succeeded(await before.save({}, { planId: plan.id }), 'Application');
    expect(await seatsTaken(api, plan.id)).toBe(1);
  });

  it('cannot be handed in where no institution is responsible', async () => {
    const applicant = await Applicant.ready(api, null, { person: { divisionCode: '110101' } });
    expect(await applicant.submit()).toMatchObject({
      code: 'STATE_INVALID',
      message: '没有找到办理这个项目的考试机构，请联系发证机关。',
    });
  });

  it('is the candidate’s again from the day a newer row says', async () => {
    await switchTo('BY_CANDIDATE', '2026-11-25');
    const applicant = await Applicant.ready(api, null);
    expect((await applicant.page()).planChosenBy).toBe('BY_STAFF');
    await applicant.comeBackAt('2026-11-25T02:00:00.000Z');
    expect((await applicant.page()).planChosenBy).toBe('BY_CANDIDATE');
    expect(await applicant.submit()).toMatchObject({
      problems: [{ path: 'planId', key: 'problem.required' }],
    });
  });
});
