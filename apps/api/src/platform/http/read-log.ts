import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { writeAudit } from '../database/transactions.js';
import { requestInfo } from './request-info.js';

/** What was opened: an operation of the audit log and its subject. */
export interface Opened {
  readonly operation: string;
  readonly subjectId: string;
}

/** Writes down who of the staff opened a file with personal data, before it is sent (security.md P23). */
@Injectable()
export class ReadLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The reader the address names; an address of the owner names nobody and leaves no row. */
  async record(
    readerId: string | null,
    { operation, subjectId }: Opened,
    request: FastifyRequest,
  ): Promise<void> {
    if (readerId === null) return;
    const reader = {
      kind: 'account' as const,
      id: readerId,
      sessionId: null,
      request: requestInfo(request),
    };
    const { manager } = this.dataSource;
    await writeAudit(manager, reader, operation, subjectId, {}, this.clock.now());
  }
}
