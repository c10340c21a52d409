import { Injectable } from '@nestjs/common';
import { hasText, type NoticeChannel, type TextParams } from '@kaopu/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { Transactions, type Tx } from '../platform/database/transactions.js';
import { InboxCells } from './inbox-cells.js';

/** One row for each notice and channel but the inbox. */
export const NOTICE_TOPIC = 'notice.deliver';

/** Something a person must hear about. */
export interface Notice {
  readonly accountId: string;
  /** `<TEMPLATE>` of the texts `notice.<TEMPLATE>.title` and `.body`. */
  readonly template: string;
  /** What the texts leave open; a `{ key }` is put into the reader's language. Never personal data. */
  readonly params: TextParams;
  /** What an office wrote to the person, e.g. its reason; kept sealed, and told in the inbox only. */
  readonly details?: string;
  /** The case it is about, to link to; null when it is about none. */
  readonly applicationId: string | null;
  /** The inbox takes it in any case. */
  readonly channels: readonly NoticeChannel[];
}

/**
 * The inbox every notice reaches, whatever other channel fails (experience.md §3.8). Kept as template
 * and parameters, so that it is read in the language the reader has now.
 */
@Injectable()
export class Inbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly cells: InboxCells,
  ) {}

  /**
   * Writes the message with the change it tells of, and queues it for each of the other channels, so
   * that one that fails is tried again without the others.
   *
   * @returns the message's id.
   * @throws Error for a template without texts: a mistake of ours.
   */
  async post(tx: Tx, notice: Notice): Promise<string> {
    const { accountId, template, params, details, applicationId, channels } = notice;
    assertTexts(notice);
    const id = uuid();
    await tx.em.query(
      `INSERT INTO inbox_message (id, account_id, template, params, details_enc, application_id, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        accountId,
        template,
        JSON.stringify(params),
        details === undefined ? null : this.cells.seal(id, details),
        applicationId,
        this.clock.now(),
      ],
    );
    for (const channel of channels) {
      if (channel !== 'INBOX') tx.emit(NOTICE_TOPIC, { noticeId: id, channel });
    }
    return id;
  }

  /**
   * Marks everything of the actor's as read; idempotent by nature, so it needs no key.
   *
   * @returns how many are unread now: what arrived meanwhile.
   */
  async markRead(actor: Actor): Promise<{ unread: number }> {
    const intent = { actor, operation: 'markInboxRead', idempotencyKey: null, input: null };
    await this.transactions.run(intent, async ({ em }) => {
      await em.query(
        'UPDATE inbox_message SET read_at = ? WHERE account_id = ? AND read_at IS NULL',
        [this.clock.now(), actor.id],
      );
      return actor.id;
    });
    return { unread: await unreadOf(this.dataSource.manager, actor.id) };
  }
}

function assertTexts({ template, channels }: Notice): void {
  const parts = ['title', 'body', ...(channels.includes('SMS') ? ['sms'] : [])];
  const missing = parts.filter((part) => !hasText(`notice.${template}.${part}`));
  if (missing.length > 0) throw new Error(`No ${missing.join(', ')} for notice ${template}.`);
}

/** How many messages an account has not read. */
export async function unreadOf(em: EntityManager, accountId: string): Promise<number> {
  const [row] = await em.query<{ unread: number | string }[]>(
    'SELECT COUNT(*) AS unread FROM inbox_message WHERE account_id = ? AND read_at IS NULL',
    [accountId],
  );
  return Number(row?.unread ?? 0);
}
