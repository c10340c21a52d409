import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FILE_LIMITS } from '../file-rules.js';
import { refusal } from '../file-refusal.js';
import type { Examination } from './examination.js';
import { picturesOf } from './pdf-pictures.js';
import { qrTextsOn } from './qr-codes.js';
import { scanPdfNames, type PdfScan } from './pdf-scan.js';

/** Names that make a PDF do something, carry something, or ask for something. */
const ACTIVE_NAMES = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'XFA',
  'RichMedia',
  'Rendition',
  'SubmitForm',
  'ImportData',
  'GoToE',
] as const;
const END_MARK = '%%EOF';
const END_SEARCHED_BYTES = 1024;
/** 200 inches, the largest side the format's readers promise. */
const LONGEST_SIDE = 14_400;
/** A printed form has its code on the first page; scanners put cover sheets before it. */
const PAGES_READ = 3;

const ACTIVE = refusal('FILE_MALICIOUS', 'file.pdfActive');
const BROKEN = refusal('FILE_BROKEN', 'file.broken');
const PROTECTED = refusal('FILE_BROKEN', 'file.pdfPassword');

/**
 * Opens a PDF whole and looks for what may not be in it. Its bytes are kept as they are, since
 * there is no encoder we trust more; they are only ever served sandboxed (security.md P15, P16).
 */
export async function examinePdf(content: Uint8Array, readsCodes: boolean): Promise<Examination> {
  const tail = Buffer.from(content.subarray(-END_SEARCHED_BYTES)).toString('latin1');
  if (!tail.includes(END_MARK)) return BROKEN;
  const scan = scanPdfNames(content);
  if (ACTIVE_NAMES.some((name) => scan.names.has(name))) return ACTIVE;
  const task = getDocument({
    // pdf.js takes the memory away from us, so it gets a copy.
    data: new Uint8Array(content),
    stopAtErrors: true,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const examined = await examineDocument(document, scan, content);
    return examined.ok && readsCodes ? { ...examined, codes: await codesOf(document) } : examined;
  } catch (thrown) {
    return thrown instanceof PasswordException ? PROTECTED : BROKEN;
  } finally {
    await task.destroy();
  }
}

async function examineDocument(
  document: PDFDocumentProxy,
  scan: PdfScan,
  content: Uint8Array,
): Promise<Examination> {
  if (scan.isUnreadable) return scan.names.has('Encrypt') ? PROTECTED : BROKEN;
  if (document.numPages > FILE_LIMITS.pdfPages) {
    return refusal('FILE_BROKEN', 'file.pdfPages', {
      limit: FILE_LIMITS.pdfPages,
      pages: document.numPages,
    });
  }
  if (await isActive(document, scan)) return ACTIVE;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(width > 0 && height > 0 && Math.max(width, height) <= LONGEST_SIDE)) return BROKEN;
  }
  return {
    ok: true,
    mime: 'application/pdf',
    content,
    width: null,
    height: null,
    pageCount: document.numPages,
    portrait: null,
  };
}

/** A page that cannot be drawn has no code we can read; the file itself is sound. */
async function codesOf(document: PDFDocumentProxy): Promise<string[]> {
  try {
    for await (const picture of picturesOf(document, PAGES_READ)) {
      const texts = await qrTextsOn(picture);
      if (texts.length > 0) return texts;
    }
  } catch {
    return [];
  }
  return [];
}

/** Asks the parser too, which follows references; opening at a place is fine, doing something is not. */
async function isActive(document: PDFDocumentProxy, scan: PdfScan): Promise<boolean> {
  if (await document.hasJSActions()) return true;
  if (await document.getAttachments()) return true;
  if (!scan.names.has('OpenAction')) return false;
  const action: unknown = await document.getOpenAction();
  return !(action instanceof Map && action.has('dest'));
}
