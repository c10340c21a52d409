import { EligibilityDocument, MyApplicationsDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificate } from '../builders/certificates.js';
import { Applicant, succeeded } from '../builders/applications.js';
import { newKey } from '../builders/drafts.js';
import { photoJpeg } from '../builders/files.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const TOO_YOUNG = { person: { birthDate: '2009-05-06' } };

let api: ApiHarness;
beforeAll(async () => {
  api = await ApiHarness.start();
  await withReferenceData(api);
});
afterAll(() => api.stop());

describe('Before an application', () => {
  it('the rules are answered one by one with their clause, and the papers listed', async () => {
    const { browser } = await Applicant.registered(api);
    const { eligibility } = await browser.send(EligibilityDocument, {
      type: 'testing-initial',
      itemCode: 'RT-I',
    });
    expect(eligibility.eligible).toBe(true);
    expect(eligibility.verdicts.map(({ ruleCode }) => ruleCode)).toContain('NO_OPEN_APPLICATION');
    for (const { clause } of eligibility.verdicts) expect(clause).not.toBe('');
    expect(eligibility.slots.find(({ slot }) => slot === 'ID_COPY')).toMatchObject({
      required: true,
      afterSubmission: false,
      maxBytes: 5 * 1024 * 1024,
      redRemark: expect.stringContaining('正反面'),
    });
    expect(eligibility.slots.find(({ slot }) => slot === 'FORM_SIGNED')).toMatchObject({
      afterSubmission: true,
    });
    expect(eligibility.slots.map(({ slot }) => slot)).not.toContain('LOWER_CERT');
  });

  it('a rule that is not met is told with what can be done about it', async () => {
    const { browser } = await Applicant.registered(api, TOO_YOUNG);
    const { eligibility } = await browser.send(EligibilityDocument, {
      type: 'testing-initial',
      itemCode: 'RT-I',
    });
    expect(eligibility.eligible).toBe(false);
    expect(eligibility.verdicts.find(({ ruleCode }) => ruleCode === 'AGE')).toMatchObject({
      answer: 'NO',
      message: expect.stringContaining('17'),
      remedy: expect.any(String),
    });
  });

  it.each([
    ['an item that does not exist', 'testing-initial', 'XX-I'],
    ['an item of another track', 'testing-initial', 'DT-Y'],
    ['a type that does not exist', 'testing-unknown', 'RT-I'],
  ])('%s is not there to be asked about', async (_what, type, itemCode) => {
    const { browser } = await Applicant.registered(api);
    const answer = await browser.ask(EligibilityDocument, { type, itemCode });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('Starting an application', () => {
  let planId: string;
  beforeAll(async () => {
    planId = (await aPlan(api)).id;
  });
  const liveOf = async ({ browser }: Applicant): Promise<string[]> => {
    const rows = await api.db.query<{ id: string }[]>(
      'SELECT id FROM application WHERE account_id = ? AND live_key IS NOT NULL',
      [browser.accountId],
    );
    return rows.map(({ id }) => id);
  };

  it('makes a draft with the photo of the profile in its slot', async () => {
    const applicant = await Applicant.registered(api, { photo: await photoJpeg() });
    const draft = succeeded(await applicant.start(), 'Application');
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: null,
      version: 1,
      item: { code: 'RT-I' },
      plan: null,
      formUrl: null,
      results: [],
      certificate: null,
    });
    const photo = draft.slots.find(({ requirement }) => requirement.slot === 'PHOTO');
    expect(photo).toMatchObject({ writable: true, attachment: { mimeType: 'image/jpeg' } });
    const seen = await applicant.browser.send(MyApplicationsDocument, { first: 10 });
    expect(seen.myApplications.edges.map(({ node }) => node.id)).toEqual([draft.id]);
  });

  it('is refused with every verdict to somebody who is not eligible, and leaves nothing', async () => {
    const applicant = await Applicant.registered(api, TOO_YOUNG);
    const refused = await applicant.start();
    expect(refused).toMatchObject({ __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE' });
    expect(succeeded(refused, 'NotEligibleError').verdicts).toContainEqual(
      expect.objectContaining({ ruleCode: 'AGE', answer: 'NO' }),
    );
    expect(await liveOf(applicant)).toEqual([]);
  });

  it('is refused for an item already held', async () => {
    const applicant = await Applicant.registered(api);
    await certificate(api, {
      holderAccountId: applicant.browser.accountId,
      items: [
        {
          itemCode: 'RT-I',
          firstIssueDate: '2025-02-01',
          approvalDate: '2025-02-01',
          validFrom: '2025-02-01',
          validTo: '2030-01-31',
          restriction: null,
        },
      ],
    });
    const refused = succeeded(await applicant.start(), 'NotEligibleError');
    expect(refused.verdicts).toContainEqual(
      expect.objectContaining({ ruleCode: 'NOT_ALREADY_HELD', answer: 'NO' }),
    );
  });

  it.each(['XX-I', 'DT-Y'])('names the item when %s cannot be applied for', async (itemCode) => {
    const applicant = await Applicant.registered(api);
    expect(await applicant.start(itemCode)).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [{ path: 'itemCode', key: 'problem.choice' }],
    });
  });

  it('is refused while another application for the same item is live', async () => {
    const applicant = await Applicant.registered(api);
    const first = succeeded(await applicant.start(), 'Application');
    const refused = succeeded(await applicant.start(), 'NotEligibleError');
    expect(refused.verdicts).toContainEqual(
      expect.objectContaining({ ruleCode: 'NO_OPEN_APPLICATION', answer: 'NO' }),
    );
    expect(await liveOf(applicant)).toEqual([first.id]);
  });

  it('is possible for two different items side by side', async () => {
    const applicant = await Applicant.registered(api);
    succeeded(await applicant.start('RT-I'), 'Application');
    succeeded(await applicant.start('UT-I'), 'Application');
    expect(await liveOf(applicant)).toHaveLength(2);
  });

  it('succeeds once when the same person asks twenty times at the same moment', async () => {
    const applicant = await Applicant.registered(api);
    const answers = await Promise.all(Array.from({ length: 20 }, () => applicant.start()));
    const started = answers.filter(({ __typename }) => __typename === 'Application');
    expect(started).toHaveLength(1);
    for (const answer of answers) {
      if (answer.__typename === 'Application') continue;
      // Some lose against the unique key, those who come later against the rule.
      expect(['STATE_INVALID', 'NOT_ELIGIBLE']).toContain(answer.code);
    }
    expect(await liveOf(applicant)).toHaveLength(1);
  });

  it('gives the same application again for the same key, also when both arrive together', async () => {
    const applicant = await Applicant.registered(api);
    const key = newKey();
    const together = await Promise.all([
      applicant.start('RT-I', key),
      applicant.start('RT-I', key),
    ]);
    const [one, other] = together.map((answer) => succeeded(answer, 'Application').id);
    expect(one).toBe(other);
    const later = succeeded(await applicant.start('RT-I', key), 'Application');
    expect(later.id).toBe(one);
    expect(await liveOf(applicant)).toEqual([one]);
  });

  it('refuses the same key for another item', async () => {
    const applicant = await Applicant.registered(api);
    const key = newKey();
    succeeded(await applicant.start('RT-I', key), 'Application');
    expect(await applicant.start('UT-I', key)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('is possible again after the draft was deleted, which is then gone for its owner', async () => {
    const applicant = await Applicant.registered(api);
    const first = succeeded(await applicant.start(), 'Application');
    expect(await applicant.act('DELETE')).toMatchObject({ status: 'DELETED' });
    const gone = await applicant.browser.ask('query ($id: ID!) { application(id: $id) { id } }', {
      id: first.id,
    });
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const second = succeeded(await applicant.start(), 'Application');
    expect(second.id).not.toBe(first.id);
  });

  it('is possible again after the submitted one was withdrawn', async () => {
    const applicant = await Applicant.submitted(api, planId, { signed: false });
    const { id } = applicant;
    expect(await applicant.act('WITHDRAW')).toMatchObject({ status: 'WITHDRAWN' });
    const again = succeeded(await applicant.start(), 'Application');
    expect(again.id).not.toBe(id);
    expect(await liveOf(applicant)).toEqual([again.id]);
  });
});
