import type { ApiHarness } from '../../support/api-harness.js';

/** Rows that belong to one case, and which of them. */
export interface CaseRows {
  readonly id: string;
  /** Its seats are counted there; null for a case without a plan. */
  readonly planId: string | null;
}

type Row = Readonly<Record<string, unknown>>;

/** How a case stood at some moment. */
export type Kept = ReadonlyMap<string, readonly Row[]>;

interface CaseTable {
  readonly name: string;
  /** By which columns a row is told from others. */
  readonly key: readonly string[];
  /** Which rows are the case's. */
  readonly column: string;
  readonly value: string | null;
}

/** Everything a move may write about the case beside the logs, which only grow. */
const tablesOf = ({ id, planId }: CaseRows): readonly CaseTable[] => [
  { name: 'exam_plan', key: ['id'], column: 'id', value: planId },
  { name: 'application', key: ['id'], column: 'id', value: id },
  { name: 'attachment', key: ['id'], column: 'subject_id', value: id },
  {
    name: 'verdict',
    key: ['application_id', 'target_kind', 'target'],
    column: 'application_id',
    value: id,
  },
  {
    name: 'subject_mark',
    key: ['application_id', 'subject_code'],
    column: 'application_id',
    value: id,
  },
  { name: 'issue_line', key: ['id'], column: 'source', value: `application:${id}` },
];

/** @returns every row of the case as it is now. */
export async function keep(api: ApiHarness, rows: CaseRows): Promise<Kept> {
  const kept = new Map<string, readonly Row[]>();
  for (const table of tablesOf(rows)) kept.set(table.name, await rowsOf(api, table));
  return kept;
}

async function rowsOf({ db }: ApiHarness, { name, key, column, value }: CaseTable): Promise<Row[]> {
  const written = (await writtenColumns(db, name)).join(', ');
  return db.query<Row[]>(
    `SELECT ${written} FROM ${name} WHERE ${column} = ? ORDER BY ${key.join(', ')}`,
    [value],
  );
}

/**
 * Makes the case what it was, so that one case can be tried in many ways. The logs keep what was
 * tried: nothing the workflow decides by, but the four eyes, which are other people's here.
 */
export async function putBack(api: ApiHarness, rows: CaseRows, kept: Kept): Promise<void> {
  for (const table of tablesOf(rows)) {
    const [before, now] = [kept.get(table.name) ?? [], await rowsOf(api, table)];
    const isIn = (some: readonly Row[]) => {
      const texts = new Set(some.map((row) => JSON.stringify(row)));
      return (row: Row): boolean => texts.has(JSON.stringify(row));
    };
    const [isKept, isThere] = [isIn(before), isIn(now)];
    for (const row of now) if (!isKept(row)) await remove(api, table, row, before);
    for (const row of before) if (!isThere(row)) await write(api, table, row);
  }
}

/** A row that has only changed is written over, for others may refer to it. */
async function remove(
  { db }: ApiHarness,
  { name, key }: CaseTable,
  row: Row,
  before: readonly Row[],
): Promise<void> {
  if (before.some((one) => key.every((column) => one[column] === row[column]))) return;
  const isSame = key.map((column) => `${column} = ?`).join(' AND ');
  await db.query(
    `DELETE FROM ${name} WHERE ${isSame}`,
    key.map((column) => row[column]),
  );
}

async function write({ db }: ApiHarness, { name }: CaseTable, row: Row): Promise<void> {
  const columns = await writtenColumns(db, name);
  const marks = columns.map(() => '?').join(', ');
  const changes = columns.map((column) => `${column} = VALUES(${column})`).join(', ');
  await db.query(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${marks}) ON DUPLICATE KEY UPDATE ${changes}`,
    columns.map((column) => written(row[column])),
  );
}

/** JSON is read as what it means and written as text. */
const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Buffer.isBuffer(value)
    ? JSON.stringify(value)
    : value;

const known = new Map<string, Promise<string[]>>();

/** Columns the database does not work out itself. */
function writtenColumns(db: ApiHarness['db'], table: string): Promise<string[]> {
  const columns =
    known.get(table) ??
    db
      .query<{ name: string }[]>(
        `SELECT column_name AS name FROM information_schema.columns
         WHERE table_schema = DATABASE() AND table_name = ? AND generation_expression IS NULL
         ORDER BY ordinal_position`,
        [table],
      )
      .then((rows) => rows.map(({ name }) => name));
  known.set(table, columns);
  return columns;
}

const LOGS = {
  application_action: 'SELECT COUNT(*) AS n FROM application_action WHERE application_id = ?',
  audit_log: 'SELECT COUNT(*) AS n FROM audit_log WHERE subject_id = ?',
  inbox_message: 'SELECT COUNT(*) AS n FROM inbox_message WHERE application_id = ?',
  outbox: `SELECT COUNT(*) AS n FROM outbox o
    JOIN inbox_message m ON m.id = JSON_VALUE(o.payload, '$.messageId') WHERE m.application_id = ?`,
  certificate: "SELECT COUNT(*) AS n FROM certificate WHERE source = CONCAT('application:', ?)",
  idempotency:
    "SELECT COUNT(*) AS n FROM idempotency WHERE idempotency_key LIKE CONCAT('refused-', ?, '-%')",
} as const;

/** Everything a request about a case may leave behind, table by table. */
export type Trace = ReadonlyMap<string, string>;

/** How the idempotency key of a request begins that must leave nothing behind, not even its key. */
export const refusedKey = (id: string): string => `refused-${id}-`;

export async function traceOf(api: ApiHarness, rows: CaseRows): Promise<Trace> {
  const trace = new Map<string, string>();
  for (const [table, kept] of await keep(api, rows)) trace.set(table, JSON.stringify(kept));
  for (const [table, count] of Object.entries(LOGS)) {
    trace.set(table, JSON.stringify(await api.db.query(count, [rows.id])));
  }
  return trace;
}

/** Names of the tables in which something is otherwise. */
export const changedSince = (before: Trace, after: Trace): readonly string[] =>
  [...after.keys()].filter((table) => after.get(table) !== before.get(table));
