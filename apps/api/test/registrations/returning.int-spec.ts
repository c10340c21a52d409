import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ReturnExpiry } from '../../src/registrations/cases/return-expiry.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { Desk, type Objection } from '../builders/desk.js';
import { aPlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';

const WRONG_YEARS: Objection = {
  targetKind: 'FIELD',
  target: 'workYears',
  reasonCode: 'WORK_YEARS_UNPROVEN',
};
/** 30 days after the day the tests start, 24:00 in Shanghai. */
const DUE = '2026-12-24T16:00:00.000Z';

describe('A returned case', () => {
  let api: ApiHarness;
  let desk: Desk;
  let planId: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    desk = new Desk(api);
    planId = (await aPlan(api)).id;
  });
  afterEach(() => api.clock.set(TEST_NOW));
  afterAll(() => api.stop());

  const returned = async (...objections: readonly Objection[]): Promise<Applicant> => {
    const applicant = await Applicant.submitted(api, planId);
    await desk.sendBack(applicant.id, ...objections);
    return applicant;
  };

  it('tells the candidate what is wrong, why, and until when', async () => {
    const applicant = await returned({ target: 'WORK_PROOF', note: '请重新盖章' });
    const page = await applicant.page();
    expect(page).toMatchObject({
      status: 'RETURNED',
      flags: { returnOpen: true },
      returnDueAt: DUE,
      statusLine: expect.stringContaining('2026-12-24'),
    });
    expect(page.verdicts.filter(({ ok }) => !ok)).toMatchObject([
      { target: 'WORK_PROOF', reasonText: '缺少单位公章或公章不清楚', note: '请重新盖章' },
    ]);
  });

  it('opens exactly the flagged parts, and the server holds to it', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' }, WRONG_YEARS);
    const { writableFields, slots } = await applicant.page();
    expect(writableFields).toEqual(['workYears']);
    const open = slots.filter(({ writable }) => writable);
    expect(open.map(({ requirement }) => requirement.slot)).toEqual(['WORK_PROOF', 'FORM_SIGNED']);
    expect(await applicant.save({ remark: '无', testingNature: 'TYPE_TEST' })).toMatchObject({
      __typename: 'InvalidInputError',
    });
    expect(await applicant.save({ remark: '无' })).toMatchObject({
      problems: [{ path: 'remark', key: 'problem.notWritable' }],
    });
    expect(await applicant.upload('DIPLOMA')).toMatchObject({ code: 'STATE_INVALID' });
    expect(await applicant.remove('DIPLOMA')).toMatchObject({ code: 'STATE_INVALID' });
    succeeded(await applicant.save({ workYears: 5 }), 'Application');
    succeeded(await applicant.upload('WORK_PROOF'), 'Application');
  });

  it('cannot change its plan', async () => {
    const applicant = await returned(WRONG_YEARS);
    const other = await aPlan(api);
    expect(await applicant.save({}, { planId: other.id })).toMatchObject({
      code: 'STATE_INVALID',
    });
    expect(await seatsTaken(api, other.id)).toBe(0);
  });

  it('keeps what is typed out of the desk’s sight until it is submitted again', async () => {
    const applicant = await returned(WRONG_YEARS);
    await applicant.save({ workYears: 5 });
    expect((await desk.page(applicant.id)).answers).toMatchObject({ workYears: 6 });
  });

  it('is not submitted again before every objection is answered', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' }, WRONG_YEARS);
    expect(await applicant.submit()).toMatchObject({ code: 'VALIDATION' });
    await applicant.save({ workYears: 5 });
    expect(await applicant.submit()).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'VALIDATION',
      refusedBecause: expect.stringContaining('1'),
    });
    await applicant.upload('WORK_PROOF');
    expect(await applicant.submit()).toMatchObject({ status: 'SUBMITTED', returnDueAt: null });
  });

  it('is not submitted again without a flagged paper that was only taken away', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' });
    succeeded(await applicant.remove('WORK_PROOF'), 'Application');
    expect(await applicant.submit()).toMatchObject({
      problems: [{ path: 'WORK_PROOF', key: 'problem.slotRequired' }],
    });
    expect((await applicant.page()).status).toBe('RETURNED');
  });

  it('keeps its number and its seat when it is submitted again', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, plan.id);
    const { number } = await applicant.page();
    await desk.sendBack(applicant.id, { target: 'WORK_PROOF' });
    await applicant.upload('WORK_PROOF');
    expect(await applicant.submit()).toMatchObject({ status: 'SUBMITTED', number });
    expect(await seatsTaken(api, plan.id)).toBe(1);
  });

  it('keeps every verdict on what did not change; only the changed part is judged again', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' });
    await applicant.upload('WORK_PROOF');
    await applicant.submit();
    await desk.advance(applicant.id, 'UNDER_REVIEW');
    const { verdicts } = await desk.page(applicant.id);
    expect(verdicts.filter(({ stale }) => stale).map(({ target }) => target)).toEqual([
      'WORK_PROOF',
    ]);
    await desk.verdicts(applicant.id, [{ targetKind: 'SLOT', target: 'WORK_PROOF', ok: true }]);
    const reviewer = await desk.as('REVIEWER');
    expect(await desk.act(reviewer, applicant.id, 'ACCEPT')).toMatchObject({
      status: 'QUALIFIED',
    });
  });

  it('asks for a new signed form when what was corrected is printed on it', async () => {
    const applicant = await returned(WRONG_YEARS);
    await applicant.save({ workYears: 5 });
    const again = succeeded(await applicant.submit(), 'Application');
    expect(again).toMatchObject({ dataVersion: 2, flags: { signedFormStale: true } });
  });

  it('keeps the signed form when nothing printed was corrected', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' });
    await applicant.upload('WORK_PROOF');
    const again = succeeded(await applicant.submit(), 'Application');
    expect(again).toMatchObject({ dataVersion: 1, flags: { signedFormStale: false } });
  });

  it('can be sent back a second time for another part, which alone is open then', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' });
    await applicant.upload('WORK_PROOF');
    await applicant.submit();
    await desk.advance(applicant.id, 'UNDER_REVIEW');
    const second: Objection = { target: 'VISION', reasonCode: 'VISION_TOO_OLD' };
    await desk.verdicts(applicant.id, [{ targetKind: 'SLOT', ok: false, ...second }]);
    succeeded(await desk.act(await desk.as('REVIEWER'), applicant.id, 'RETURN'), 'Application');
    const open = (await applicant.page()).slots.filter(({ writable }) => writable);
    expect(open.map(({ requirement }) => requirement.slot)).toEqual(['VISION', 'FORM_SIGNED']);
  });

  it('keeps the person as first handed in, whatever the profile says by now', async () => {
    const applicant = await returned({ target: 'WORK_PROOF' });
    await api.db.query('UPDATE person SET school = ? WHERE id = ?', [
      '演示新大学',
      applicant.browser.accountId,
    ]);
    await applicant.upload('WORK_PROOF');
    succeeded(await applicant.submit(), 'Application');
    expect((await desk.page(applicant.id)).person).toMatchObject({
      school: applicant.person.school,
    });
  });

  it('takes the flagged part of the person from the profile, with what belongs to it, and no other', async () => {
    const applicant = await returned({
      targetKind: 'FIELD',
      target: 'employer',
      reasonCode: 'EMPLOYER_DIFFERS',
    });
    const { employer, divisionCode, school } = applicant.person;
    expect(await applicant.submit()).toMatchObject({ __typename: 'ActionRefusedError' });
    await applicant.changeProfile({
      employer: '演示新检测公司',
      divisionCode: '320000',
      school: '演示新大学',
    });
    expect((await applicant.page()).verdicts).toContainEqual(
      expect.objectContaining({ target: 'employer', ok: false, stale: true }),
    );
    expect((await desk.page(applicant.id)).person).toMatchObject({ employer, divisionCode });
    expect(await applicant.submit()).toMatchObject({
      status: 'SUBMITTED',
      flags: { signedFormStale: true },
    });
    expect((await desk.page(applicant.id)).person).toMatchObject({
      employer: '演示新检测公司',
      divisionCode: '320000',
      school,
    });
  });

  it('gives the longest period of the reasons given', async () => {
    const unsigned = { target: 'FORM_SIGNED', reasonCode: 'FORM_UNSIGNED' };
    expect(await (await returned(unsigned)).page()).toMatchObject({ returnDueAt: DUE });
  });

  it('can be corrected until 24:00 of the last day, and not a moment longer', async () => {
    const [inTime, late] = [
      await returned({ target: 'WORK_PROOF' }),
      await returned({ target: 'WORK_PROOF' }),
    ];
    for (const applicant of [inTime, late]) await applicant.upload('WORK_PROOF');
    await inTime.comeBackAt('2026-12-24T15:59:59.000Z');
    expect(await inTime.submit()).toMatchObject({ status: 'SUBMITTED' });
    await late.comeBackAt(DUE);
    expect(await late.offers('RESUBMIT')).toBe(false);
    expect(await late.submit()).toMatchObject({ code: 'STATE_INVALID' });
  });

  it('ends when the period is over, gives its seat back and frees the person', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, plan.id);
    await desk.sendBack(applicant.id, { target: 'WORK_PROOF' });
    await applicant.comeBackAt('2026-12-24T15:59:59.000Z');
    await api.app.get(ReturnExpiry).sweep();
    expect((await applicant.page()).status).toBe('RETURNED');
    await applicant.comeBackAt(DUE);
    await Promise.all([1, 2, 3].map(() => api.app.get(ReturnExpiry).sweep()));
    expect(await applicant.page()).toMatchObject({ status: 'EXPIRED', allowedActions: [] });
    expect((await applicant.page()).timeline.at(-1)).toMatchObject({
      action: 'EXPIRE',
      actorRole: null,
    });
    expect(await seatsTaken(api, plan.id)).toBe(0);
    expect(await applicant.start()).toMatchObject({ status: 'DRAFT' });
  });

  it.each(['WITHDRAW', 'DELETE'] as const)('can be ended by its owner: %s', async (action) => {
    const plan = await aPlan(api);
    const applicant = await Applicant.submitted(api, plan.id);
    await desk.sendBack(applicant.id, { target: 'WORK_PROOF' });
    succeeded(await applicant.act(action), 'Application');
    expect(await seatsTaken(api, plan.id)).toBe(0);
  });
});
