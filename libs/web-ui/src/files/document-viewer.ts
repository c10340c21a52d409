import { Component, computed, effect, input, linkedSignal, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

import { PdfPages } from './pdf-pages.js';

/** What is shown: an address or the bytes, and what they are. */
export interface ViewedDocument {
  readonly source: string | Blob;
  readonly mediaType: string;
  readonly name: string;
}

const ZOOM_STEP = 1.25;
const LARGEST = 5;
const SMALLEST = 0.5;

/**
 * Shows an uploaded picture or PDF: enlarge, reduce, turn, and for PDFs page by page. Buttons and keys:
 * `+`, `-`, `0`, `r` while the viewer has the focus.
 */
@Component({
  selector: 'kp-document-viewer',
  imports: [MatButtonModule, PdfPages, TranslocoPipe],
  templateUrl: './document-viewer.html',
  styleUrl: './document-viewer.scss',
})
export class DocumentViewer {
  readonly document = input.required<ViewedDocument>();
  /** The file could not be drawn. */
  readonly failed = output();

  protected readonly isPdf = computed(() => this.document().mediaType === 'application/pdf');
  protected readonly zoom = linkedSignal({ source: this.document, computation: () => 1 });
  protected readonly quarters = linkedSignal({ source: this.document, computation: () => 0 });
  protected readonly broken = linkedSignal({ source: this.document, computation: () => false });
  protected readonly percent = computed(() => Math.round(this.zoom() * 100));
  protected readonly imageUrl = signal<string | undefined>(undefined);

  /** Width by height of the picture once it is there. */
  protected readonly ratio = linkedSignal({ source: this.document, computation: () => 1 });

  /**
   * Width and block margin in percent of the pane. A turned picture keeps its place in the layout,
   * so it is made to fit by its height and moved into the place it really takes.
   */
  protected readonly box = computed(() => {
    const sideways = this.quarters() % 2 === 1;
    const ratio = this.ratio();
    const width = this.percent() * (sideways ? Math.min(1, ratio) : 1);
    return { width, margin: sideways ? (width - width / ratio) / 2 : 0 };
  });

  constructor() {
    effect((onCleanup) => {
      const { source } = this.document();
      if (typeof source === 'string') {
        this.imageUrl.set(source);
        return;
      }
      const url = URL.createObjectURL(source);
      this.imageUrl.set(url);
      onCleanup(() => {
        URL.revokeObjectURL(url);
      });
    });
  }

  protected enlarge(): void {
    this.zoom.update((zoom) => Math.min(LARGEST, zoom * ZOOM_STEP));
  }

  protected reduce(): void {
    this.zoom.update((zoom) => Math.max(SMALLEST, zoom / ZOOM_STEP));
  }

  protected turn(): void {
    this.quarters.update((quarters) => (quarters + 1) % 4);
  }

  protected fit(): void {
    this.zoom.set(1);
    this.quarters.set(0);
  }

  protected measure(picture: HTMLImageElement): void {
    this.ratio.set(picture.naturalWidth / picture.naturalHeight || 1);
  }

  protected fail(): void {
    this.broken.set(true);
    this.failed.emit();
  }

  protected key(event: KeyboardEvent): void {
    const actions: Record<string, (() => void) | undefined> = {
      '+': () => this.enlarge(),
      '=': () => this.enlarge(),
      '-': () => this.reduce(),
      '0': () => this.fit(),
      r: () => this.turn(),
    };
    const action = event.ctrlKey || event.metaKey ? undefined : actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }
}
