import {
  Component,
  effect,
  ElementRef,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { PDF_ASSETS } from './pdf-assets.js';
import { pdfWorker } from './pdf-worker.js';

/** One page of a PDF at a time, drawn on a canvas; the drawing code arrives with the first PDF. */
@Component({
  selector: 'kp-pdf-pages',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    @if (pages() > 1) {
      <div class="pages">
        <button matButton="outlined" type="button" [disabled]="page() <= 1" (click)="go(-1)">
          {{ 'ui.viewer.previous' | transloco }}
        </button>
        <span aria-live="polite">{{
          'ui.viewer.page' | transloco: { page: page(), pages: pages() }
        }}</span>
        <button matButton="outlined" type="button" [disabled]="page() >= pages()" (click)="go(1)">
          {{ 'ui.viewer.next' | transloco }}
        </button>
      </div>
    }
    @if (file.isLoading()) {
      <p>{{ 'ui.state.loading' | transloco }}</p>
    }
    <canvas #canvas role="img" [attr.aria-label]="name()"></canvas>
  `,
  styles: `
    :host {
      display: block;
    }

    .pages {
      display: flex;
      gap: 12px;
      align-items: center;
      padding: 8px;
    }

    p {
      padding: 16px;
    }

    canvas {
      display: block;
      margin-inline: auto;
      background: #fff;
    }
  `,
})
export class PdfPages {
  readonly source = input.required<string | Blob>();
  readonly name = input.required<string>();
  readonly zoom = input(1);
  /** Quarter turns to the right. */
  readonly quarters = input(0);
  readonly failed = output();

  private readonly assets = inject(PDF_ASSETS);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');

  protected readonly page = signal(1);
  protected readonly pages = signal(0);
  protected readonly file = resource({
    params: () => this.source(),
    loader: ({ params, abortSignal }) => this.open(params, abortSignal),
  });

  constructor() {
    effect(() => {
      if (this.file.error()) {
        this.failed.emit();
      }
    });
    effect((onCleanup) => {
      const document = this.file.hasValue() ? this.file.value() : undefined;
      if (!document) {
        return;
      }
      let current = true;
      onCleanup(() => {
        current = false;
      });
      const at = { page: this.page(), zoom: this.zoom(), rotation: this.quarters() * 90 };
      this.draw(document, at, () => current).catch(() => {
        this.failed.emit();
      });
    });
  }

  protected go(step: number): void {
    this.page.update((page) => Math.min(this.pages(), Math.max(1, page + step)));
  }

  private async open(source: string | Blob, abort: AbortSignal): Promise<PDFDocumentProxy> {
    const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
    pdf.GlobalWorkerOptions.workerPort ??= pdfWorker(`${this.assets}/pdf.worker.min.mjs`);
    const bytes =
      typeof source === 'string'
        ? { url: source }
        : { data: new Uint8Array(await source.arrayBuffer()) };
    const task = pdf.getDocument({
      ...bytes,
      cMapUrl: `${this.assets}/cmaps/`,
      standardFontDataUrl: `${this.assets}/standard_fonts/`,
      enableXfa: false,
    });
    abort.addEventListener('abort', () => void task.destroy());
    const document = await task.promise;
    this.page.set(1);
    this.pages.set(document.numPages);
    return document;
  }

  private async draw(
    document: PDFDocumentProxy,
    at: { page: number; zoom: number; rotation: number },
    current: () => boolean,
  ): Promise<void> {
    const page = await document.getPage(at.page);
    if (!current()) {
      return;
    }
    const rotation = (page.rotate + at.rotation) % 360;
    const fitting = this.host.clientWidth / page.getViewport({ scale: 1, rotation }).width;
    const sharpness = this.host.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const scale = Math.max(0.1, fitting * at.zoom);
    const viewport = page.getViewport({ scale: scale * sharpness, rotation });
    const canvas = this.canvas().nativeElement;
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${viewport.width / sharpness}px`;
    await page.render({ canvas, viewport }).promise;
  }
}
