/** One typeface: its bytes without the tables a PDF does not need, and which characters it can draw. */
export interface Face {
  readonly bytes: Buffer;
  covers(codePoint: number): boolean;
}

interface Table {
  readonly tag: string;
  readonly start: number;
  readonly length: number;
}

const COLLECTION_TAG = 'ttcf';
const TABLES_IN_PDF: ReadonlySet<string> = new Set([
  ...[
    'CFF ',
    'OS/2',
    'cmap',
    'cvt ',
    'fpgm',
    'glyf',
    'head',
    'hhea',
    'hmtx',
    'loca',
    'maxp',
    'name',
    'post',
    'prep',
  ],
]);
const POSTSCRIPT_NAME = 6;
const UNICODE_PLATFORM = 0;
const WINDOWS_PLATFORM = 3;
const CODE_POINTS = 0x110000;

/**
 * Reads a TrueType or OpenType file, or one member of a collection chosen by PostScript name (first member if none
 * has that name). Positioning and substitution tables are left out: Chinese forms need neither, and parsing
 * them anew for each document costs more than drawing it.
 *
 * @throws Error when the bytes are not such a font.
 */
export function readFace(file: Buffer, postScriptName?: string): Face {
  const start = faceStart(file, postScriptName);
  const tables = tablesAt(file, start);
  return { bytes: lean(file, start, tables), covers: coverage(file, tables) };
}

function faceStart(file: Buffer, postScriptName: string | undefined): number {
  if (file.toString('latin1', 0, 4) !== COLLECTION_TAG) return 0;
  const starts = Array.from({ length: file.readUInt32BE(8) }, (_, index) =>
    file.readUInt32BE(12 + 4 * index),
  );
  const named = starts.find((start) => nameOf(file, tablesAt(file, start)) === postScriptName);
  return named ?? starts[0] ?? 0;
}

function tablesAt(file: Buffer, start: number): Table[] {
  return Array.from({ length: file.readUInt16BE(start + 4) }, (_, index) => {
    const record = start + 12 + 16 * index;
    return {
      tag: file.toString('latin1', record, record + 4),
      start: file.readUInt32BE(record + 8),
      length: file.readUInt32BE(record + 12),
    };
  });
}

function bytesOf(file: Buffer, tables: readonly Table[], tag: string): Buffer {
  const table = tables.find((candidate) => candidate.tag === tag);
  if (table === undefined) throw new Error(`Font file has no ${tag} table`);
  return file.subarray(table.start, table.start + table.length);
}

function nameOf(file: Buffer, tables: readonly Table[]): string | undefined {
  const names = bytesOf(file, tables, 'name');
  const strings = names.readUInt16BE(4);
  for (let index = 0; index < names.readUInt16BE(2); index += 1) {
    const record = 6 + 12 * index;
    if (
      names.readUInt16BE(record) !== WINDOWS_PLATFORM ||
      names.readUInt16BE(record + 6) !== POSTSCRIPT_NAME
    )
      continue;
    const from = strings + names.readUInt16BE(record + 10);
    const utf16 = Buffer.from(names.subarray(from, from + names.readUInt16BE(record + 8))).swap16();
    return utf16.toString('utf16le');
  }
  return undefined;
}

function lean(file: Buffer, start: number, tables: readonly Table[]): Buffer {
  const kept = tables.filter(({ tag }) => TABLES_IN_PDF.has(tag));
  const head = Buffer.alloc(12 + 16 * kept.length);
  file.copy(head, 0, start, start + 4);
  head.writeUInt16BE(kept.length, 4);
  const parts: Uint8Array[] = [head];
  let position = head.length;
  kept.forEach((table, index) => {
    const record = 12 + 16 * index;
    const padding = (4 - (table.length % 4)) % 4;
    head.write(table.tag, record, 'latin1');
    head.writeUInt32BE(position, record + 8);
    head.writeUInt32BE(table.length, record + 12);
    parts.push(file.subarray(table.start, table.start + table.length), Buffer.alloc(padding));
    position += table.length + padding;
  });
  return Buffer.concat(parts);
}

function coverage(file: Buffer, tables: readonly Table[]): (codePoint: number) => boolean {
  const cmap = bytesOf(file, tables, 'cmap');
  const covered = new Uint8Array(CODE_POINTS / 8);
  const add = (codePoint: number): void => {
    covered[codePoint >> 3] = (covered[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
  };
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const platform = cmap.readUInt16BE(4 + 8 * index);
    if (platform !== UNICODE_PLATFORM && platform !== WINDOWS_PLATFORM) continue;
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index));
    if (subtable.readUInt16BE(0) === 4) addSegments(subtable, add);
    if (subtable.readUInt16BE(0) === 12) addGroups(subtable, add);
  }
  return (codePoint) => ((covered[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0;
}

function addSegments(subtable: Buffer, add: (codePoint: number) => void): void {
  const twice = subtable.readUInt16BE(6);
  for (let segment = 0; segment < twice; segment += 2) {
    const last = subtable.readUInt16BE(14 + segment);
    const first = subtable.readUInt16BE(16 + twice + segment);
    const delta = subtable.readUInt16BE(16 + 2 * twice + segment);
    const offsetAt = 16 + 3 * twice + segment;
    const offset = subtable.readUInt16BE(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed =
        offset === 0 ? code : subtable.readUInt16BE(offsetAt + offset + 2 * (code - first));
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) add(code);
    }
  }
}

function addGroups(subtable: Buffer, add: (codePoint: number) => void): void {
  for (let group = 0; group < subtable.readUInt32BE(12); group += 1) {
    const record = 16 + 12 * group;
    const first = subtable.readUInt32BE(record);
    const glyph = subtable.readUInt32BE(record + 8);
    for (let code = first; code <= subtable.readUInt32BE(record + 4); code += 1) {
      if (glyph + code - first !== 0) add(code);
    }
  }
}
