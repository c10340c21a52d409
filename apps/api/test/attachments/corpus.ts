import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import sharp, { type Sharp } from 'sharp';
import type { FileTextKey } from '../../src/attachments/file-texts.js';
import { photoJpeg, pdfOf, pngScan, scanPdf } from '../builders/files.js';

/** One hostile or broken file and what has to come of it: a key of the refusal, or the type kept. */
export interface CorpusFile {
  readonly name: string;
  readonly expected: FileTextKey | 'image/jpeg' | 'image/png' | 'application/pdf';
  readonly content: () => Buffer | Promise<Buffer>;
}

/** Stands for anything that must not come out again. */
export const MARKER = '<script>alert("KAOPU-CORPUS-MARKER")</script>';

const file = (
  name: string,
  expected: CorpusFile['expected'],
  content: CorpusFile['content'],
): CorpusFile => ({ name, expected, content });

const cut = async (content: Buffer | Promise<Buffer>, share: number): Promise<Buffer> => {
  const whole = await content;
  return whole.subarray(0, Math.floor(whole.length * share));
};

const withTail = async (content: Buffer | Promise<Buffer>, tail: string): Promise<Buffer> =>
  Buffer.concat([await content, Buffer.from(tail, 'latin1')]);

/** A PNG whose header says `width` × `height` and which holds almost nothing. */
function lyingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(10))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG with a compressed text chunk that unpacks to 64 MB. */
async function pngTextBomb(): Promise<Buffer> {
  const png = await pngScan();
  const text = Buffer.concat([
    Buffer.from('Comment\0\0', 'latin1'),
    deflateSync(Buffer.alloc(64e6)),
  ]);
  const afterHeader = 8 + 25;
  return Buffer.concat([
    png.subarray(0, afterHeader),
    chunk('zTXt', text),
    png.subarray(afterHeader),
  ]);
}

const plainColour = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } });

/** A PDF of one page by a real writer, for what takes one. */
function writtenPdf(options: Partial<TDocumentDefinitions>): Promise<Buffer> {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setFonts({ Helvetica: { normal: 'Helvetica' } });
  const content = { content: 'KAOPU DEMO', defaultStyle: { font: 'Helvetica' } };
  return pdfmake.createPdf({ ...content, ...options }).getBuffer();
}

const PAGES = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const onePage = (catalogue: string, ...more: string[]): Buffer =>
  pdfOf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, PAGE, ...more]);

/** One page, and an object stream in which `packed` lies compressed. */
function pdfWithPackedObject(packed: string, filter = '/FlateDecode'): Buffer {
  const data = deflateSync(Buffer.from(`9 0 ${packed}`)).toString('latin1');
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${data.length} >>`;
  return onePage('', `${dictionary}\nstream\n${data}\nendstream`);
}

const JS_ACTION = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

/** Files as slots of documents get them (security.md §2.3). */
export const DOCUMENTS: readonly CorpusFile[] = [
  file('a photo of a sheet', 'image/jpeg', () => photoJpeg()),
  file('a PNG scan', 'image/png', () => pngScan()),
  file('a PDF of 30 pages', 'application/pdf', () => scanPdf(30)),
  file('a PDF made by a writer', 'application/pdf', () => writtenPdf({})),
  file('a CMYK JPEG', 'image/jpeg', () =>
    plainColour(600, 600).toColourspace('cmyk').jpeg().toBuffer(),
  ),
  file('a 16-bit PNG', 'image/png', () =>
    plainColour(600, 600).toColourspace('rgb16').png().toBuffer(),
  ),
  file('an interlaced PNG', 'image/png', () =>
    plainColour(600, 600).png({ progressive: true }).toBuffer(),
  ),
  file('a progressive JPEG', 'image/jpeg', async () =>
    sharp(await photoJpeg())
      .jpeg({ progressive: true })
      .toBuffer(),
  ),
  file('one pixel', 'file.type', () => Buffer.from([0xff])),
  file('an .exe renamed to .jpg', 'file.type', () =>
    Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), randomBytes(4000)]),
  ),
  file('HTML renamed to .jpg', 'file.type', () => Buffer.from(`<!doctype html>${MARKER}`)),
  file('plain text', 'file.type', () => Buffer.from('hello')),
  file('random bytes', 'file.type', () => Buffer.concat([Buffer.alloc(4), randomBytes(5000)])),
  file('an SVG with script', 'file.type', () =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${MARKER}</svg>`),
  ),
  file('an SVG with an entity bomb', 'file.type', () =>
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
    ),
  ),
  file('a ZIP', 'file.type', () => Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')),
  file('a WebP', 'file.convert', () => plainColour(100, 100).webp().toBuffer()),
  file('a GIF', 'file.convert', () => plainColour(100, 100).gif().toBuffer()),
  file('a TIFF', 'file.convert', () => plainColour(100, 100).tiff().toBuffer()),
  file('a HEIC', 'file.convert', () =>
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08meta', 'latin1'),
  ),
  file('JPEG magic and a script', 'file.broken', () =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(MARKER)]),
  ),
  file('PNG magic and a script', 'file.type', () =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from(MARKER),
    ]),
  ),
  file('PDF magic and a script', 'file.broken', () => Buffer.from(`%PDF-1.7\n${MARKER}\n%%EOF`)),
  file('a JPEG with a script behind it', 'image/jpeg', () => withTail(photoJpeg(), MARKER)),
  file('a PNG with a script behind it', 'image/png', () => withTail(pngScan(), MARKER)),
  file('a JPEG with a ZIP behind it', 'image/jpeg', () =>
    withTail(photoJpeg(), `PK\x03\x04${MARKER}`),
  ),
  file('a JPEG with a script in its comment', 'image/jpeg', async () => {
    const jpeg = await photoJpeg();
    const comment = Buffer.from(`*/=${MARKER}/*`);
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
  }),
  ...[0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => [
    file(`a JPEG cut at ${share * 100} %`, 'file.broken', () => cut(photoJpeg(), share)),
    file(`a PNG cut at ${share * 100} %`, 'file.broken', () => cut(pngScan(), share)),
    file(`a PDF cut at ${share * 100} %`, 'file.broken', () => cut(scanPdf(5), share)),
  ]),
  file('74 bytes that claim 50000 × 50000 pixels', 'file.pixels', () => lyingPng(50_000, 50_000)),
  file('a small PNG of 8000 × 8000 pixels', 'file.pixels', () =>
    plainColour(8000, 8000).png().toBuffer(),
  ),
  file('a PNG that lies about its size', 'file.broken', () => lyingPng(500, 500)),
  file('a PNG with a 64 MB text chunk', 'image/png', pngTextBomb),
  file('a PDF of 31 pages', 'file.pdfPages', () => scanPdf(31)),
  file('a PDF with a password', 'file.pdfPassword', () =>
    writtenPdf({ userPassword: 'demo', ownerPassword: 'demo-owner', version: '1.7' }),
  ),
  file('a PDF with JavaScript', 'file.pdfActive', () => onePage(`/OpenAction ${JS_ACTION}`)),
  file('a PDF with JavaScript, spelt with escapes', 'file.pdfActive', () =>
    onePage('/OpenAction << /S /J#61vaScript /JS (x) >>'),
  ),
  file('a PDF with JavaScript in an object stream', 'file.pdfActive', () =>
    pdfWithPackedObject(JS_ACTION),
  ),
  file('a PDF with objects packed in a way we do not read', 'file.broken', () =>
    pdfWithPackedObject(JS_ACTION, '[/ASCIIHexDecode /LZWDecode]'),
  ),
  file('a PDF with JavaScript hidden in the data of a stream', 'file.pdfActive', () =>
    onePage('', `<< /Length 60 >>\nstream\n9 0 obj ${JS_ACTION} endobj\nendstream`),
  ),
  file('a PDF that starts a program', 'file.pdfActive', () =>
    onePage('/OpenAction << /S /Launch /F (cmd.exe) >>'),
  ),
  file('a PDF with a file inside', 'file.pdfActive', () =>
    onePage('/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>', '<< /Type /Filespec >>'),
  ),
  file('a PDF with an XFA form', 'file.pdfActive', () =>
    onePage('/AcroForm << /XFA [] /Fields [] >>'),
  ),
  file('a PDF that opens an address', 'file.pdfActive', () =>
    onePage('/OpenAction << /S /URI /URI (http://example.test/) >>'),
  ),
  file('a PDF that opens at a place', 'application/pdf', () =>
    onePage('/OpenAction [3 0 R /FitH 842]'),
  ),
  file('a PDF whose page is as large as a field', 'file.broken', () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', PAGES, PAGE.replace('595 842', '1000000 1000000')]),
  ),
  file('a PDF whose pages contain themselves', 'file.broken', () =>
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']),
  ),
  file('a PDF with junk before it', 'file.type', () =>
    Buffer.concat([Buffer.from('junk\n'), scanPdf()]),
  ),
];
