import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/database/audit-log.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';

/** Per address, which a whole exam site may share: only floods are stopped here. */
const PER_ADDRESS: Budget = { name: 'phone-code.ip', points: 300, seconds: 300 };

/** What trying a code costs, and leaves behind when it was wrong. */
@Injectable()
export class CodeTries {
  constructor(
    private readonly audit: AuditLog,
    private readonly limits: RateLimits,
  ) {}

  /** @returns 0, or the seconds until this address may try again. */
  wait({ request }: Actor): Promise<number> {
    return this.limits.use(PER_ADDRESS, request.ip);
  }

  /** @param operation what the code should have opened. */
  async failed(actor: Actor, operation: string, codeId: string): Promise<void> {
    await this.audit.record(actor, `${operation}Refused`, { subjectId: codeId, details: {} });
  }
}
