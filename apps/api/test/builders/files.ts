import sharp from 'sharp';
import type { TestFile } from '../support/api-client.js';

/** How a camera may have held the picture; see `photoJpeg`. */
export interface PhotoOptions {
  readonly width?: number;
  readonly height?: number;
  /** CSS colour behind the head; the registration photo asks for white. */
  readonly background?: string;
  /** Sigma of a Gaussian blur in pixels; 0 is sharp. */
  readonly blur?: number;
  /** Factor on all brightness; 1 is well lit. */
  readonly brightness?: number;
  readonly grey?: boolean;
  /** A pattern behind the head instead of one colour. */
  readonly busyBackground?: boolean;
  readonly exif?: {
    /** TIFF orientation 1–8: pixels are stored turned, a viewer shows them upright. */
    readonly orientation?: number;
    readonly gps?: boolean;
    /** Text put into the EXIF artist. */
    readonly artist?: string;
  };
}

const TURNS: Readonly<Record<number, { readonly angle: number; readonly mirror: boolean }>> = {
  1: { angle: 0, mirror: false },
  2: { angle: 0, mirror: true },
  3: { angle: 180, mirror: false },
  4: { angle: 180, mirror: true },
  5: { angle: 90, mirror: true },
  6: { angle: 270, mirror: false },
  7: { angle: 270, mirror: true },
  8: { angle: 90, mirror: false },
};

const SHANGHAI_GPS = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '31/1 13/1 50/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '121/1 28/1 25/1',
};

/** A drawn head before a wall, 3:4, looking like a registration photo; no real person. */
export async function photoJpeg(options: PhotoOptions = {}): Promise<Buffer<ArrayBuffer>> {
  const { width = 900, height = 1200, blur = 0, brightness = 1, grey = false, exif } = options;
  const drawn = sharp(Buffer.from(portrait(options)), { density: 72 })
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#ffffff' });
  if (blur > 0) drawn.blur(blur);
  if (brightness !== 1) drawn.linear(brightness, 0);
  if (grey) drawn.greyscale();
  return held(await drawn.png().toBuffer(), exif);
}

/** Turns the pixels as the camera was held and says so in EXIF. */
async function held(upright: Buffer, exif: PhotoOptions['exif']): Promise<Buffer<ArrayBuffer>> {
  const orientation = exif?.orientation ?? 1;
  const { angle, mirror } = TURNS[orientation] ?? { angle: 0, mirror: false };
  const turned = await sharp(upright).rotate(angle).png().toBuffer();
  const picture = sharp(turned).flop(mirror);
  if (exif) {
    picture.withExif({
      IFD0: { Orientation: String(orientation), ...(exif.artist && { Artist: exif.artist }) },
      ...(exif.gps && { IFD3: SHANGHAI_GPS }),
    });
    picture.withMetadata({ orientation });
  }
  return plain(await picture.jpeg({ quality: 92 }).toBuffer());
}

/** A scanned sheet as PNG with a few lines of writing, 1240 × 1754 (A4 at 150 dpi). */
export async function pngScan(title = '演示材料'): Promise<Buffer<ArrayBuffer>> {
  const sheet = sharp(Buffer.from(writtenSheet(title)), { density: 72 });
  return plain(await sheet.flatten({ background: '#ffffff' }).png().toBuffer());
}

/** The same sheet as a phone would photograph it. */
export async function jpegScan(title = '演示材料'): Promise<Buffer<ArrayBuffer>> {
  return plain(
    await sharp(await pngScan(title))
      .jpeg({ quality: 85 })
      .toBuffer(),
  );
}

/** A well-formed PDF of `pages` A4 pages, each with one line of text; the text holds `marker`. */
export function scanPdf(pages = 1, marker = 'KAOPU DEMO SCAN'): Buffer<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${pageNumbers(pages).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 1; page <= pages; page++) {
    const text = `BT /F1 24 Tf 72 720 Td (${marker} page ${page} of ${pages}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${3 + page * 2} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  }
  return pdfOf(objects);
}

/** Puts numbered objects (from 1; 1 is the catalogue) into a PDF file with a right xref table. */
export function pdfOf(objects: readonly string[], trailerExtra = ''): Buffer<ArrayBuffer> {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  body += `trailer\n<< /Size ${size} /Root 1 0 R ${trailerExtra}>>\nstartxref\n${start}\n%%EOF\n`;
  return plain(Buffer.from(body, 'latin1'));
}

/** `content` as the variable `file` of `ApiClient.send`. */
export const asUpload = (content: Buffer, name: string, type: string): TestFile => ({
  name,
  type,
  content: new Uint8Array(content),
});

const pageNumbers = (pages: number): string[] =>
  Array.from({ length: pages }, (_, index) => `${4 + index * 2} 0 R`);

/** Own memory, as the DOM types of `Blob` want it. */
const plain = (content: Buffer): Buffer<ArrayBuffer> => Buffer.from(new Uint8Array(content).buffer);

function portrait({ background = '#ffffff', busyBackground = false }: PhotoOptions): string {
  const stripes = Array.from(
    { length: 12 },
    (_, index) =>
      `<rect x="${index * 50}" y="0" width="25" height="800" fill="hsl(${index * 30},70%,40%)"/>`,
  );
  const hair = Array.from(
    { length: 24 },
    (_, index) =>
      `<path d="M${190 + index * 9} 210 q 6 -60 ${index - 12} -100" stroke="#${index % 2 ? '2a1c12' : '4a3526'}" stroke-width="4" fill="none"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">
    <rect width="600" height="800" fill="${background}"/>
    ${busyBackground ? stripes.join('') : ''}
    <path d="M90 800 C100 620 210 590 300 590 C390 590 500 620 510 800 Z" fill="#2f4a72"/>
    <path d="M235 600 L300 690 L365 600 Z" fill="#f4f4f4"/>
    <path d="M292 640 L308 640 L318 760 L300 790 L282 760 Z" fill="#8a1f2b"/>
    <rect x="255" y="480" width="90" height="130" fill="#d9a883"/>
    <ellipse cx="300" cy="350" rx="140" ry="185" fill="#e3b592"/>
    <path d="M155 330 C150 120 450 120 445 330 C420 230 360 215 300 215 C240 215 180 230 155 330 Z" fill="#33241a"/>
    ${hair.join('')}
    <path d="M205 300 q 35 -22 70 0 M325 300 q 35 -22 70 0" stroke="#2a1c12" stroke-width="9" fill="none"/>
    <ellipse cx="240" cy="335" rx="27" ry="14" fill="#ffffff"/><circle cx="240" cy="335" r="12" fill="#2b1a10"/>
    <ellipse cx="360" cy="335" rx="27" ry="14" fill="#ffffff"/><circle cx="360" cy="335" r="12" fill="#2b1a10"/>
    <path d="M300 345 L285 410 L312 412" stroke="#a87450" stroke-width="6" fill="none"/>
    <path d="M250 462 q 50 26 100 0" stroke="#9c4a45" stroke-width="10" fill="none"/>
  </svg>`;
}

function writtenSheet(title: string): string {
  const lines = Array.from(
    { length: 26 },
    (_, index) =>
      `<rect x="140" y="${260 + index * 50}" width="${620 + ((index * 137) % 340)}" height="14" fill="#333"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754">
    <rect width="1240" height="1754" fill="#fdfdfb"/>
    <text x="140" y="180" font-size="48" fill="#111">${title}</text>
    ${lines.join('')}
    <circle cx="950" cy="1540" r="110" fill="none" stroke="#c4161c" stroke-width="10"/>
  </svg>`;
}

/** A PDF whose page shows one JPEG, as scanners make them; `coverSheet` puts an empty page before it. */
export async function pdfOfPicture(
  jpeg: Buffer,
  { coverSheet = false } = {},
): Promise<Buffer<ArrayBuffer>> {
  const { width, height } = await sharp(jpeg).metadata();
  const drawing = 'q 595 0 0 842 0 0 cm /I Do Q';
  const kids = coverSheet ? '6 0 R 3 0 R' : '3 0 R';
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${coverSheet ? 2 : 1} /Kids [${kids}] >>`,
    `${page} /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
    `${page} /Resources << >> >>`,
  ]);
}
