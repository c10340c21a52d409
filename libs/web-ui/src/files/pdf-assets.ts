import { InjectionToken } from '@angular/core';

/** Where the PDF worker, character maps and fonts are served; the application's build copies them there. */
export const PDF_ASSETS = new InjectionToken<string>('pdf assets', {
  providedIn: 'root',
  factory: () => '/pdfjs',
});
