import type { INestApplicationContext } from '@nestjs/common';
import type { ApplicationStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { IssuingService } from '../../certificates/issuing.service.js';
import { PrintingService } from '../../certificates/printing.service.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { sourceOf } from '../../registrations/cases/case-source.js';

/** What the authority decides for a case that goes beyond being forwarded. */
const DECISIONS = {
  ISSUER_RETURNED: { decision: 'RETURN', reason: '请补充考试成绩说明（演示）' },
  REJECTED: { decision: 'REJECT', reason: '不符合发证条件（演示）' },
  APPROVED: { decision: 'APPROVE', reason: null },
  PRINTED: { decision: 'APPROVE', reason: null },
  DELIVERED: { decision: 'APPROVE', reason: null },
} as const;
type Decided = keyof typeof DECISIONS;

const isDecided = (goal: ApplicationStatus): goal is Decided => goal in DECISIONS;

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The issuing authority's part of a demo case: decision, printing and delivery. */
export class DemoDecisions {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly as: (role: Role) => Promise<Actor>,
  ) {}

  /** @param key names a step, so that a second run repeats nothing. */
  async decide(id: string, goal: ApplicationStatus, key: (step: string) => string): Promise<void> {
    if (!isDecided(goal)) return;
    const approver = await this.as('AUTHORITY_APPROVER');
    const line = await this.row<Versioned>(
      'SELECT id, version FROM issue_line WHERE source = ?',
      id,
    );
    succeed(
      await this.app.get(IssuingService).decide(approver, {
        lineId: line.id,
        version: line.version,
        idempotencyKey: key('decide'),
        ...DECISIONS[goal],
      }),
    );
    if (goal === 'PRINTED' || goal === 'DELIVERED') await this.advance(id, 'MARK_PRINTED', key);
    if (goal === 'DELIVERED') await this.advance(id, 'MARK_DELIVERED', key);
  }

  private async advance(
    id: string,
    step: 'MARK_PRINTED' | 'MARK_DELIVERED',
    key: (step: string) => string,
  ): Promise<void> {
    const paper = await this.row<Versioned>(
      'SELECT id, version FROM certificate WHERE source = ?',
      id,
    );
    succeed(
      await this.app.get(PrintingService).advance(await this.as('PRINTER'), {
        certificateId: paper.id,
        version: paper.version,
        step,
        idempotencyKey: key(step),
      }),
    );
  }

  /** @throws Error when the case left no row. */
  private async row<Row>(sql: string, id: string): Promise<Row> {
    const [row] = await this.app.get(DataSource).query<Row[]>(sql, [sourceOf(id)]);
    if (row === undefined) throw new Error(`The demo case ${id} did not reach the authority.`);
    return row;
  }
}

/** @throws Error for a refusal: nothing but the seed decides these cases. */
function succeed(outcome: unknown): void {
  if (outcome instanceof UserError) throw new Error(`${outcome.code}: ${outcome.message}`);
}
