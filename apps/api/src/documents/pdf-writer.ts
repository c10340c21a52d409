import type pdfmake from 'pdfmake';
import type {
  Content,
  TCreatedPdf,
  TDocumentDefinitions,
  TFontFamilyTypes,
} from 'pdfmake/interfaces.js';
import type { DocumentFonts, FaceName, Family } from './document-fonts.js';
import { pictureAddress } from './picture.js';
import type { PrintedPage } from './printed-form.js';
import { Turnstile } from './turnstile.js';
import { PHOTO_IMAGE } from './typesetting.js';

declare module 'pdfmake' {
  /** In-memory files of the server build, which the published types leave out. */
  const virtualfs: {
    existsSync(name: string): boolean;
    writeFileSync(name: string, content: Buffer): void;
  };
}

/** How tightly a page is set; lengths in points (1/72 inch). */
export interface Density {
  readonly fontSize: number;
  readonly lineHeight: number;
  /** Space above and below the text of a cell. */
  readonly padding: number;
}

/** A page set at one density; `head` and `foot` stand in the margins of every sheet, pages counted from 1. */
export interface PageLayout {
  readonly content: Content;
  readonly margins: [left: number, top: number, right: number, bottom: number];
  readonly head: (page: number) => Content | null;
  readonly foot: (page: number, pages: number) => Content;
  readonly background?: Content | undefined;
}

/** Tried in this order until everything stands on one page. The loosest is also used when nothing helps. */
const DENSITIES = [
  { fontSize: 10.5, lineHeight: 0.95, padding: 2.4 },
  { fontSize: 10, lineHeight: 0.92, padding: 1.6 },
  { fontSize: 9.5, lineHeight: 0.9, padding: 1 },
  { fontSize: 9, lineHeight: 0.86, padding: 0.6 },
] as const satisfies readonly Density[];
/** Documents set at the same time; each holds its fonts' parse tree and page until it is written. */
const AT_ONCE = 2;
const WATERMARK = { fontSize: 110, angle: -40, opacity: 0.07, bold: true } as const;
const MAIN: Family = 'main';

/**
 * Turns page layouts into PDF bytes. The same data gives the same bytes: nothing in a file depends on the clock, on
 * chance or on earlier documents. Reads no file and no network address on behalf of a document.
 */
export class PdfWriter {
  private readonly turnstile = new Turnstile(AT_ONCE);
  private typesetter: Promise<typeof pdfmake> | undefined;

  constructor(private readonly fonts: DocumentFonts) {}

  /**
   * Sets the page on one sheet, tightening it step by step down to 9 points; what still does not fit flows onto
   * further sheets at the most readable size, so that no character is lost.
   *
   * @throws UnprintablePictureError when the photo is not JPEG or PNG.
   */
  async write(page: PrintedPage, layout: (density: Density) => PageLayout): Promise<Buffer> {
    return this.turnstile.pass(async () => {
      for (const density of DENSITIES) {
        const attempt = await this.set(page, density, layout(density));
        if (attempt.pages === 1) return attempt.file.getBuffer();
      }
      const [readable] = DENSITIES;
      const flowing = await this.set(page, readable, layout(readable));
      return flowing.file.getBuffer();
    });
  }

  private async set(
    page: PrintedPage,
    density: Density,
    layout: PageLayout,
  ): Promise<{ pages: number; file: TCreatedPdf }> {
    let pages = 0;
    const definition: TDocumentDefinitions = {
      content: layout.content,
      pageSize: 'A4',
      pageMargins: layout.margins,
      header: (number) => layout.head(number),
      footer: (number, total) => {
        pages = total;
        return layout.foot(number, total);
      },
      images: page.photo === null ? {} : { [PHOTO_IMAGE]: pictureAddress(page.photo) },
      defaultStyle: { font: MAIN, fontSize: density.fontSize, lineHeight: density.lineHeight },
      version: '1.7',
      language: page.language,
      displayTitle: true,
      info: {
        title: `${page.heading} ${page.number.value}`,
        keywords: page.qrText,
        creator: 'Kaopu',
        producer: 'Kaopu',
        creationDate: page.madeAt,
        modDate: page.madeAt,
      },
      background: layout.background,
      watermark: page.watermark === undefined ? undefined : { ...WATERMARK, text: page.watermark },
    };
    const typesetter = await this.loaded();
    this.provideFaces(typesetter);
    const file = typesetter.createPdf(definition);
    await file.getStream();
    return { pages, file };
  }

  /** Read with the first document: it is dear in memory, and many a process prints none. */
  private loaded(): Promise<typeof pdfmake> {
    this.typesetter ??= import('pdfmake').then(({ default: typesetter }) => {
      typesetter.setUrlAccessPolicy(() => false);
      typesetter.setLocalAccessPolicy(() => false);
      return typesetter;
    });
    return this.typesetter;
  }

  /** Font names are given anew for each document because pdfmake writes into the object it is handed. */
  private provideFaces(typesetter: typeof pdfmake): void {
    const face = (name: FaceName): string | undefined => this.provideFace(typesetter, name);
    const families: Record<Family, TFontFamilyTypes> = {
      main: { normal: face('regular'), bold: face('bold') },
      latin: single(face('latin')),
      rare: single(face('rare')),
    };
    typesetter.setFonts(families);
  }

  private provideFace(typesetter: typeof pdfmake, face: FaceName): string | undefined {
    const file = this.fonts.fileOf(face);
    const bytes = this.fonts.bytesInUse(face);
    if (file === null || bytes === null) return undefined;
    const { virtualfs } = typesetter;
    if (!virtualfs.existsSync(file)) virtualfs.writeFileSync(file, bytes);
    return file;
  }
}

const single = (file: string | undefined): TFontFamilyTypes => ({ normal: file, bold: file });
