import { Readable } from 'node:stream';
import type { Connection } from 'mysql2/promise';

export type Cell = string | number | Buffer | Date | null;

const SPECIAL = /[\\\t\n\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\0': '\\0',
};
/** Rows are sent in pieces of about this many characters. */
const PIECE = 1 << 18;

/** One value as LOAD DATA reads it; bytes are kept one character each, so that blobs pass whole. */
function field(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 23).replace('T', ' ');
  const bytes = typeof cell === 'string' ? Buffer.from(cell, 'utf8') : cell;
  return bytes.toString('latin1').replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

function* pieces(rows: Iterable<readonly Cell[]>): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(field).join('\t')}\n`;
    if (text.length < PIECE) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'latin1');
}

/** Fills a table by LOAD DATA, straight from the generator: no file is written. */
export async function loadData(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await connection.query({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET binary (${columns.join(', ')})`,
    infileStreamFactory: () => Readable.from(pieces(rows)),
  });
}

export function* mapped<Thing>(
  things: readonly Thing[],
  rowOf: (thing: Thing) => Cell[],
): Generator<Cell[]> {
  for (const thing of things) yield rowOf(thing);
}
