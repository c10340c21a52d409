import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TextParams } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { OutboxHandlers } from '../platform/outbox/outbox-handlers.js';
import type { Notice } from './inbox.js';

/** A notice on its way to a channel; `id` is the same at every attempt, to send it only once by. */
export interface DeliverableNotice extends Notice {
  readonly id: string;
}

/** Another way than the inbox to reach a person, e.g. SMS; knows how to find their address. */
export type NoticeChannel = (notice: DeliverableNotice) => Promise<void>;

interface NoticeRow {
  readonly accountId: string;
  readonly template: string;
  readonly params: TextParams | string;
  readonly applicationId: string | null;
}

/** Hands every posted notice, after commit, to the channels that registered. */
@Injectable()
export class NoticeChannels implements OnModuleInit {
  private readonly channels: NoticeChannel[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: OutboxHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('notice.deliver', ({ messageId }) => this.deliver(String(messageId)));
  }

  register(channel: NoticeChannel): void {
    this.channels.push(channel);
  }

  /** @throws what a channel throws; the outbox then tries all channels again. */
  private async deliver(id: string): Promise<void> {
    if (this.channels.length === 0) return;
    const [row] = await this.dataSource.query<NoticeRow[]>(
      `SELECT account_id AS accountId, template, params, application_id AS applicationId
       FROM inbox_message WHERE id = ?`,
      [id],
    );
    if (!row) throw new Error(`Inbox message ${id} is gone.`);
    const params =
      typeof row.params === 'string' ? (JSON.parse(row.params) as TextParams) : row.params;
    for (const channel of this.channels) await channel({ ...row, params, id });
  }
}
