import type { NoticeChannel } from '@kaopu/domain';
import { Inbox } from '../../src/notifications/inbox.js';
import { Transactions } from '../../src/platform/database/transactions.js';
import type { ApiHarness } from '../support/api-harness.js';
import { anActor } from './certificates.js';

const EVERYWHERE: readonly NoticeChannel[] = ['INBOX', 'SMS', 'MAIL'];

/** Posts a notice about a case as a move does. @returns its id. */
export async function postedNotice(
  api: ApiHarness,
  accountId: string,
  template: string,
  channels = EVERYWHERE,
): Promise<string> {
  const params = { number: '202611-000001', item: 'RT-Ⅱ' };
  const notice = { accountId, template, params, applicationId: null, channels };
  const intent = { actor: anActor(), operation: 'test', idempotencyKey: null, input: null };
  const id = await api.app
    .get(Transactions)
    .run(intent, (tx) => api.app.get(Inbox).post(tx, notice));
  if (typeof id !== 'string') throw new Error(id.message);
  return id;
}

/** The same, and delivers it. @returns its id. */
export async function aNotice(
  api: ApiHarness,
  accountId: string,
  template: string,
  channels = EVERYWHERE,
): Promise<string> {
  const id = await postedNotice(api, accountId, template, channels);
  await api.deliver();
  return id;
}

/** What became of a notice on each way out of the house. */
export async function fatesOf(
  api: ApiHarness,
  noticeId: string,
): Promise<Readonly<Record<string, string>>> {
  const rows = await api.db.query<{ channel: string; outcome: string }[]>(
    'SELECT channel, outcome FROM notice_delivery WHERE notice_id = ?',
    [noticeId],
  );
  return Object.fromEntries(rows.map(({ channel, outcome }) => [channel, outcome]));
}
