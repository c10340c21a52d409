import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import { decodeCursor, toPage, type PageArgs } from '../../platform/graphql/page.js';
import { certificateScope, type Scope } from '../issuance-scope.js';
import type { StandingChange, StandingChangeConnection } from './standing-change.type.js';
import { StandingReader } from './standing-reader.js';
import { storedChanges } from './stored-changes.js';

/** Proposals inside the actor's scope. */
@Injectable()
export class StandingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: StandingReader,
  ) {}

  /** Those that wait for a decision, the longest waiting first: one walk of `ix_standing_change_waiting`. */
  async waiting(actor: Actor, { first, after }: PageArgs): Promise<StandingChangeConnection> {
    const scope = waitingScope(actor);
    const where = ['s.outcome IS NULL', scope.sql];
    const values = [...scope.values];
    if (after) {
      const { at, id } = decodeCursor(after);
      where.push('s.proposed_at >= ? AND (s.proposed_at > ? OR s.id > ?)');
      values.push(new Date(at), new Date(at), id);
    }
    const rows = await storedChanges(
      this.dataSource.manager,
      `WHERE ${where.join(' AND ')} ORDER BY s.proposed_at, s.id LIMIT ?`,
      [...values, first + 1],
    );
    const changes = await this.reader.complete(actor, rows);
    return toPage(changes, first, ({ proposedAt, id }) => ({ at: proposedAt.toISOString(), id }));
  }

  /** @throws NOT_FOUND when it is not there or not the actor's. */
  async byId(actor: Actor, id: string): Promise<StandingChange> {
    const scope = certificateScope(actor);
    const rows = await storedChanges(this.dataSource.manager, `WHERE s.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
    const [change] = await this.reader.complete(actor, rows);
    if (!change) throw accident('NOT_FOUND');
    return change;
  }
}

/** The authority's own, all for auditors; by the column the index begins with. */
function waitingScope({ authorityCode, institutionCode, roles }: Actor): Scope {
  if (authorityCode !== null) return { sql: 's.authority_code = ?', values: [authorityCode] };
  const isAuditor = institutionCode === null && roles.includes('AUDITOR');
  return { sql: isAuditor ? 'TRUE' : 'FALSE', values: [] };
}
