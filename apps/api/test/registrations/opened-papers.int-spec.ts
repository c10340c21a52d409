import {
  ApplicationPageDocument,
  RevealPersonalDataDocument,
  ReviewPageDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';
import { ReviewedCase } from './reviewed-case.js';

const REASON = '核对证件号码';

describe('Papers with full personal data', () => {
  let api: ApiHarness;
  let one: ReviewedCase;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    one = await ReviewedCase.start(api);
  });
  afterAll(() => api.stop());

  const formUrlFor = async (who: SignedIn) =>
    (await who.send(ReviewPageDocument, { id: one.id })).application.formUrl;

  const reveal = async (who: SignedIn) =>
    (
      await who.send(RevealPersonalDataDocument, {
        input: { applicationId: one.id, reason: REASON },
      })
    ).revealPersonalData;

  const openings = (operation: string, readerId: string): Promise<{ subject: string }[]> =>
    api.db.query(
      'SELECT subject_id AS subject FROM audit_log WHERE operation = ? AND actor_id = ?',
      [operation, readerId],
    );

  it('have no address for any staff role', async () => {
    for (const role of ['PLAN_CLERK', 'RESULT_CLERK', 'INSTITUTION_ADMIN'] as const) {
      const who = await signedInStaff(api, [role], { institutionCode: 'EI-34' });
      expect(await formUrlFor(who)).toBeNull();
    }
    expect(await formUrlFor(one.reviewer)).toBeNull();
  });

  it('open for the reviewer who gives a reason, and the log says who opened the form', async () => {
    const revealed = await reveal(one.reviewer);
    if (revealed.__typename !== 'RevealedPersonalData') throw new Error(JSON.stringify(revealed));
    expect(revealed.formUrl).toContain(one.id);
    const form = await one.reviewer.fetch(revealed.formUrl ?? '');
    expect(form.headers.get('content-type')).toBe('application/pdf');
    expect(await openings('openForm', one.reviewer.accountId)).toEqual([{ subject: one.id }]);
    const reasons = await openings('revealPersonalData', one.reviewer.accountId);
    expect(reasons).toEqual([{ subject: one.id }]);
  });

  it('have no form address in what others of the office reveal', async () => {
    const admin = await signedInStaff(api, ['INSTITUTION_ADMIN'], { institutionCode: 'EI-34' });
    expect(await reveal(admin)).toMatchObject({ formUrl: null });
  });

  it('leave a line in the log when staff open a scan, and none when the owner does', async () => {
    const { slots } = (await one.reviewer.send(ReviewPageDocument, { id: one.id })).application;
    const scan = slots.find(({ requirement }) => requirement.slot === 'ID_COPY')?.attachment;
    const opened = await one.reviewer.fetch(scan?.url ?? '');
    expect(opened.status).toBe(200);
    expect(await openings('openFile', one.reviewer.accountId)).toHaveLength(1);
    const own = (await one.candidate.send(ApplicationPageDocument, { id: one.id })).application;
    const mine = own.slots.find(({ requirement }) => requirement.slot === 'ID_COPY')?.attachment;
    expect((await one.candidate.fetch(mine?.url ?? '')).status).toBe(200);
    expect((await one.candidate.fetch(own.formUrl ?? '')).status).toBe(200);
    expect(await openings('openFile', one.candidate.accountId)).toEqual([]);
    expect(await openings('openForm', one.candidate.accountId)).toEqual([]);
  });

  it('do not open without the reader the address was made for', async () => {
    const { slots } = (await one.reviewer.send(ReviewPageDocument, { id: one.id })).application;
    const url = slots.find(({ attachment }) => attachment !== null)?.attachment?.url ?? '';
    for (const forged of [
      url.replace(/&r=[^&]+/, ''),
      url.replace(/&r=[^&]+/, `&r=${one.candidate.accountId}`),
    ]) {
      expect(forged).not.toBe(url);
      expect((await one.reviewer.fetch(forged)).status).toBe(404);
    }
  });
});
