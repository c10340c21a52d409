import {
  MyNoticePreferencesDocument,
  UpdateNoticePreferencesDocument,
  type UpdateNoticePreferencesInput,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { withKnownCaptchas } from '../builders/human-check.js';
import { withReferenceData } from '../builders/reference-data.js';
import { Registrant } from '../profile/registration.js';
import { ApiHarness } from '../support/api-harness.js';

describe('how somebody wants to be told', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    withKnownCaptchas(api);
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const mine = async (who: SignedIn) =>
    (await who.send(MyNoticePreferencesDocument)).myNoticePreferences;

  let keys = 0;
  const update = async (who: SignedIn, changes: Partial<UpdateNoticePreferencesInput> = {}) => {
    const idempotencyKey = `choice-${++keys}`;
    const chosen = {
      sms: true,
      mail: true,
      language: 'ZH_CN',
      version: 0,
      idempotencyKey,
    } as const;
    const input = { ...chosen, ...changes };
    return (await who.send(UpdateNoticePreferencesDocument, { input })).updateNoticePreferences;
  };

  it('is everything, in Chinese, until something else is chosen', async () => {
    const candidate = await signedInCandidate(api);
    expect(await mine(candidate)).toEqual({
      sms: true,
      mail: true,
      language: 'ZH_CN',
      version: 0,
    });
    expect(await update(candidate, { sms: false, language: 'EN' })).toMatchObject({
      sms: false,
      mail: true,
      language: 'EN',
      version: 1,
    });
    expect(await mine(await signedInCandidate(api))).toMatchObject({ sms: true, version: 0 });
  });

  it('begins in the language somebody registered in', async () => {
    const registrant = await new Registrant(api).prepare();
    registrant.browser.language = 'en';
    const session = await registrant.register();
    if (session.__typename !== 'Session') throw new Error(JSON.stringify(session));
    registrant.browser.accessToken = session.accessToken;
    const { myNoticePreferences } = await registrant.browser.send(MyNoticePreferencesDocument);
    expect(myNoticePreferences).toMatchObject({ sms: true, mail: true, language: 'EN' });
  });

  it('is not written over what was chosen elsewhere meanwhile', async () => {
    const candidate = await signedInCandidate(api);
    await update(candidate, { mail: false });
    for (const version of [0, 7]) {
      expect(await update(candidate, { version })).toMatchObject({
        code: 'CONFLICT',
        currentVersion: 1,
      });
    }
    expect(await mine(candidate)).toMatchObject({ mail: false, version: 1 });
  });

  it('is chosen once by two at once, and once by a repeated request', async () => {
    const candidate = await signedInCandidate(api);
    const answers = await Promise.all([
      update(candidate, { sms: false }),
      update(candidate, { mail: false }),
    ]);
    expect(answers.filter((answer) => 'code' in answer)).toHaveLength(1);
    const again = { version: 1, idempotencyKey: 'again' };
    await update(candidate, again);
    expect(await update(candidate, again)).toMatchObject({ version: 2 });
  });

  it('is in the audit log', async () => {
    const candidate = await signedInCandidate(api);
    await update(candidate, { sms: false });
    const [row] = await api.db.query<{ details: unknown }[]>(
      "SELECT details FROM audit_log WHERE operation = 'updateNoticePreferences' AND subject_id = ?",
      [candidate.accountId],
    );
    expect(JSON.stringify(row?.details)).toContain('sms');
  });

  it('is no question to staff', async () => {
    const clerk = await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-34' });
    const answer = await clerk.ask(MyNoticePreferencesDocument);
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
