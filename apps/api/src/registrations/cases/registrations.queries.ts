import { Injectable } from '@nestjs/common';
import { APPLICATION_TYPES, type ApplicationStatus } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { accident } from '../../platform/graphql/accident.js';
import { decodeCursor, toPage, type PageArgs } from '../../platform/graphql/page.js';
import type { CaseFile } from './case-file.js';
import { CaseFiles } from './case-files.js';
import type { ReviewFilter } from '../desk/review.inputs.js';
import { scopeOf } from './scope.js';
import type { ApplicationTab } from './workflow-enums.js';

/** Totals are counted up to here; above it the list says "more than". */
const TOTAL_CAP = 1000;

const WAITING_FOR_REVIEW: readonly ApplicationStatus[] = ['SUBMITTED', 'UNDER_REVIEW'];

const EXAMINED_OR_SOON: readonly ApplicationStatus[] = [
  'SCHEDULED',
  'EXAMINED',
  'PASSED',
  'FAILED',
  'ABSENT',
  'VOID',
];

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

/** How many there are, counted up to a cap. */
export interface Total {
  readonly count: number;
  readonly isCapped: boolean;
}

export interface CasePage {
  readonly edges: readonly { readonly cursor: string; readonly node: CaseFile }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  /** Counted only when somebody asks. */
  readonly total: () => Promise<Total>;
}

/** Codes of the application types of a registration type; one that is no code when there are none. */
function typesOf(registrationType: string): string[] {
  const types = APPLICATION_TYPES.filter((type) => type.registrationType === registrationType);
  return types.length > 0 ? types.map(({ code }) => code) : ['none'];
}

/** The row's property of each column a list is ordered by. */
const INSTANTS = {
  created_at: 'createdAt',
  submitted_at: 'submittedAt',
  deleted_at: 'deletedAt',
} as const;

/** How a list is walked: `key` and then the id, and by which statuses its index begins. */
interface Walk {
  readonly key: keyof typeof INSTANTS;
  readonly direction: 'ASC' | 'DESC';
  /** Null where the index does not begin with the status. */
  readonly statuses: readonly ApplicationStatus[] | null;
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

/** Lists of cases, each page one walk along an index (docs/performance.md). */
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
    return this.page(actor, conditions, page, {
      key: 'created_at',
      direction: 'DESC',
      statuses: null,
    });
  }

  /** What waits for the desk, longest waiting first. */
  async reviewQueue(actor: Actor, filter: ReviewFilter, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    const statuses = filter.statuses ?? WAITING_FOR_REVIEW;
    conditions.add('a.submitted_at IS NOT NULL');
    if (filter.itemCode) conditions.add('a.item_code = ?', filter.itemCode);
    if (filter.registrationType) conditions.add('a.type IN (?)', typesOf(filter.registrationType));
    if (filter.planId) conditions.add('a.plan_id = ?', filter.planId);
    if (filter.number) conditions.add('a.number = ?', filter.number.trim());
    if (filter.mine) conditions.add('a.reviewer_id = ?', actor.id);
    return this.page(actor, conditions, page, { key: 'submitted_at', direction: 'ASC', statuses });
  }

  /** What was deleted since then, last deleted first. */
  async deleted(actor: Actor, since: Date, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    conditions.add('a.deleted_at >= ?', since);
    return this.page(actor, conditions, page, {
      key: 'deleted_at',
      direction: 'DESC',
      statuses: null,
    });
  }

  /** Cases of one plan that have reached the exam, for marks. */
  async ofPlan(actor: Actor, planId: string, page: PageArgs): Promise<CasePage> {
    const conditions = this.visible(actor);
    conditions.add('a.plan_id = ?', planId);
    return this.page(actor, conditions, page, {
      key: 'submitted_at',
      direction: 'ASC',
      statuses: EXAMINED_OR_SOON,
    });
  }

  /** @throws NOT_FOUND when it is not there or not the caller's to see: the same answer. */
  async one(actor: Actor, id: string): Promise<CaseFile> {
    const scope = scopeOf(actor);
    const [file] = await this.files.select(actor, `WHERE a.id = ? AND ${scope.sql}`, [
      id,
      ...scope.values,
    ]);
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
    walk: Walk,
  ): Promise<CasePage> {
    const total = (): Promise<Total> => this.total(conditions, walk.statuses);
    const [tail, values] = walked(conditions, walk, first + 1, after ?? null);
    const files = await this.files.select(actor, tail, values);
    return {
      ...toPage(files, first, ({ row }) => ({
        at: instantText(row[INSTANTS[walk.key]]),
        id: row.id,
      })),
      total,
    };
  }

  private async total(
    conditions: Conditions,
    statuses: readonly ApplicationStatus[] | null,
  ): Promise<Total> {
    const [row] = await this.dataSource.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM application a
       WHERE ${conditions.sql} ${statuses ? 'AND a.status IN (?)' : ''} LIMIT ?) AS counted`,
      [...conditions.values, ...(statuses ? [statuses] : []), TOTAL_CAP + 1],
    );
    const counted = Number(row?.n ?? 0);
    return { count: Math.min(counted, TOTAL_CAP), isCapped: counted > TOTAL_CAP };
  }
}

/**
 * The page after a cursor. Where the index begins with the status, every status is walked on its own
 * and the pieces are merged: an order over several statuses would be sorted from all their rows.
 */
function walked(
  conditions: Conditions,
  { key, direction, statuses }: Walk,
  limit: number,
  after: string | null,
): [tail: string, values: unknown[]] {
  const past = new Conditions();
  if (after) {
    // Bounded form: MariaDB walks the whole index for `(key, id) < (?, ?)` (performance.md).
    const { at, id } = decodeCursor(after);
    const [edge, beyond] = direction === 'DESC' ? ['<=', '<'] : ['>=', '>'];
    past.add(`a.${key} ${edge} ? AND (a.${key} ${beyond} ? OR a.id ${beyond} ?)`, at, at, id);
  }
  const where = [conditions.sql, past.sql].filter((sql) => sql !== '').join(' AND ');
  const values = [...conditions.values, ...past.values];
  const order = (alias: string): string =>
    `ORDER BY ${alias}.${key} ${direction}, ${alias}.id ${direction}`;
  if (statuses === null) return [`WHERE ${where} ${order('a')} LIMIT ?`, [...values, limit]];
  const pieces = statuses.map(
    () =>
      `(SELECT a.id, a.${key} FROM application a WHERE ${where} AND a.status = ? ${order('a')} LIMIT ?)`,
  );
  return [
    `JOIN (SELECT piece.id FROM (${pieces.join(' UNION ALL ')}) AS piece ${order('piece')} LIMIT ?) AS found ON found.id = a.id
     ${order('a')}`,
    [...statuses.flatMap((status) => [...values, status, limit]), limit],
  ];
}

/** An instant as MariaDB writes it, to the microsecond. */
const instantText = (instant: Date | null): string =>
  `${(instant ?? new Date(0)).toISOString().slice(0, 23).replace('T', ' ')}000`;
