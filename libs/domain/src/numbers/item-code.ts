const LEVELS: Readonly<Record<string, string>> = {
  '1': 'I',
  '2': 'II',
  '3': 'III',
  I: 'I',
  II: 'II',
  III: 'III',
};
const SHOWN: Readonly<Record<string, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ' };

const WITH_LEVEL = /^([A-Z]{2,5}?(?:\((?:D|AUTO)\))?)[-_]*(III|II|I|[123])级?$/;
const WITHOUT_LEVEL = /^[A-Z]{2,5}-(?![IVX]+$)[A-Z]{1,3}$/;

/**
 * An item code as it is stored (`RT-II`), from the ways it is written: `RT-Ⅱ`, `RT-II`, `RT II`,
 * `RT2`, `RT(D)II`, `UT-Ⅱ级`, full-width brackets. Codes without a level (`DT-S`, `XS-AQ`) pass as
 * they are; null for anything else (domain.md §4).
 */
export function normaliseItemCode(raw: string): string | null {
  const typed = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-');
  const [, method, level = ''] = WITH_LEVEL.exec(typed) ?? [];
  if (method !== undefined) return `${method}-${LEVELS[level] ?? level}`;
  return WITHOUT_LEVEL.test(typed) ? typed : null;
}

/** An item code as people read it: `RT-Ⅱ`. */
export function displayItemCode(code: string): string {
  return code.replace(/-(I{1,3})$/, (_match, level: string) => `-${SHOWN[level] ?? level}`);
}

/** The level of an item code, `I` to `III`, or null for a code without one. */
export function levelOfItemCode(code: string): string | null {
  return /-(I{1,3})$/.exec(code)?.[1] ?? null;
}
