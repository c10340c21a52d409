import { MyInboxDocument, UpdateNoticePreferencesDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxHandlers } from '../../src/platform/outbox/outbox-handlers.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { Applicant } from '../builders/applications.js';
import { mailsAt, messagesAt } from '../builders/messages.js';
import { aNotice, fatesOf, postedNotice } from '../builders/notices.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

let addresses = 0;
const anAddress = (): string => `yanshi${++addresses}@example.com`;

describe('a notice about a case', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const somebody = (email: string | null = anAddress()) =>
    signedInCandidate(api, { person: { email, name: '演示考生' } });

  const choose = (
    who: SignedIn,
    chosen: { sms?: boolean; mail?: boolean; language?: 'ZH_CN' | 'EN' },
  ) =>
    who.send(UpdateNoticePreferencesDocument, {
      input: {
        ...{ sms: true, mail: true, language: 'ZH_CN', version: 0, idempotencyKey: 'choice' },
        ...chosen,
      },
    });

  it('reaches inbox, phone and mailbox of whoever submits', async () => {
    const plan = await aPlan(api);
    const email = anAddress();
    const applicant = await Applicant.ready(api, plan.id, { person: { email } });
    await applicant.submit();
    const { number } = await applicant.page();
    const [sms] = await messagesAt(api, applicant.person.phone);
    expect(sms).toMatchObject({
      purpose: 'NOTICE_SUBMITTED',
      body: `【考谱】演*，申请 ${String(number)} 已提交。请登录打印申请表，签字盖章后上传。`,
    });
    const [mail] = await mailsAt(api, email);
    expect(mail).toMatchObject({ purpose: 'NOTICE_SUBMITTED', subject: '申请已提交' });
    expect(mail?.body).toContain('演*，您好：');
    expect(mail?.body).toContain(String(number));
    const { myInbox } = await applicant.browser.send(MyInboxDocument, { first: 5 });
    expect(myInbox.edges.map(({ node }) => node.template)).toContain('SUBMITTED');
  });

  it('names nobody in full and leads to nothing but the front door', async () => {
    const candidate = await somebody();
    const { email, idNumber, name, phone } = candidate.person;
    await aNotice(api, candidate.accountId, 'FAILED');
    const words = [
      ...(await messagesAt(api, phone)).map(({ body }) => body),
      ...(await mailsAt(api, email ?? '')).flatMap(({ subject, body }) => [subject, body]),
    ].join('\n');
    for (const secret of [name, idNumber, phone, email ?? '']) expect(words).not.toContain(secret);
    expect(words.match(/https?:\S+/g)).toEqual(['http://kaopu.test']);
    expect((await messagesAt(api, phone))[0]?.body).not.toMatch(/RT|没有通过|不合格/);
  });

  it('comes in the language that was chosen', async () => {
    const candidate = await somebody();
    await choose(candidate, { language: 'EN' });
    await aNotice(api, candidate.accountId, 'PRINTED');
    const [sms] = await messagesAt(api, candidate.person.phone);
    const [mail] = await mailsAt(api, candidate.person.email ?? '');
    expect(sms?.body).toMatch(/^\[Kaopu\] 演\*, the certificate of application 202611-000001/);
    expect(`${mail?.subject} ${mail?.body}`.replaceAll('演', '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('stays at home when it was switched off, unless it is essential', async () => {
    const candidate = await somebody();
    await choose(candidate, { sms: false, mail: false });
    const quiet = await aNotice(api, candidate.accountId, 'SCHEDULED');
    expect(await fatesOf(api, quiet)).toEqual({ SMS: 'SWITCHED_OFF', MAIL: 'SWITCHED_OFF' });
    expect(await messagesAt(api, candidate.person.phone)).toEqual([]);
    for (const template of ['RETURNED', 'APPROVED', 'REJECTED', 'EXPIRED']) {
      const loud = await aNotice(api, candidate.accountId, template);
      expect(await fatesOf(api, loud), template).toEqual({ SMS: 'QUEUED', MAIL: 'QUEUED' });
    }
    expect(await messagesAt(api, candidate.person.phone)).toHaveLength(4);
    expect(await mailsAt(api, candidate.person.email ?? '')).toHaveLength(4);
  });

  it('goes only where it was declared to go', async () => {
    const candidate = await somebody();
    const id = await aNotice(api, candidate.accountId, 'FORWARDED', ['INBOX']);
    expect(await fatesOf(api, id)).toEqual({});
    expect(await messagesAt(api, candidate.person.phone)).toEqual([]);
  });

  it('is no fault without a mailbox, or for an account without a phone', async () => {
    const candidate = await somebody(null);
    const id = await aNotice(api, candidate.accountId, 'RETURNED');
    expect(await fatesOf(api, id)).toEqual({ SMS: 'QUEUED', MAIL: 'NO_ADDRESS' });
    const clerk = await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-34' });
    const other = await aNotice(api, clerk.accountId, 'RETURNED');
    expect(await fatesOf(api, other)).toEqual({ SMS: 'NO_ADDRESS', MAIL: 'NO_ADDRESS' });
  });

  it('comes once, also when its delivery is repeated, or taken up by several at once', async () => {
    const candidate = await somebody();
    const deliver = api.app.get(OutboxHandlers).of('notice.deliver');
    if (!deliver) throw new Error('Nobody delivers notices.');
    const noticeId = await postedNotice(api, candidate.accountId, 'RETURNED');
    const attempt = (channel: string) => deliver({ noticeId, channel }, 'a-row');
    await Promise.all(['SMS', 'SMS', 'SMS', 'MAIL', 'MAIL', 'MAIL'].map(attempt));
    await api.deliver();
    await attempt('SMS');
    expect(await messagesAt(api, candidate.person.phone)).toHaveLength(1);
    expect(await mailsAt(api, candidate.person.email ?? '')).toHaveLength(1);
  });

  it('does not ring a phone more than twenty times a day, but for what is essential', async () => {
    const candidate = await somebody();
    for (let count = 0; count < 20; count++) {
      await aNotice(api, candidate.accountId, 'SUBMITTED', ['SMS']);
    }
    const tooMuch = await aNotice(api, candidate.accountId, 'SUBMITTED', ['SMS']);
    expect(await fatesOf(api, tooMuch)).toEqual({ SMS: 'OVER_BUDGET' });
    const essential = await aNotice(api, candidate.accountId, 'RETURNED', ['SMS']);
    expect(await fatesOf(api, essential)).toEqual({ SMS: 'QUEUED' });
  });
});

describe('a notice of an installation without providers', () => {
  it('stays in the inbox and leaves nothing waiting', async () => {
    const api = await ApiHarness.start({ sms: { provider: 'none' }, mail: { provider: 'none' } });
    try {
      const candidate = await signedInCandidate(api);
      const id = await aNotice(api, candidate.accountId, 'RETURNED');
      expect(await fatesOf(api, id)).toEqual({ SMS: 'NO_PROVIDER', MAIL: 'NO_PROVIDER' });
      const health = await (await api.browser().fetch('/health/outbox')).json();
      expect(health).toEqual({ status: 'delivering', waiting: 0, oldestSeconds: 0, dead: 0 });
    } finally {
      await api.stop();
    }
  });
});
