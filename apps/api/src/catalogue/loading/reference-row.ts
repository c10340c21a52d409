import { parse } from 'csv-parse/sync';

/** A reference file cannot be used; the message names file, line and column so the operator can mend it. */
export class ReferenceFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    problem: string,
  ) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'ReferenceFileError';
  }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * One line of a reference file, read cell by cell.
 * Every reader throws {@link ReferenceFileError} when the cell is not what the caller asks for.
 */
export class ReferenceRow {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  /** The cell's text, which must not be empty. */
  text(column: string): string {
    return this.optionalText(column) ?? this.fail(`${column} is empty`);
  }

  optionalText(column: string): string | null {
    const cell = this.cells.get(column);
    if (cell === undefined) return this.fail(`there is no column ${column}`);
    return cell === '' ? null : cell;
  }

  /** The parts of a `;` separated cell; an empty cell has none. */
  list(column: string): string[] {
    return this.optionalText(column)?.split(';') ?? [];
  }

  /** A whole number from `least` up. */
  integer(column: string, least = 0): number {
    const cell = this.text(column);
    const value = Number(cell);
    if (!/^\d+$/.test(cell) || value < least) {
      return this.fail(`${column} is not a whole number from ${least} up: ${cell}`);
    }
    return value;
  }

  oneOf<T extends string>(column: string, allowed: readonly T[]): T {
    const cell = this.text(column);
    return (
      allowed.find((value) => value === cell) ??
      this.fail(`${column} is ${cell}, expected one of ${allowed.join(', ')}`)
    );
  }

  yesOrNo(column: string): boolean {
    return this.oneOf(column, ['Y', 'N']) === 'Y';
  }

  /** A calendar day as `YYYY-MM-DD`; days that do not exist are refused. */
  date(column: string): string {
    return this.optionalDate(column) ?? this.fail(`${column} is empty`);
  }

  optionalDate(column: string): string | null {
    const cell = this.optionalText(column);
    if (cell === null) return null;
    const parsed = new Date(`${cell}T00:00:00Z`);
    const exists =
      DATE.test(cell) &&
      !Number.isNaN(parsed.getTime()) &&
      parsed.toISOString().slice(0, 10) === cell;
    return exists ? cell : this.fail(`${column} is not a date: ${cell}`);
  }

  json(column: string): unknown {
    const cell = this.text(column);
    try {
      return JSON.parse(cell) as unknown;
    } catch {
      return this.fail(`${column} is not JSON: ${cell}`);
    }
  }

  fail(problem: string): never {
    throw new ReferenceFileError(this.file, this.line, problem);
  }
}

interface ParsedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits a reference file into rows; the header must name exactly `columns`, in this order. */
export function parseReferenceFile(
  file: string,
  content: string,
  columns: readonly string[],
): ReferenceRow[] {
  const [header, ...records] = splitLines(file, content);
  if (header?.cells.join(',') !== columns.join(',')) {
    throw new ReferenceFileError(file, 1, `the header must be ${columns.join(',')}`);
  }
  return records.map(({ line, cells }) => {
    const named = new Map(columns.map((column, index) => [column, cells[index]?.trim() ?? '']));
    return new ReferenceRow(file, line, named);
  });
}

/** Refuses a second row with the same key: the last one would silently win in the database. */
export function refuseDuplicates(
  rows: readonly ReferenceRow[],
  keyOf: (row: ReferenceRow) => string,
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    const earlier = seen.get(key);
    if (earlier !== undefined) row.fail(`${key} is already in line ${earlier}`);
    seen.set(key, row.line);
  }
}

function splitLines(file: string, content: string): ParsedLine[] {
  const lines: ParsedLine[] = [];
  try {
    parse(content, {
      bom: true,
      skipEmptyLines: true,
      onRecord: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    return lines;
  } catch (thrown) {
    const line =
      thrown instanceof Error && 'lines' in thrown && typeof thrown.lines === 'number'
        ? thrown.lines
        : 1;
    throw new ReferenceFileError(
      file,
      line,
      thrown instanceof Error ? thrown.message : String(thrown),
    );
  }
}
