import { Injectable } from '@nestjs/common';
import type { Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { decodeCursor, toPage, type PageArgs } from '../platform/graphql/page.js';
import type {
  Plan,
  PlanConnection,
  PlanFilter,
  PlanParts,
  Site,
  WholePlan,
} from './exam-plan.type.js';
import { CHOOSABLE_STATUSES, HIDDEN_STATUSES, type PlanStatus } from './plan-status.js';

export type Language = 'zh-CN' | 'en';

/** A plan, named in a reader's language. */
export interface PlanKey {
  readonly id: string;
  readonly language: Language;
}

/** Whether a plan is for an item and registration type. */
export interface Fit {
  readonly id: string;
  readonly itemCode: string;
  readonly registrationType: string;
}

const fitKey = ({ id, itemCode, registrationType }: Fit): string =>
  `${id} ${itemCode} ${registrationType}`;

interface PlanRow {
  readonly id: string;
  readonly planNo: string;
  readonly name: string;
  readonly institutionCode: string;
  readonly institutionName: string;
  readonly institutionNameEn: string;
  readonly institutionPhone: string | null;
  readonly track: Track;
  readonly registrationFrom: string;
  readonly registrationTo: string;
  readonly examFrom: string | null;
  readonly examTo: string | null;
  readonly ticketFrom: string | null;
  readonly ticketTo: string | null;
  readonly resultDue: string | null;
  readonly capacity: number;
  readonly taken: number;
  readonly status: PlanStatus;
}

const PLAN = `
  SELECT p.id, p.plan_no AS planNo, p.name, p.institution_code AS institutionCode, i.name AS institutionName,
         i.name_en AS institutionNameEn, i.phone AS institutionPhone, p.track, p.registration_from AS registrationFrom, p.registration_to AS registrationTo,
         p.exam_from AS examFrom, p.exam_to AS examTo, p.ticket_from AS ticketFrom, p.ticket_to AS ticketTo,
         p.result_due AS resultDue, p.capacity, p.taken, p.status
  FROM exam_plan p JOIN institution i ON i.code = p.institution_code`;

/** At most this many plans can be offered for one item. */
const CHOICES_MAX = 50;

/** Province digits of what belongs to no province. */
const NATIONAL = '00';

/** Reads plans with their items, types and places: always four statements, however many plans. */
@Injectable()
export class PlansQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Published plans, those that close first in front. */
  async page(
    filter: PlanFilter,
    { first, after }: PageArgs,
    language: Language,
  ): Promise<PlanConnection> {
    const where = ['p.status NOT IN (?)'];
    const values: unknown[] = [HIDDEN_STATUSES];
    const add = (condition: string, ...more: unknown[]): void => {
      where.push(condition);
      values.push(...more);
    };
    if (filter.track) add('p.track = ?', filter.track);
    if (filter.itemCode) {
      add(
        'EXISTS (SELECT 1 FROM exam_plan_item x WHERE x.plan_id = p.id AND x.item_code = ?)',
        filter.itemCode,
      );
    }
    if (filter.registrationType) {
      add(
        'EXISTS (SELECT 1 FROM exam_plan_type x WHERE x.plan_id = p.id AND x.registration_type = ?)',
        filter.registrationType,
      );
    }
    if (filter.openOnly) {
      const today = this.clock.today();
      add(
        'p.status IN (?) AND p.registration_from <= ? AND p.registration_to >= ?',
        CHOOSABLE_STATUSES,
        today,
        today,
      );
    }
    if (after) {
      const { at, id } = decodeCursor(after);
      add('p.registration_to >= ? AND (p.registration_to > ? OR p.id > ?)', at, at, id);
    }
    const rows = await this.dataSource.query<PlanRow[]>(
      `${PLAN} WHERE ${where.join(' AND ')} ORDER BY p.registration_to, p.id LIMIT ?`,
      [...values, first + 1],
    );
    return toPage(
      rows.map((row) => planIn(language, row)),
      first,
      ({ registrationTo, id }) => ({
        at: registrationTo,
        id,
      }),
    );
  }

  /** Every published plan for an item and registration type that is not over, open or not. */
  async choices(
    itemCode: string,
    registrationType: string,
    language: Language,
  ): Promise<WholePlan[]> {
    const rows = await this.dataSource.query<PlanRow[]>(
      `${PLAN}
       JOIN exam_plan_item x ON x.plan_id = p.id AND x.item_code = ?
       JOIN exam_plan_type t ON t.plan_id = p.id AND t.registration_type = ?
       WHERE p.status IN (?) AND p.registration_to >= ? ORDER BY p.registration_to, p.id LIMIT ?`,
      [itemCode, registrationType, CHOOSABLE_STATUSES, this.clock.today(), CHOICES_MAX],
    );
    return this.complete(rows, language);
  }

  /** The plans without their lists. */
  async heads(keys: readonly PlanKey[]): Promise<(Plan | null)[]> {
    const rows = await this.dataSource.query<PlanRow[]>(`${PLAN} WHERE p.id IN (?)`, [
      [...new Set(keys.map(({ id }) => id))],
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map(({ id, language }) => {
      const row = byId.get(id);
      return row ? planIn(language, row) : null;
    });
  }

  async byIds(ids: readonly string[], language: Language): Promise<Map<string, WholePlan>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.query<PlanRow[]>(`${PLAN} WHERE p.id IN (?)`, [ids]);
    return new Map((await this.complete(rows, language)).map((plan) => [plan.id, plan]));
  }

  async takes(asked: readonly Fit[]): Promise<boolean[]> {
    const rows = await this.dataSource.query<Fit[]>(
      `SELECT x.plan_id AS id, x.item_code AS itemCode, t.registration_type AS registrationType
       FROM exam_plan_item x JOIN exam_plan_type t ON t.plan_id = x.plan_id
       WHERE x.plan_id IN (?) AND x.item_code IN (?) AND t.registration_type IN (?)`,
      [
        [...new Set(asked.map(({ id }) => id))],
        [...new Set(asked.map(({ itemCode }) => itemCode))],
        [...new Set(asked.map(({ registrationType }) => registrationType))],
      ],
    );
    const taken = new Set(rows.map(fitKey));
    return asked.map((fit) => taken.has(fitKey(fit)));
  }

  /** Two digits of each institution's province; null for the national institution and an unknown plan. */
  async provincesOf(planIds: readonly string[]): Promise<(string | null)[]> {
    const rows = await this.dataSource.query<{ id: string; divisionCode: string }[]>(
      `SELECT p.id, i.division_code AS divisionCode
       FROM exam_plan p JOIN institution i ON i.code = p.institution_code WHERE p.id IN (?)`,
      [[...new Set(planIds)]],
    );
    const divisions = new Map(rows.map(({ id, divisionCode }) => [id, divisionCode]));
    return planIds.map((id) => {
      const province = divisions.get(id)?.slice(0, 2) ?? NATIONAL;
      return province === NATIONAL ? null : province;
    });
  }

  /** What the plans are for and where, in the order of the keys. */
  async partsOf(keys: readonly PlanKey[]): Promise<PlanParts[]> {
    const ids = [...new Set(keys.map(({ id }) => id))];
    const languages = [...new Set(keys.map(({ language }) => language))];
    const [items, types, ...sites] = await Promise.all([
      this.parts(
        ids,
        'SELECT plan_id AS planId, item_code AS value FROM exam_plan_item WHERE plan_id IN (?) ORDER BY item_code',
      ),
      this.parts(
        ids,
        'SELECT plan_id AS planId, registration_type AS value FROM exam_plan_type WHERE plan_id IN (?) ORDER BY registration_type',
      ),
      ...languages.map((language) => this.sites(ids, language)),
    ]);
    return keys.map(({ id, language }) => ({
      itemCodes: items.get(id) ?? [],
      registrationTypes: types.get(id) ?? [],
      sites: sites[languages.indexOf(language)]?.get(id) ?? [],
    }));
  }

  private async complete(rows: readonly PlanRow[], language: Language): Promise<WholePlan[]> {
    if (rows.length === 0) return [];
    const parts = await this.partsOf(rows.map(({ id }) => ({ id, language })));
    return rows.flatMap((row, index) => {
      const own = parts[index];
      return own ? [{ ...planIn(language, row), ...own }] : [];
    });
  }

  private async parts(ids: readonly string[], sql: string): Promise<Map<string, string[]>> {
    const rows = await this.dataSource.query<{ planId: string; value: string }[]>(sql, [ids]);
    return grouped(rows, ({ value }) => value);
  }

  private async sites(ids: readonly string[], language: Language): Promise<Map<string, Site[]>> {
    const rows = await this.dataSource.query<
      { planId: string; code: string; name: string; address: string; kind: string }[]
    >(
      `SELECT x.plan_id AS planId, s.code, s.${named('name', language)} AS name, s.${named('address', language)} AS address, s.kind
       FROM exam_plan_site x JOIN site s ON s.code = x.site_code WHERE x.plan_id IN (?) ORDER BY s.code`,
      [ids],
    );
    return grouped(rows, ({ code, name, address, kind }) => ({ code, name, address, kind }));
  }
}

/** A plan's row as the schema publishes it. */
function planIn(
  language: Language,
  {
    institutionCode,
    institutionName,
    institutionNameEn,
    institutionPhone,
    capacity,
    taken,
    ...row
  }: PlanRow,
): Plan {
  return {
    ...row,
    institution: {
      code: institutionCode,
      name: language === 'en' ? institutionNameEn : institutionName,
      phone: institutionPhone,
    },
    seatsTotal: capacity,
    seatsLeft: Math.max(0, capacity - taken),
  };
}

/** The column of a text in the reader's language. */
const named = (column: 'name' | 'address', language: Language): string =>
  language === 'en' ? `${column}_en` : column;

function grouped<Row extends { planId: string }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.planId);
    if (group) group.push(valueOf(row));
    else groups.set(row.planId, [valueOf(row)]);
  }
  return groups;
}
