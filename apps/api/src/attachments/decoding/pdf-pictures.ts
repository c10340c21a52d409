import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels of the longer side: an A4 sheet at about 150 dpi, four for each square of a form's code. */
const LONGER_SIDE = 1800;

interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { canvas: HTMLCanvasElement & { toBuffer(type: 'image/png'): Buffer } };
}

/** Draws the first pages of a PDF as a reader's screen would, one after another. */
export async function* picturesOf(
  document: PDFDocumentProxy,
  pages: number,
): AsyncGenerator<Uint8Array> {
  const factory: object = document.canvasFactory;
  if (!isCanvasFactory(factory)) throw new Error('pdf.js has no drawing surface on this machine.');
  for (let number = 1; number <= Math.min(pages, document.numPages); number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: LONGER_SIDE / Math.max(width, height) });
    const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas, viewport }).promise;
    yield canvas.toBuffer('image/png');
  }
}

const isCanvasFactory = (factory: object): factory is CanvasFactory =>
  'create' in factory && typeof factory.create === 'function';
