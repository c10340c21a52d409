import { MarkInboxReadDocument, MyInboxDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Inbox, type Notice } from '../../src/notifications/inbox.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import { RefusedError } from '../../src/platform/graphql/user-error.js';
import { signedInCandidate, type SignedIn } from '../builders/accounts.js';
import { anActor } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

describe('the inbox', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const post = (notice: Partial<Notice> & { accountId: string }, refuse = false) =>
    api.app
      .get(Transactions)
      .run(
        { actor: anActor(), operation: 'test', idempotencyKey: null, input: null },
        async (tx) => {
          const id = await api.app.get(Inbox).post(tx, {
            template: 'RETURNED',
            params: { number: '202611-000001', item: 'RT-Ⅱ' },
            applicationId: null,
            channels: ['INBOX'],
            ...notice,
          });
          return refuse ? new RefusedError('STATE_INVALID', 'refused') : id;
        },
      );

  const read = async (who: SignedIn, first = 20, after: string | null = null) =>
    (await who.send(MyInboxDocument, { first, after })).myInbox;

  it('shows one’s own messages newest first, page by page, in the language of the reader', async () => {
    const candidate = await signedInCandidate(api);
    const stranger = await signedInCandidate(api);
    await post({ accountId: stranger.accountId });
    for (const template of ['SUBMITTED', 'RETURNED', 'APPROVED']) {
      await post({ accountId: candidate.accountId, template });
      api.clock.advance(60);
    }
    const first = await read(candidate, 2);
    expect(first.unread).toBe(3);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await read(candidate, 2, first.pageInfo.endCursor);
    const templates = [...first.edges, ...second.edges].map(({ node }) => node.template);
    expect(templates).toEqual(['APPROVED', 'RETURNED', 'SUBMITTED']);
    expect(first.edges[1]?.node).toMatchObject({
      title: '申请需要补正',
      body: '您的RT-Ⅱ申请（202611-000001）被退回，请登录后按标出的说明修改并重新提交。',
      readAt: null,
    });
    const english = await candidate.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ query: '{ myInbox(first: 1) { edges { node { title } } } }' }),
    });
    expect(await english.text()).not.toMatch(/\p{Script=Han}/u);
  });

  it('marks all of one’s own as read and nobody else’s', async () => {
    const candidate = await signedInCandidate(api);
    const stranger = await signedInCandidate(api);
    await post({ accountId: candidate.accountId });
    await post({ accountId: stranger.accountId });
    expect(await candidate.send(MarkInboxReadDocument)).toEqual({ markInboxRead: { unread: 0 } });
    const own = await read(candidate);
    expect(own.unread).toBe(0);
    expect(own.edges[0]?.node.readAt).not.toBeNull();
    expect((await read(stranger)).unread).toBe(1);
  });

  it('holds nothing of a change that was rolled back', async () => {
    const candidate = await signedInCandidate(api);
    expect(await post({ accountId: candidate.accountId }, true)).toBeInstanceOf(RefusedError);
    expect((await read(candidate)).edges).toEqual([]);
  });

  it('refuses a template nobody wrote texts for', async () => {
    const candidate = await signedInCandidate(api);
    const { accountId } = candidate;
    await expect(post({ accountId, template: 'NONE' })).rejects.toThrow(/NONE/);
    const channels = ['INBOX', 'SMS'] as const;
    await expect(post({ accountId, template: 'WITHDRAWN', channels })).rejects.toThrow(/sms/);
  });
});
