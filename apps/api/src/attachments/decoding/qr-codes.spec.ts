import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfOfPicture, scanPdf } from '../../../test/builders/files.js';
import { DocumentFonts, installedFontFiles } from '../../documents/document-fonts.js';
import { DocumentsService } from '../../documents/documents.service.js';
import { print } from '../../documents/paper.fixture.js';
import { sampleForm } from '../../documents/sample-form.fixture.js';
import { examinePdf } from './pdf.js';
import { qrTextsOn } from './qr-codes.js';

const form = sampleForm({ watermark: '演示' });
let printed: Buffer;
let sheet: Buffer;
beforeAll(async () => {
  const documents = new DocumentsService(new DocumentFonts(installedFontFiles(process.env)));
  printed = await documents.applicationForm(form);
  sheet = (await print(printed))[0]?.png ?? Buffer.alloc(0);
});

/** In this process: the one that decodes foreign files is killed after ten seconds. */
async function codesIn(pdf: Buffer): Promise<readonly string[] | undefined> {
  const examined = await examinePdf(pdf, true);
  if (!examined.ok) throw new Error(examined.key);
  return examined.codes;
}

/** What a scanner or a phone makes of the sheet. */
const SCANS: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['lying upside down', () => sharp(sheet).rotate(180).png().toBuffer()],
  ['lying on its side', () => sharp(sheet).rotate(90).jpeg().toBuffer()],
  ['put in crooked', () => sharp(sheet).rotate(7, { background: '#f4f1ea' }).jpeg().toBuffer()],
  ['scanned at 100 dpi', () => sharp(sheet).resize({ width: 827 }).jpeg().toBuffer()],
  ['photographed with 12 megapixels', () => sharp(sheet).resize({ width: 3000 }).jpeg().toBuffer()],
  ['compressed hard', () => sharp(sheet).resize({ width: 1240 }).jpeg({ quality: 20 }).toBuffer()],
  ['blurred', () => sharp(sheet).blur(2).jpeg().toBuffer()],
  [
    'dark and without contrast',
    () => sharp(sheet).linear(0.35, 40).jpeg({ quality: 60 }).toBuffer(),
  ],
  [
    'small on a large table',
    () =>
      sharp(sheet)
        .resize({ width: 1100 })
        .extend({ top: 400, bottom: 500, left: 600, right: 500, background: '#6b5b4b' })
        .jpeg()
        .toBuffer(),
  ],
];

describe('The code of a printed form', () => {
  it('is read from the PDF itself', async () => {
    expect(await codesIn(printed)).toEqual([form.qrText]);
  });

  it.each(SCANS)('is read from a sheet %s', async (_, scan) => {
    expect(await qrTextsOn(await scan())).toEqual([form.qrText]);
  });

  it('is read from a scan inside a PDF, behind a cover sheet too', async () => {
    const jpeg = await sharp(sheet).rotate(90).jpeg({ quality: 60 }).toBuffer();
    expect(await codesIn(await pdfOfPicture(jpeg))).toEqual([form.qrText]);
    expect(await codesIn(await pdfOfPicture(jpeg, { coverSheet: true }))).toEqual([form.qrText]);
  });

  it('is missing on other papers, which are no fault', async () => {
    expect(await codesIn(scanPdf(2))).toEqual([]);
    expect(
      await qrTextsOn(
        await sharp(sheet).extract({ left: 0, top: 900, width: 800, height: 600 }).png().toBuffer(),
      ),
    ).toEqual([]);
  });
});
