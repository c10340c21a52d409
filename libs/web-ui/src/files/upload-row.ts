import type { ElementRef } from '@angular/core';
import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** What is the matter with one required paper. `percent` is 0–100. */
export type UploadState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'uploading'; readonly percent: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'present'; readonly fileName: string; readonly detail?: string }
  | { readonly kind: 'returned'; readonly reason: string; readonly fileName?: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'notNeeded'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string };

/** A paper that somebody must hand in. */
export interface UploadSlot {
  readonly id: string;
  readonly name: string;
  /** The red remark: what the paper must show. */
  readonly remark?: string;
  readonly hint?: string;
  readonly required: boolean;
}

/** Photos and PDF, as the server accepts them. */
export const DOCUMENT_TYPES = 'image/jpeg,image/png,application/pdf';

/**
 * One paper, one file: choose or drop it, see its state, preview, replace or remove it. Checking and sending
 * is the page's work. Progress is spoken in a live region. What stands inside the element is another way to
 * bring the file, for example by phone; it shows while the row takes one.
 */
@Component({
  selector: 'kp-upload-row',
  imports: [MatButtonModule, TranslocoPipe],
  templateUrl: './upload-row.html',
  styleUrl: './upload-row.scss',
  host: {
    '[class.over]': 'over()',
    '[class.returned]': 'problem()',
    '(dragover)': 'dragOver($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
})
export class UploadRow {
  readonly slot = input.required<UploadSlot>();
  readonly state = input.required<UploadState>();
  /** MIME types for the file dialog. */
  readonly accept = input(DOCUMENT_TYPES);
  /** Whether the reader may change anything. */
  readonly readonly = input(false);
  readonly chosen = output<File>();
  readonly preview = output();
  readonly removed = output();

  protected readonly over = signal(false);
  private readonly picker = viewChild<ElementRef<HTMLInputElement>>('picker');

  protected readonly problem = computed(() => ['returned', 'failed'].includes(this.state().kind));
  protected readonly hasFile = computed(() => {
    const state = this.state();
    return state.kind === 'present' || (state.kind === 'returned' && state.fileName !== undefined);
  });
  protected readonly takesFile = computed(
    () =>
      !this.readonly() && ['missing', 'present', 'returned', 'failed'].includes(this.state().kind),
  );

  /** Opens the file dialog; also where the error summary leads. */
  focus(): void {
    this.picker()?.nativeElement.focus();
  }

  protected choose(): void {
    this.picker()?.nativeElement.click();
  }

  protected take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // The same file may be chosen again after a failure.
    input.value = '';
    if (file) {
      this.chosen.emit(file);
    }
  }

  protected dragOver(event: DragEvent): void {
    if (this.takesFile()) {
      event.preventDefault();
      this.over.set(true);
    }
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (this.takesFile() && file) {
      event.preventDefault();
      this.chosen.emit(file);
    }
  }
}
