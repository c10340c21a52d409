import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditLog } from '../database/audit-log.js';
import { requestInfo } from './request-info.js';

/** What was opened: an operation of the audit log and its subject. */
export interface Opened {
  readonly operation: string;
  readonly subjectId: string;
}

/** Writes down who of the staff opened a file with personal data, before it is sent (security.md P23). */
@Injectable()
export class ReadLog {
  constructor(private readonly audit: AuditLog) {}

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
    await this.audit.record(reader, operation, { subjectId, details: {} });
  }
}
