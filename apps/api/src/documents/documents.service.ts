import { certificateLayout } from './certificate-layout.js';
import type { DocumentFonts } from './document-fonts.js';
import { formLayout } from './form-layout.js';
import { PdfWriter } from './pdf-writer.js';
import type { ApplicationFormData, CertificateData } from './printed-form.js';

/**
 * Printed papers as PDF, made on the server so that they do not depend on a browser (domain.md §12). Handed plain,
 * already translated data; the same data always gives the same bytes, so that a stored hash proves a file.
 */
export class DocumentsService {
  private readonly fonts: DocumentFonts;
  private readonly writer: PdfWriter;

  constructor(fonts: DocumentFonts) {
    this.fonts = fonts;
    this.writer = new PdfWriter(fonts);
  }

  /**
   * An application form on A4: one sheet for usual data, further sheets rather than lost characters.
   *
   * @throws UnprintablePictureError when the photo is neither JPEG nor PNG.
   */
  applicationForm(data: ApplicationFormData): Promise<Buffer> {
    return this.writer.write(data, (density) => formLayout(this.fonts, data, density));
  }

  /**
   * A personnel certificate on A4 with its items, issuer and verification code (domain.md §5).
   *
   * @throws UnprintablePictureError when the photo is neither JPEG nor PNG.
   */
  certificate(data: CertificateData): Promise<Buffer> {
    return this.writer.write(data, (density) => certificateLayout(this.fonts, data, density));
  }

  /**
   * The characters of a text that this installation cannot draw, each once; empty when the text prints whole.
   * A caller refuses to issue a paper with an incomplete name (goal N16); printed anyway, such a character
   * appears as its code point.
   */
  missingGlyphs(text: string): string[] {
    return this.fonts.missing(text);
  }
}
