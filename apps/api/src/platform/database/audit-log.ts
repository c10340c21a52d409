import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/clock.js';
import { batched } from './batched.js';

type AuditedActor = Pick<Actor, 'kind' | 'id' | 'sessionId' | 'request'>;

/** What was done with one subject; codes, counts and ids only. */
export interface Audited {
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Deed {
  readonly actor: AuditedActor;
  readonly operation: string;
  readonly audited: Audited;
  readonly at: Date;
}

/**
 * The append-only log of what was asked and refused outside a transaction; what a transaction changes is
 * logged in it (`writeAudit`).
 */
@Injectable()
export class AuditLog {
  private readonly write = batched(async (deeds: readonly Deed[]) => {
    await append(this.dataSource.manager, deeds);
    return deeds.map(() => null);
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Resolves once it is on record: only then may the answer go out. */
  async record(actor: AuditedActor, operation: string, ...audited: Audited[]): Promise<void> {
    const at = this.clock.now();
    await Promise.all(audited.map((one) => this.write({ actor, operation, audited: one, at })));
  }
}

/** One line of the append-only log (triggers refuse UPDATE and DELETE on it), in the caller's transaction. */
export function writeAudit(
  em: EntityManager,
  actor: AuditedActor,
  operation: string,
  subjectId: string,
  details: Audited['details'],
  at: Date,
): Promise<void> {
  return append(em, [{ actor, operation, audited: { subjectId, details }, at }]);
}

async function append(em: EntityManager, deeds: readonly Deed[]): Promise<void> {
  await em.query(
    `INSERT INTO audit_log (id, at, actor_kind, actor_id, session_id, operation, subject_id, details, request_id, ip, user_agent)
     VALUES ?`,
    [deeds.map(row)],
  );
}

function row({ actor, operation, audited, at }: Deed): unknown[] {
  const { kind, id, sessionId, request } = actor;
  return [
    uuid(),
    at,
    kind,
    id,
    sessionId,
    operation,
    audited.subjectId,
    JSON.stringify(audited.details),
    request.id,
    request.ip,
    request.userAgent.slice(0, 200),
  ];
}
