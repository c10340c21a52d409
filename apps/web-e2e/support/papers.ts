import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import PdfPrinter from 'pdfmake';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { photo, picture, scan } from '../../../tools/tour/papers.ts';

/** A file as a page's file picker takes it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const MEBIBYTE = 1024 * 1024;

const picked = (file: { name: string; type: string; content: Uint8Array }): PickedFile => ({
  name: file.name,
  mimeType: file.type,
  buffer: Buffer.from(file.content),
});

/** A portrait as a phone would take it, with EXIF. */
export const portrait = async (): Promise<PickedFile> => picked(await photo());

/** A one-page PDF that says what it stands for. */
export const pdf = async (title: string): Promise<PickedFile> => picked(await scan(title));

/** A photographed sheet. */
export const png = async (title: string): Promise<PickedFile> => picked(await picture(title));

/** One byte more than a paper may have. */
export async function tooLarge(): Promise<PickedFile> {
  const file = await portrait();
  return {
    ...file,
    buffer: Buffer.concat([file.buffer, Buffer.alloc(5 * MEBIBYTE)]).subarray(0, 5 * MEBIBYTE + 1),
  };
}

/** A program that calls itself a picture. */
export const renamedProgram = (): PickedFile => ({
  name: '毕业证书.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), Buffer.alloc(4096)]),
});

/** A JPEG whose second half did not arrive. */
export async function truncatedJpeg(): Promise<PickedFile> {
  const file = await portrait();
  return { ...file, buffer: file.buffer.subarray(0, Math.floor(file.buffer.length / 2)) };
}

/** A PDF that nobody can open without its password. */
export async function lockedPdf(): Promise<PickedFile> {
  // The first drawing teaches the printer its font.
  const { name } = await pdf('视力证明');
  const document = PdfPrinter.createPdf({
    content: ['locked'],
    userPassword: 'demo',
    ownerPassword: 'demo-owner',
    defaultStyle: { font: 'NotoSansSC' },
  });
  return {
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(await document.getBuffer()),
  };
}

prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
    ).buffer,
  },
});

/** The texts of the QR codes on a PDF's first page, printed by a program of its own and read like a phone would. */
export async function codesOnPaper(bytes: Buffer, folder: string): Promise<string[]> {
  const file = `${folder}/printed.pdf`;
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  await promisify(execFile)('pdftoppm', [
    '-r',
    '200',
    '-f',
    '1',
    '-l',
    '1',
    '-png',
    '-singlefile',
    file,
    `${folder}/printed`,
  ]);
  return codesIn(await readFile(`${folder}/printed.png`));
}

/** The texts of the QR codes on a picture. */
export async function codesIn(picture: Buffer): Promise<string[]> {
  const codes = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return codes.map(({ text }) => text);
}
