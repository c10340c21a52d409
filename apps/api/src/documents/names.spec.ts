import { describe, expect, it } from 'vitest';
import { DocumentFonts, installedFontFiles, type TextRun } from './document-fonts.js';
import { DocumentsService } from './documents.service.js';
import { hardNames } from './names.fixture.js';
import { difference, firstCharacter, print, wordsOf, type Sheet } from './paper.fixture.js';
import type { ApplicationFormData } from './printed-form.js';
import { sampleForm } from './sample-form.fixture.js';

const files = installedFontFiles(process.env);
const documents = new DocumentsService(new DocumentFonts(files));
const withoutRareFace = new DocumentsService(new DocumentFonts({ ...files, rare: null }));

/** The control: sets everything in the main face, as a printer without this folder's care would. */
class CarelessFonts extends DocumentFonts {
  override runs(text: string): TextRun[] {
    super.runs('');
    return super.runs('字').map(({ family }) => ({ text, family }));
  }
}
const careless = new DocumentsService(new CarelessFonts(files));

const COLUMNS = 12;
/** Shares: a hyphen has 0.016 of ink; two drawings of the empty box differ by 0.03, from the nearest letter by 0.33. */
const LEAST_INK = 0.005;
const SAME_SHAPE = 0.15;
const isVisible = (character: string): boolean => /\S/u.test(character);
const characters = [...new Set(hardNames.join(''))].filter(isVisible);
/** One glyph serves several dots in the face, so that copied text may hold another dot than the data. */
const withOneDot = (text: string): string => text.replace(/[·•‧・]/g, '·').replace(/\s/g, '');
/** Drawn by the main face as its empty box. */
const UNDRAWABLE = ['𠮷', '𡋾'];

/** A form that lists each character in a cell of its own. */
function characterForm(listed: readonly string[]): ApplicationFormData {
  const rows = Array.from({ length: Math.ceil(listed.length / COLUMNS) }, (_, row) =>
    listed.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  const headers = Array.from({ length: COLUMNS }, (_, column) => `${column}`);
  return sampleForm({
    groups: [],
    tables: [{ title: '演示', headers, rows }],
    declaration: null,
    opinions: [],
  });
}

async function sheetOf(printer: DocumentsService, listed: readonly string[]): Promise<Sheet> {
  const [sheet] = await print(await printer.applicationForm(characterForm(listed)));
  if (sheet === undefined) throw new Error('The form has no sheet');
  return sheet;
}

describe.runIf(files.rare !== null)('the characters of forty hard names', () => {
  it('are all drawn by some face', () => {
    expect(hardNames).toHaveLength(40);
    expect(documents.missingGlyphs(hardNames.join(''))).toEqual([]);
  });

  it('can be read back from the printed form', async () => {
    const rows = hardNames.map((name, index) => ({ label: `${index}`, value: name, wide: true }));
    const words = wordsOf(
      await print(
        await documents.applicationForm(sampleForm({ groups: [{ title: '演示', rows }] })),
      ),
    );
    expect(hardNames.filter((name) => !withOneDot(words).includes(withOneDot(name)))).toEqual([]);
  });

  it('leave ink on the paper that is not the empty box of a missing glyph', async () => {
    const good = await sheetOf(documents, characters);
    const bad = await sheetOf(careless, characters);
    const placeOf = (character: string) => {
      const place = good.texts.find(
        ({ text, size }) => withOneDot(text) === withOneDot(character) && size > 10,
      );
      if (place === undefined) throw new Error(`${character} is not on the form`);
      return place;
    };
    const [one, other] = await Promise.all(
      UNDRAWABLE.map((character) => firstCharacter(bad, placeOf(character))),
    );
    if (one === undefined || other === undefined) throw new Error('The control has no empty boxes');
    const faulty: string[] = [];
    for (const character of characters) {
      const drawn = await firstCharacter(good, placeOf(character));
      if (drawn.ink < LEAST_INK || difference(drawn.shape, one.shape) < SAME_SHAPE)
        faulty.push(character);
    }
    expect(faulty).toEqual([]);
    expect(difference(one.shape, other.shape)).toBeLessThan(SAME_SHAPE);
  });
});

describe('a character that no face has', () => {
  it('is named once so that a caller can refuse to print', () => {
    expect(withoutRareFace.missingGlyphs('𠮷田𠮷𡋾')).toEqual(['𠮷', '𡋾']);
    expect(documents.missingGlyphs('\ue863演示')).toEqual(['\ue863']);
  });

  it('prints as its code point, never as an empty box', async () => {
    const rows = [{ label: '姓名', value: '演示𠮷\ue863' }];
    const words = wordsOf(
      await print(
        await withoutRareFace.applicationForm(sampleForm({ groups: [{ title: '演示', rows }] })),
      ),
    );
    expect(words).toContain('演示[U+20BB7][U+E863]');
  });
});

describe('text on its way to paper', () => {
  it.each([
    ['invisible characters', '演\u200b示\ufe00\u{e0100}\u0007', '演示'],
    ['letters with separate accents', 'De\u0301mo', 'Démo'],
    ['look-alike characters', '\uf9dc\ufa0e', '\uf9dc\ufa0e'],
  ])('treats %s without changing the name', (_, text, expected) => {
    const runs = new DocumentFonts(files).runs(text);
    expect(runs.map((run) => run.text).join('')).toBe(expected);
  });

  it('refuses a configured font file that is not there', () => {
    expect(() => installedFontFiles({ KAOPU_FALLBACK_FONT: '/none.ttc' })).toThrow(
      'KAOPU_FALLBACK_FONT',
    );
  });
});
