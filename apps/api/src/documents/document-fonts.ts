import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFace, type Face } from './sfnt.js';

/** Where the typefaces of printed documents are read from. */
export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
  /** A face for Latin letters that Chinese faces leave out (Ł, ş, ğ, ő). */
  readonly latin: string;
  /** A face with many rare characters, for names the main face cannot draw; null when the machine has none. */
  readonly rare: string | null;
}

/** The faces of printed documents. */
export type FaceName = keyof FontFiles;

/** The families a text is set in: the main one where possible, else the first of the others that has the character. */
export type Family = 'main' | 'latin' | 'rare';

/** A stretch of text that one family can draw. */
export interface TextRun {
  readonly text: string;
  readonly family: Family;
}

const RARE_FACE = 'NotoSansCJKsc-Regular';
const RARE_FILES = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  'C:\\Windows\\Fonts\\simsunb.ttf',
];
const BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const TABS = /[\t\v\f]/g;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const LATIN_WITH_MARKS = /\p{Script=Latin}\p{M}+/gu;

/**
 * The font files of an installation: Noto Sans SC and Roboto from the packages, and for rare characters the file named by
 * `KAOPU_FALLBACK_FONT` or a Noto CJK collection (or SimSun-ExtB) where systems usually keep it.
 *
 * @throws Error when `KAOPU_FALLBACK_FONT` names a file that is not there.
 */
export function installedFontFiles(
  environment: Readonly<Record<string, string | undefined>>,
): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return {
    regular: resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    latin: resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
    rare: rareFontFile(environment['KAOPU_FALLBACK_FONT']),
  };
}

function rareFontFile(configured: string | undefined): string | null {
  if (configured === undefined || configured === '')
    return RARE_FILES.find((file) => existsSync(file)) ?? null;
  if (existsSync(configured)) return configured;
  throw new Error(`KAOPU_FALLBACK_FONT: no such file: ${configured}`);
}

/**
 * The typefaces of printed documents. Files are read on first use and kept; the rare face (about 16 MB) only
 * once a text needs it. Decides for every character which face draws it, so that no name prints as empty boxes (goal N16).
 */
export class DocumentFonts {
  private readonly files: FontFiles;
  private readonly loaded = new Map<FaceName, Face | null>();

  constructor(files: FontFiles) {
    this.files = files;
  }

  /** The path of a face's file, by which the PDF writer names it; null when the installation has no such face. */
  fileOf(face: FaceName): string | null {
    return this.files[face];
  }

  /** The bytes of a face that some text has needed so far, else null. */
  bytesInUse(face: FaceName): Buffer | null {
    return this.loaded.get(face)?.bytes ?? null;
  }

  /** The characters of the text that no face can draw, each once, in order of appearance. */
  missing(text: string): string[] {
    const characters = new Set(visible(text));
    return [...characters].filter((character) => this.familyOf(character) === undefined);
  }

  /**
   * The text as stretches with one face each. A character that no face can draw is written out as its code
   * point, `[U+20BB7]`: a reader can complete the paper by hand, which an empty box would not allow.
   */
  runs(text: string): TextRun[] {
    const runs: { text: string; family: Family }[] = [];
    for (const character of visible(text)) {
      const drawable = this.familyOf(character);
      const family = drawable ?? 'main';
      const drawn = drawable === undefined ? codePointName(character) : character;
      const last = runs.at(-1);
      if (last?.family === family) last.text += drawn;
      else runs.push({ text: drawn, family });
    }
    return runs;
  }

  private familyOf(character: string): Family | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || (this.covers('regular', codePoint) && this.covers('bold', codePoint)))
      return 'main';
    if (this.covers('latin', codePoint)) return 'latin';
    return this.covers('rare', codePoint) ? 'rare' : undefined;
  }

  private covers(face: FaceName, codePoint: number): boolean {
    return this.face(face)?.covers(codePoint) ?? false;
  }

  private face(name: FaceName): Face | null {
    const known = this.loaded.get(name);
    if (known !== undefined) return known;
    const file = this.files[name];
    const face = file === null ? null : readFace(readFileSync(file), RARE_FACE);
    this.loaded.set(name, face);
    return face;
  }
}

/**
 * Text as it is drawn: one kind of line break and space, nothing invisible, accents joined to their letters.
 * Chinese characters are left exactly as they are: full normalisation would replace some by their look-alikes.
 */
function visible(text: string): string {
  return text
    .replace(BREAKS, '\n')
    .replace(TABS, ' ')
    .replace(INVISIBLE, (character) => (character === '\n' ? character : ''))
    .replace(LATIN_WITH_MARKS, (letter) => letter.normalize('NFC'));
}

function codePointName(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `[U+${digits}]`;
}
