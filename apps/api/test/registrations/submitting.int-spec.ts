import { MyInboxDocument, type ApplicationDetailFragment } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Applicant, aScan, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { ANSWERS, newKey, PAPERS } from '../builders/drafts.js';
import { aPlan, changePlan, seatsTaken } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness, TEST_NOW } from '../support/api-harness.js';
import { forged } from '../builders/forged-address.js';

describe('Submitting', () => {
  let api: ApiHarness;
  let planId: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    planId = (await aPlan(api)).id;
  });
  afterAll(() => api.stop());

  /** As if the person had corrected the profile. */
  const changeSchool = async ({ browser }: Applicant, school: string): Promise<void> => {
    await api.db.query('UPDATE person SET school = ? WHERE id = ?', [school, browser.accountId]);
  };

  it('gives a number, freezes the case, takes a seat and asks for the signed form', async () => {
    const { id } = await aPlan(api);
    const applicant = await Applicant.ready(api, id);
    const submitted = succeeded(await applicant.submit(), 'Application');
    expect(submitted).toMatchObject({
      status: 'SUBMITTED',
      number: expect.stringMatching(/^202611-\d{6}$/),
      submittedAt: '2026-11-24T02:00:00.000Z',
      dataVersion: 1,
      formContentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      formUrl: expect.stringContaining('/files/forms/'),
      flags: { signedFormMissing: true, signedFormStale: false },
    });
    expect(await seatsTaken(api, id)).toBe(1);
    expect(submitted.timeline.at(-1)).toMatchObject({ action: 'SUBMIT', to: 'SUBMITTED' });
  });

  it('names every missing answer and paper at once, and changes nothing', async () => {
    const applicant = await Applicant.registered(api);
    await applicant.start();
    const { problems } = succeeded(await applicant.submit(), 'InvalidInputError');
    expect(problems.map(({ path, key }) => `${path} ${key}`).sort()).toEqual(
      [
        ...Object.keys(ANSWERS).map((path) => `${path} problem.required`),
        'planId problem.required',
        ...[...PAPERS, 'PHOTO'].map((slot) => `${slot} problem.slotRequired`),
      ].sort(),
    );
    for (const { message } of problems) expect(message).not.toBe('');
    expect(await applicant.page()).toMatchObject({ status: 'DRAFT', version: 1, number: null });
  });

  it('names the one paper that was taken away again', async () => {
    const applicant = await Applicant.ready(api, planId);
    await applicant.remove('PHOTO');
    expect(await applicant.submit()).toMatchObject({
      problems: [{ path: 'PHOTO', key: 'problem.slotRequired' }],
    });
  });

  it('asks for the lower certificate where somebody has no direct way to level Ⅱ', async () => {
    const plan = await aPlan(api, { itemCodes: ['RT-II'] });
    const person = { education: 'COLLEGE', majorType: 'STEM', major: '机械工程' } as const;
    const applicant = await Applicant.ready(api, plan.id, { person, itemCode: 'RT-II' });
    const { problems } = succeeded(await applicant.submit(), 'InvalidInputError');
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'LOWER_CERT',
      'lowerCertificateFirstIssueDate',
      'lowerCertificateNo',
      'lowerCertificateValidTo',
    ]);
  });

  it('is refused to whom a rule says no by now, with the rule', async () => {
    const applicant = await Applicant.ready(api, planId);
    await applicant.save({ nearVisionLeft: '4.0' });
    const refused = succeeded(await applicant.submit(), 'NotEligibleError');
    expect(refused.verdicts).toContainEqual(
      expect.objectContaining({ ruleCode: 'VISION', answer: 'NO' }),
    );
    expect((await applicant.page()).status).toBe('DRAFT');
  });

  it('needs the declaration that everything is true', async () => {
    const applicant = await Applicant.ready(api, planId);
    expect(await applicant.submit({ truthDeclared: false })).toMatchObject({
      problems: [{ path: 'truthDeclared', key: 'problem.required' }],
    });
    expect((await applicant.page()).status).toBe('DRAFT');
  });

  it.each([
    ['is full', { capacity: 1, taken: 1 }, 'PLAN_FULL'],
    ['closed yesterday', { registration_to: '2026-11-23' }, 'PLAN_CLOSED'],
    ['opens tomorrow', { registration_from: '2026-11-25' }, 'PLAN_CLOSED'],
    ['no longer registers', { status: 'REGISTRATION_CLOSED' }, 'PLAN_CLOSED'],
    ['was cancelled', { status: 'CANCELLED' }, 'PLAN_CLOSED'],
  ] as const)('is refused for a plan that %s; the draft stays whole', async (_w, change, code) => {
    const { id } = await aPlan(api);
    const applicant = await Applicant.ready(api, id);
    await changePlan(api, id, change);
    const [before, taken] = [await applicant.page(), await seatsTaken(api, id)];
    expect(await applicant.submit()).toMatchObject({ code });
    expect(await applicant.page()).toMatchObject({ status: 'DRAFT', version: before.version });
    expect(await seatsTaken(api, id)).toBe(taken);
  });

  it('is open until 24:00 of the last day in Shanghai', async () => {
    const plan = await aPlan(api, { registrationTo: '2026-11-24' });
    const [inTime, late] = [
      await Applicant.ready(api, plan.id),
      await Applicant.ready(api, plan.id),
    ];
    try {
      await inTime.comeBackAt('2026-11-24T15:59:59.000Z');
      expect(await inTime.submit()).toMatchObject({ status: 'SUBMITTED' });
      await late.comeBackAt('2026-11-24T16:00:00.000Z');
      expect(await late.submit()).toMatchObject({ code: 'PLAN_CLOSED' });
    } finally {
      api.clock.set(TEST_NOW);
    }
  });

  it('is refused for a plan that dropped the item after it was chosen', async () => {
    const plan = await aPlan(api);
    const applicant = await Applicant.ready(api, plan.id);
    await api.db.query("DELETE FROM exam_plan_item WHERE plan_id = ? AND item_code = 'RT-I'", [
      plan.id,
    ]);
    expect(await applicant.submit()).toMatchObject({
      problems: [{ path: 'planId', key: 'problem.choice' }],
    });
  });

  it('has one effect when the same key arrives twice, together or later', async () => {
    const { id } = await aPlan(api);
    const applicant = await Applicant.ready(api, id);
    const { version } = await applicant.page();
    const once = { version, idempotencyKey: newKey() };
    const answers = await Promise.all([applicant.submit(once), applicant.submit(once)]);
    const numbers = answers.map((answer) => succeeded(answer, 'Application').number);
    const later = succeeded(await applicant.submit(once), 'Application');
    expect(new Set([...numbers, later.number]).size).toBe(1);
    expect(later.version).toBe(version + 1);
    expect(await seatsTaken(api, id)).toBe(1);
  });

  it('has no second effect under another key', async () => {
    const { id } = await aPlan(api);
    const applicant = await Applicant.ready(api, id);
    const { version } = await applicant.page();
    succeeded(await applicant.submit({ version }), 'Application');
    expect(await applicant.submit({ version })).toMatchObject({
      code: 'CONFLICT',
      currentVersion: version + 1,
    });
    expect(await applicant.submit()).toMatchObject({ code: 'STATE_INVALID' });
    expect(await seatsTaken(api, id)).toBe(1);
  });

  it('gives twenty people who submit at once twenty different numbers without a gap', async () => {
    const applicants = await Promise.all(
      Array.from({ length: 20 }, () => Applicant.ready(api, planId)),
    );
    const answers = await Promise.all(applicants.map((applicant) => applicant.submit()));
    const numbers = answers.map((answer) => succeeded(answer, 'Application').number ?? '');
    const sequence = numbers.map((number) => Number(number.slice(-6))).sort((a, b) => a - b);
    const [first = 0] = sequence;
    expect(sequence).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
  });

  it('freezes the person: a later change of the profile reaches neither desk nor form', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const before = await applicant.page();
    await changeSchool(applicant, '演示新大学');
    const { person } = await new Desk(api).page(applicant.id);
    expect(person).toMatchObject({ school: '演示理工大学' });
    expect((await applicant.page()).formContentHash).toBe(before.formContentHash);
  });

  it('shows the owner of a draft the profile as it is now', async () => {
    const applicant = await Applicant.ready(api, planId);
    await changeSchool(applicant, '演示新大学');
    expect((await applicant.page()).person).toMatchObject({ school: '演示新大学' });
  });

  it('prints a form that holds the number of the case', async () => {
    const applicant = await Applicant.submitted(api, planId, { signed: false });
    const { formUrl, number } = await applicant.page();
    const response = await api.browser().fetch(formUrl ?? '');
    expect(response.headers.get('content-disposition')).toContain(number);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await api.browser().fetch(formUrl ?? '');
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await api.browser().fetch(forged(formUrl ?? ''))).status).toBe(404);
  });

  const flagsOf = ({ flags, dataVersion }: ApplicationDetailFragment) => ({
    missing: flags.signedFormMissing,
    stale: flags.signedFormStale,
    dataVersion,
  });

  it('leaves the signed form missing, then fresh, stale after a change, and fresh again', async () => {
    const applicant = await Applicant.submitted(api, planId, { signed: false });
    const first = await applicant.page();
    expect(flagsOf(first)).toEqual({ missing: true, stale: false, dataVersion: 1 });
    await applicant.upload('FORM_SIGNED');
    expect(flagsOf(await applicant.page())).toMatchObject({ missing: false, stale: false });
    await applicant.save({ workYears: 7 });
    const changed = await applicant.page();
    expect(flagsOf(changed)).toEqual({ missing: false, stale: true, dataVersion: 2 });
    expect(changed.formContentHash).not.toBe(first.formContentHash);
    await applicant.upload('FORM_SIGNED', aScan());
    expect(flagsOf(await applicant.page())).toMatchObject({ missing: false, stale: false });
    await applicant.remove('FORM_SIGNED');
    expect(flagsOf(await applicant.page())).toMatchObject({ missing: true });
  });

  it('is told to the candidate once', async () => {
    const applicant = await Applicant.ready(api, planId);
    const once = { idempotencyKey: newKey(), version: (await applicant.page()).version };
    await applicant.submit(once);
    await applicant.submit(once);
    await api.deliver();
    const { myInbox } = await applicant.browser.send(MyInboxDocument, { first: 10 });
    expect(myInbox.edges.map(({ node }) => node.applicationId)).toEqual([applicant.id]);
  });
});
