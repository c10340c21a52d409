import type { Alignment, Content } from 'pdfmake/interfaces.js';
import type { DocumentFonts } from './document-fonts.js';
import type { PrintedPage } from './printed-form.js';
import { PHOTO_IMAGE, textNode } from './typesetting.js';

const SMALL = { fontSize: 8, color: '#333333' } as const;
/** A photo of 33:41 as printed, in points (28 by 35 mm). */
export const PHOTO = { width: 80, height: 99.4 } as const;
/** Side of the usual QR code: versions up to 5 have at most 37 modules, each 2 points (0.7 mm) wide. */
export const QR_SIDE = 74;
const LARGE_QR_SIDE = 114;
/** Bytes that fit into a version 5 code by error correction level; the strongest that fits is taken. */
const QR_LEVELS = [
  { eccLevel: 'Q', bytes: 60 },
  { eccLevel: 'M', bytes: 84 },
  { eccLevel: 'L', bytes: 106 },
] as const;

/** A QR code as robust against creases as its text allows; modules are never under 2 points. */
export function qrNode(text: string, alignment: Alignment): Content {
  const bytes = Buffer.byteLength(text);
  const level = QR_LEVELS.find((candidate) => bytes <= candidate.bytes);
  if (level === undefined) return { qr: text, eccLevel: 'L', fit: LARGE_QR_SIDE, alignment };
  return { qr: text, eccLevel: level.eccLevel, fit: QR_SIDE, alignment };
}

/** The photo, or the words that ask for one in its place; null when the page has no place for a photo. */
export function photoNode(fonts: DocumentFonts, page: PrintedPage): Content | null {
  if (page.photo !== null)
    return { image: PHOTO_IMAGE, fit: [PHOTO.width, PHOTO.height], alignment: 'center' };
  if (page.photoLabel === null) return null;
  return textNode(fonts, page.photoLabel, { alignment: 'center', color: '#666666' });
}

/** Head of every sheet but the first: which document this is. */
export function continuationHead(fonts: DocumentFonts, page: PrintedPage, side: number): Content {
  return {
    columns: [
      textNode(fonts, page.heading, SMALL),
      textNode(fonts, `${page.number.label} ${page.number.value}`, {
        ...SMALL,
        alignment: 'right',
      }),
    ],
    margin: [side, 18, side, 0],
  };
}

/** Foot of every sheet: the document's foot text and the page count. */
export function sheetFoot(
  fonts: DocumentFonts,
  page: PrintedPage,
  side: number,
  number: number,
  pages: number,
): Content {
  const count = page.pageLabel.replace('{page}', String(number)).replace('{pages}', String(pages));
  return {
    columns: [
      { ...textNode(fonts, page.footer, SMALL), width: '*' },
      { ...textNode(fonts, count, { ...SMALL, alignment: 'right' }), width: 90 },
    ],
    columnGap: 10,
    margin: [side, 6, side, 0],
  };
}
