import { Injectable } from '@nestjs/common';
import { APPLICATION_TYPES, type ApplicationStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/access/actor.js';
import { accident } from '../platform/graphql/accident.js';
import { decodeCursor, toPage, type PageArgs } from '../platform/graphql/page.js';
import type { CaseFile } from './case-file.js';
import { CaseFiles } from './case-files.js';
import type { ReviewFilter } from './review.inputs.js';
import { scopeOf } from './scope.js';
import type { ApplicationTab } from './workflow-enums.js';

/** Totals are counted up to here; above it the list says "more than". */
const TOTAL_CAP = 1000;

const WAITING_FOR_REVIEW: readonly ApplicationStatus[] = ['SUBMITTED', 'UNDER_REVIEW'];

const TAB_STATUSES: Readonly<Record<ApplicationTab, readonly ApplicationStatus[]>> = {
  ATTENTION: ['DRAFT', 'RETURNED', 'SUBMITTED'],
  ACTIVE: [
    'UNDER_REVIEW',
    'QUALIFIED',
    'SCHEDULED',
    'EXAMINED',
    'PASSED',
    'READY_TO_FORWARD',
    'FORWARDED',
    'ISSUER_RETURNED',
    'APPROVED',
    'PRINTED',
  ],
  DONE: ['FAILED', 'ABSENT', 'VOID', 'REJECTED', 'DELIVERED', 'WITHDRAWN', 'EXPIRED'],
};

export interface CasePage {
  readonly edges: readonly { readonly cursor: string; readonly node: CaseFile }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
  readonly totalCapped: boolean;
}

/** Codes of the application types of a registration type; one that is no code when there are none. */
function typesOf(registrationType: string): string[] {
  const types = APPLICATION_TYPES.filter((type) => type.registrationType === registrationType);
  return types.length > 0 ? types.map(({ code }) => code) : ['none'];
}

interface KeyRow {
  readonly id: string;
  readonly at: string;
}

class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];

  add(sql: string, ...values: unknown[]): void {
    this.parts.push(`(${sql})`);
    this.values.push(...values);
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

/** Lists of cases: keys by index first, then the cases of one page in bulk. */
@Injectable()
export class RegistrationsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
  ) {}

  /** The caller's own cases, newest first. */
  async mine(actor: Actor, tab: ApplicationTab | null, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    if (tab) conditions.add('a.status IN (?)', TAB_STATUSES[tab]);
    return this.page(actor, conditions, page, 'a.created_at', 'DESC');
  }

  /** What waits for the desk, longest waiting first. */
  async reviewQueue(actor: Actor, filter: ReviewFilter, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    conditions.add('a.status IN (?)', filter.statuses ?? WAITING_FOR_REVIEW);
    conditions.add('a.submitted_at IS NOT NULL');
    if (filter.itemCode) conditions.add('a.item_code = ?', filter.itemCode);
    if (filter.registrationType) conditions.add('a.type IN (?)', typesOf(filter.registrationType));
    if (filter.planId) conditions.add('a.plan_id = ?', filter.planId);
    if (filter.number) conditions.add('a.number = ?', filter.number.trim());
    if (filter.mine) conditions.add('a.reviewer_id = ?', actor.id);
    return this.page(actor, conditions, page, 'a.submitted_at', 'ASC');
  }

  /** Cases of one plan that have reached the exam, for marks. */
  async ofPlan(actor: Actor, planId: string, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    conditions.add('a.plan_id = ?', planId);
    conditions.add('a.status IN (?)', [
      'SCHEDULED',
      'EXAMINED',
      'PASSED',
      'FAILED',
      'ABSENT',
      'VOID',
    ]);
    return this.page(actor, conditions, page, 'a.submitted_at', 'ASC');
  }

  /** @throws NOT_FOUND when it is not there or not the caller's to see: the same answer. */
  async one(actor: Actor, id: string): Promise<CaseFile> {
    const scope = scopeOf(actor);
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT a.id FROM application a WHERE a.id = ? AND ${scope.sql}`,
      [id, ...scope.values],
    );
    const [file] = row ? await this.files.byIds(actor, [row.id]) : [];
    if (!file) throw accident('NOT_FOUND');
    return file;
  }

  /** A case the actor has just changed, wherever it is now. */
  async changed(actor: Actor, id: string): Promise<CaseFile> {
    const [file] = await this.files.byIds(actor, [id]);
    if (!file) throw new Error(`Application ${id} is gone.`);
    return file;
  }

  private visible(actor: Actor): Conditions {
    const conditions = new Conditions();
    const scope = scopeOf(actor);
    conditions.add(scope.sql, ...scope.values);
    return conditions;
  }

  private async page(
    actor: Actor,
    conditions: Conditions,
    { first, after }: PageArgs,
    key: 'a.created_at' | 'a.submitted_at',
    direction: 'ASC' | 'DESC',
  ): Promise<CasePage> {
    const [total] = await this.dataSource.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM application a WHERE ${conditions.sql} LIMIT ?) AS counted`,
      [...conditions.values, TOTAL_CAP + 1],
    );
    if (after) {
      // Bounded form: MariaDB walks the whole index for `(key, id) < (?, ?)` (performance.md).
      const { at, id } = decodeCursor(after);
      const [edge, past] = direction === 'DESC' ? ['<=', '<'] : ['>=', '>'];
      conditions.add(`${key} ${edge} ? AND (${key} ${past} ? OR a.id ${past} ?)`, at, at, id);
    }
    const keys = await this.dataSource.query<KeyRow[]>(
      `SELECT a.id, DATE_FORMAT(${key}, '%Y-%m-%d %H:%i:%s.%f') AS at FROM application a
       WHERE ${conditions.sql} ORDER BY ${key} ${direction}, a.id ${direction} LIMIT ?`,
      [...conditions.values, first + 1],
    );
    const cut = toPage(keys, first, ({ at, id }) => ({ at, id }));
    const files = new Map(
      (
        await this.files.byIds(
          actor,
          cut.edges.map(({ node }) => node.id),
        )
      ).map((file) => [file.row.id, file]),
    );
    const counted = Number(total?.n ?? 0);
    return {
      edges: cut.edges.flatMap(({ cursor, node }) => {
        const file = files.get(node.id);
        return file ? [{ cursor, node: file }] : [];
      }),
      pageInfo: cut.pageInfo,
      totalCount: Math.min(counted, TOTAL_CAP),
      totalCapped: counted > TOTAL_CAP,
    };
  }
}
