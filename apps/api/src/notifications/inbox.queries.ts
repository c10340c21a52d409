import { Injectable } from '@nestjs/common';
import { text, type TextParams } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { decodeCursor, toPage, type PageArgs } from '../platform/graphql/page.js';
import { InboxCells } from './inbox-cells.js';
import { unreadOf } from './inbox.js';
import type { InboxMessage, InboxMessageConnection } from './inbox.type.js';

interface MessageRow {
  readonly id: string;
  readonly template: string;
  readonly params: TextParams | string;
  readonly detailsEnc: Buffer | null;
  readonly applicationId: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Reads one's own inbox, newest first. */
@Injectable()
export class InboxQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: InboxCells,
  ) {}

  async page(actor: Actor, { first, after }: PageArgs): Promise<InboxMessageConnection> {
    const cursor = after ? decodeCursor(after) : null;
    const olderThan = cursor ? new Date(cursor.at) : null;
    const rows = await this.dataSource.query<MessageRow[]>(
      `SELECT id, template, params, details_enc AS detailsEnc, application_id AS applicationId, created_at AS createdAt, read_at AS readAt
       FROM inbox_message
       WHERE account_id = ?${cursor ? ' AND (created_at < ? OR (created_at = ? AND id < ?))' : ''}
       ORDER BY created_at DESC, id DESC LIMIT ?`,
      [actor.id, ...(cursor ? [olderThan, olderThan, cursor.id] : []), first + 1],
    );
    const messages = rows.map(({ detailsEnc, ...row }) => ({
      ...inLanguage(row, actor.request.language),
      details: detailsEnc && this.cells.open(row.id, detailsEnc),
    }));
    const page = toPage(messages, first, ({ createdAt, id }) => ({
      at: createdAt.toISOString(),
      id,
    }));
    return { ...page, unread: await unreadOf(this.dataSource.manager, actor.id) };
  }
}

function inLanguage(
  { template, params, ...row }: Omit<MessageRow, 'detailsEnc'>,
  language: Actor['request']['language'],
): Omit<InboxMessage, 'details'> {
  const values = typeof params === 'string' ? (JSON.parse(params) as TextParams) : params;
  return {
    ...row,
    template,
    title: text(language, `notice.${template}.title`, values),
    body: text(language, `notice.${template}.body`, values),
  };
}
