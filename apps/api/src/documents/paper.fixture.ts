import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A piece of text where it stands on the sheet; lengths in points, from the upper left corner to the base line. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseLine: number;
  readonly size: number;
}

/** One printed sheet: its text and its picture. */
export interface Sheet {
  readonly texts: readonly PlacedText[];
  readonly png: Buffer;
}

interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { canvas: HTMLCanvasElement & { toBuffer(type: 'image/png'): Buffer } };
}

/** Pixels per point of the pictures. */
export const PIXELS_PER_POINT = 3;

const SHAPE_SIDE = 24;
const DOTS_PER_INCH = 72 * PIXELS_PER_POINT;

prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
    ).buffer,
  },
});

/** Prints a PDF on sheets as a reader's screen would, with a drawing program of its own. */
export async function print(pdf: Buffer): Promise<Sheet[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await task.promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: PIXELS_PER_POINT });
    const height = viewport.height / PIXELS_PER_POINT;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.flatMap((item): PlacedText[] => {
      if (!('str' in item) || item.str === '') return [];
      const [size = 0, , , , x = 0, y = 0] = item.transform.map(Number);
      return [{ text: item.str, x, right: x + item.width, baseLine: height - y, size }];
    });
    const { canvas } = canvases(file.canvasFactory).create(viewport.width, viewport.height);
    await page.render({ canvas, viewport }).promise;
    sheets.push({ texts, png: canvas.toBuffer('image/png') });
  }
  await task.destroy();
  return sheets;
}

/** The drawing surfaces that pdf.js makes for itself outside a browser; its types call them plain objects. */
function canvases(factory: object): CanvasFactory {
  if (isCanvasFactory(factory)) return factory;
  throw new Error('pdf.js has no drawing surface on this machine');
}

function isCanvasFactory(factory: object): factory is CanvasFactory {
  return 'create' in factory && typeof factory.create === 'function';
}

/** All words of the sheets without white space, in reading order. */
export function wordsOf(sheets: readonly Sheet[]): string {
  return sheets
    .flatMap((sheet) => sheet.texts.map(({ text }) => text))
    .join('')
    .replace(/\s/g, '');
}

/** The texts of the QR codes in a picture. */
export async function readQrCodes(picture: Buffer): Promise<string[]> {
  const codes = await readBarcodes(new Uint8Array(picture), {
    formats: ['QRCode'],
    tryHarder: true,
  });
  return codes.map((code) => code.text);
}

/** Whether poppler, the drawing program of most Linux desktops, is on this machine. */
export const hasPoppler = ((): boolean => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** The first sheet as poppler draws it. */
export function printWithPoppler(pdf: Buffer): Buffer {
  return execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-png', '-singlefile', '-'], {
    input: pdf,
    maxBuffer: 1 << 26,
  });
}

/** A character as it is on the paper. */
export interface DrawnCharacter {
  /** Share of dark pixels in its square, 0 to 1. */
  readonly ink: number;
  /** Its drawn part brought to one size: grey values from 0 (black) to 255, row by row. */
  readonly shape: Uint8Array;
}

/** The first character of a text, cut out of the sheet's picture. */
export async function firstCharacter(sheet: Sheet, place: PlacedText): Promise<DrawnCharacter> {
  const side = Math.round(place.size * PIXELS_PER_POINT);
  const square = await sharp(sheet.png)
    .extract({
      left: Math.round(place.x * PIXELS_PER_POINT),
      top: Math.round((place.baseLine - place.size * 0.88) * PIXELS_PER_POINT),
      width: side,
      height: side,
    })
    .greyscale()
    .png()
    .toBuffer();
  const pixels = await sharp(square).greyscale().raw().toBuffer();
  const dark = pixels.reduce((count, grey) => count + (grey < 128 ? 1 : 0), 0);
  const drawn = sharp(square).trim({ background: 'white', threshold: 100 });
  const shape = await sharp(await drawn.png().toBuffer())
    .resize(SHAPE_SIDE, SHAPE_SIDE, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return { ink: dark / pixels.length, shape };
}

/** Mean difference of two pictures of one size, 0 (same) to 1. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  return (
    one.reduce((sum, grey, index) => sum + Math.abs(grey - (other[index] ?? 255)), 0) /
    one.length /
    255
  );
}
