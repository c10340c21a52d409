import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TextParams } from '@kaopu/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { systemActor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import { Transactions } from '../platform/database/transactions.js';
import { OutboxHandlers } from '../platform/outbox/outbox-handlers.js';
import { NOTICE_TOPIC } from './inbox.js';
import { NoticeLetters, type NoticeContent } from './notice-letters.js';
import { NoticeRoutes, type NoRoute, type OutwardChannel } from './notice-routes.js';

/** Once per notice, channel and recipient, whoever delivers. */
const ONCE = 'uq_notice_delivery';
const POSTMAN = systemActor('notice-delivery');

interface PostedNotice extends NoticeContent {
  readonly id: string;
  readonly accountId: string;
}

interface NoticeRow extends Omit<PostedNotice, 'params'> {
  readonly params: TextParams | string;
}

/**
 * Carries each posted notice to each of its channels: the row that says so and the text message or
 * mail are written together, so that a repeated outbox row finds the first one done.
 */
@Injectable()
export class NoticeDelivery implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly handlers: OutboxHandlers,
    private readonly transactions: Transactions,
    private readonly routes: NoticeRoutes,
    private readonly letters: NoticeLetters,
  ) {}

  onModuleInit(): void {
    this.handlers.register(NOTICE_TOPIC, ({ noticeId, channel }) =>
      this.deliver(String(noticeId), channel === 'MAIL' ? 'MAIL' : 'SMS'),
    );
  }

  private async deliver(id: string, channel: OutwardChannel): Promise<void> {
    const notice = await this.read(id);
    if (await this.isDone(notice, channel)) return;
    const route = await this.routes.of(notice, channel);
    const intent = {
      actor: POSTMAN,
      operation: 'deliverNotice',
      idempotencyKey: null,
      input: null,
    };
    try {
      await this.transactions.run(intent, async (tx) => {
        const sentAs =
          typeof route === 'string' ? null : await this.letters.queue(tx, notice, channel, route);
        const outcome = typeof route === 'string' ? route : 'QUEUED';
        await this.keep(tx.em, notice, channel, { outcome, sentAs });
        tx.note({ channel, outcome });
        return notice.id;
      });
    } catch (thrown) {
      if (!isUniqueViolation(thrown, ONCE)) throw thrown;
    }
  }

  private async read(id: string): Promise<PostedNotice> {
    const [row] = await this.dataSource.query<NoticeRow[]>(
      'SELECT id, account_id AS accountId, template, params FROM inbox_message WHERE id = ?',
      [id],
    );
    if (!row) throw new Error(`Inbox message ${id} is gone.`);
    const params =
      typeof row.params === 'string' ? (JSON.parse(row.params) as TextParams) : row.params;
    return { ...row, params };
  }

  private async isDone({ id, accountId }: PostedNotice, channel: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM notice_delivery WHERE notice_id = ? AND channel = ? AND account_id = ?',
      [id, channel, accountId],
    );
    return rows.length > 0;
  }

  private async keep(
    em: EntityManager,
    { id, accountId }: PostedNotice,
    channel: OutwardChannel,
    { outcome, sentAs }: { readonly outcome: NoRoute | 'QUEUED'; readonly sentAs: string | null },
  ): Promise<void> {
    await em.query(
      `INSERT INTO notice_delivery (id, notice_id, channel, account_id, outcome, sent_as, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [uuid(), id, channel, accountId, outcome, sentAs, this.clock.now()],
    );
  }
}
