import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  parseReferenceFile,
  refuseDuplicates,
  type ReferenceRow,
} from '../catalogue/loading/reference-row.js';
import {
  CONFIDENCES,
  type Catalogue,
  type Confidence,
  type MajorKey,
  type MajorRelationRow,
  type MajorRow,
  type MajorsData,
  type RelationKind,
} from './major-rows.js';
import { spell, tradeRank } from './major-spelling.js';

/** The text of each file of majors, by name. */
export type MajorsFiles = Readonly<
  Record<'comparison' | 'old' | 'movedOut' | 'unplaced' | 'since1993' | 'added', string>
>;

/** Reads the majors files of `directory` (tools/reference-data). @throws ReferenceFileError */
export async function readMajors(directory: string): Promise<MajorsData> {
  const read = (file: string): Promise<string> => readFile(join(directory, file), 'utf8');
  return parseMajors({
    comparison: await read('majors.csv'),
    old: await read('majors_old_catalogue_1998_2011.csv'),
    movedOut: await read('majors_old_moved_out.csv'),
    unplaced: await read('majors_old_unplaced.csv'),
    since1993: await read('majors_1993_to_1998_partial.csv'),
    added: await read('majors_added_after_2012.csv'),
  });
}

/** Joins the six files into majors with unique keys and relations between existing majors. */
export function parseMajors(files: MajorsFiles): MajorsData {
  const table = new MajorTable();
  readOld(table, files.old);
  readComparison(table, files.comparison);
  readAdded(table, files.added);
  readMovedOut(table, files.movedOut);
  readUnplaced(table, files.unplaced);
  readSince1993(table, files.since1993);
  return table;
}

type Described = Pick<MajorRow, 'name' | 'discipline' | 'className'> &
  Partial<Pick<MajorRow, 'added' | 'selectable' | 'confidence'>>;

class MajorTable implements MajorsData {
  readonly relations: MajorRelationRow[] = [];
  private readonly byKey = new Map<string, MajorRow>();

  get majors(): readonly MajorRow[] {
    return [...this.byKey.values()];
  }

  /** The first description of a key stays; a second one with another name is refused. */
  add(row: ReferenceRow, catalogue: Catalogue, code: string, described: Described): MajorKey {
    const key = `${catalogue} ${code}`;
    const known = this.byKey.get(key);
    if (known && known.name !== described.name) row.fail(`${key} is already ${known.name}`);
    if (!known) {
      this.byKey.set(key, {
        catalogue,
        code,
        added: false,
        selectable: true,
        confidence: null,
        ...described,
        ...spell(described.name),
        tradeRank: tradeRank(described.className),
      });
    }
    return { catalogue, code };
  }

  find(row: ReferenceRow, catalogue: Catalogue, code: string): MajorRow {
    return this.byKey.get(`${catalogue} ${code}`) ?? row.fail(`there is no ${catalogue} ${code}`);
  }

  relate(older: MajorKey, newer: MajorKey, kind: RelationKind, confidence: Confidence): void {
    this.relations.push({ older, newer, kind, confidence });
  }
}

function readOld(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors_old_catalogue_1998_2011.csv', content, [
    'old_code',
    'old_name',
    'old_class',
  ]);
  refuseDuplicates(rows, (row) => row.text('old_code'));
  for (const row of rows) {
    table.add(row, '1998', row.text('old_code'), {
      name: row.text('old_name'),
      discipline: null,
      className: row.text('old_class'),
    });
  }
}

const RELATIONS: Readonly<Record<string, RelationKind>> = {
  same: 'SAME',
  renamed: 'RENAMED',
  merged: 'MERGED',
  'split-part': 'SPLIT_PART',
};

function readComparison(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors.csv', content, [
    'new_code',
    'new_name',
    'discipline',
    'class',
    'old_code',
    'old_name',
    'relation',
    'confidence',
  ]);
  for (const row of rows) {
    const newer = table.add(row, '2012', row.text('new_code'), {
      name: row.text('new_name'),
      discipline: row.text('discipline'),
      className: row.text('class'),
    });
    if (row.text('relation') === 'new-in-2012') continue;
    const older = table.find(row, '1998', row.text('old_code'));
    const named = withoutPartMark(row.text('old_name'));
    if (older.name !== named) row.fail(`1998 ${older.code} is ${older.name}, not ${named}`);
    const kind = RELATIONS[row.oneOf('relation', Object.keys(RELATIONS))];
    if (kind) table.relate(keyOf(older), newer, kind, row.oneOf('confidence', CONFIDENCES));
  }
}

function readAdded(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors_added_after_2012.csv', content, [
    'new_code',
    'new_name',
    'discipline',
    'class',
    'source',
    'confidence',
  ]);
  for (const row of rows) {
    table.add(row, '2012', row.text('new_code'), {
      name: row.text('new_name'),
      discipline: row.text('discipline'),
      className: row.text('class'),
      added: true,
      confidence: row.oneOf('confidence', CONFIDENCES),
    });
  }
}

function readMovedOut(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors_old_moved_out.csv', content, [
    'old_code',
    'old_name',
    'old_class',
    'new_code',
    'new_name',
    'new_discipline',
    'confidence',
    'note',
  ]);
  for (const row of rows) {
    const confidence = row.oneOf('confidence', CONFIDENCES);
    const newer = table.add(row, '2012', row.text('new_code'), {
      name: row.text('new_name'),
      discipline: row.text('new_discipline'),
      className: null,
      selectable: false,
    });
    const older = table.find(row, '1998', row.text('old_code'));
    table.relate(keyOf(older), newer, 'MOVED_OUT', confidence);
  }
}

function readUnplaced(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors_old_unplaced.csv', content, [
    'old_code',
    'old_name',
    'old_class',
    'suggested_new_code',
    'suggested_new_name',
    'confidence',
  ]);
  for (const row of rows) {
    const older = table.find(row, '1998', row.text('old_code'));
    const suggested = row.optionalText('suggested_new_code');
    if (suggested === null) continue;
    const newer = table.find(row, '2012', suggested);
    table.relate(keyOf(older), keyOf(newer), 'SUGGESTED', row.oneOf('confidence', CONFIDENCES));
  }
}

function readSince1993(table: MajorTable, content: string): void {
  const rows = parseReferenceFile('majors_1993_to_1998_partial.csv', content, [
    'name_1998',
    'code_1998',
    'name_1993',
    'confidence',
    'source',
  ]);
  for (const row of rows) {
    const newer = table.find(row, '1998', row.text('code_1998'));
    if (newer.name !== row.text('name_1998')) row.fail(`1998 ${newer.code} is ${newer.name}`);
    const marked = row.text('name_1993');
    const name = withoutPartMark(marked);
    const confidence = row.oneOf('confidence', CONFIDENCES);
    const { discipline, className } = newer;
    const older = table.add(row, '1993', name, { name, discipline, className, confidence });
    const whole = name === newer.name ? 'SAME' : 'MERGED';
    table.relate(older, keyOf(newer), marked === name ? whole : 'SPLIT_PART', confidence);
  }
}

const keyOf = ({ catalogue, code }: MajorKey): MajorKey => ({ catalogue, code });

/** `（部分）` marks a major that was divided; it is no part of its name. */
const withoutPartMark = (name: string): string => name.replace(/（部分）$/, '');
