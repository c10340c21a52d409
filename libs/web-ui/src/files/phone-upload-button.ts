import { Component, DestroyRef, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** Passing by with mouse or Tab opens nothing. */
const LINGER_MILLISECONDS = 350;

/**
 * 扫码拍照上传: opens on hover as in the manual (ch. 1), and on focus, click, Enter and Space, because hover
 * alone fails keyboards and touch. Opened by hover or focus it closes when both are gone; opened by a press
 * it stays until it is closed.
 */
@Component({
  selector: 'kp-phone-upload-button',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    <button
      matButton="outlined"
      type="button"
      [attr.aria-expanded]="open()"
      [attr.aria-label]="('ui.upload.phone' | transloco) + ' ' + name()"
      (click)="press()"
    >
      {{ 'ui.upload.phone' | transloco }}
    </button>
    @if (open()) {
      <div class="panel" role="group" [attr.aria-label]="'ui.upload.phone' | transloco">
        <ng-content />
        <button matButton class="close" type="button" (click)="dismiss()">
          {{ 'ui.phoneUpload.close' | transloco }}
        </button>
      </div>
    }
  `,
  styleUrl: './phone-upload-button.scss',
  host: {
    '(pointerenter)': 'approach($event)',
    '(pointerleave)': 'leave($event)',
    '(focusin)': 'linger()',
    '(focusout)': 'focusGone($event)',
    '(keydown.escape)': 'escape($event)',
  },
})
export class PhoneUploadButton {
  /** What is uploaded, for those who hear the page. */
  readonly name = input.required<string>();
  /** A code is wanted now. */
  readonly opened = output();

  protected readonly open = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private isPinned = false;
  /** Closed on purpose: the focus that stays on the button does not open it again. */
  private isDismissed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.isPinned = false;
    this.open.set(false);
  }

  protected press(): void {
    this.isPinned = true;
    this.show();
  }

  protected approach({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') {
      this.linger();
    }
  }

  protected linger(): void {
    clearTimeout(this.timer);
    if (!this.open() && !this.isDismissed) {
      this.timer = setTimeout(() => {
        this.show();
      }, LINGER_MILLISECONDS);
    }
  }

  protected leave({ pointerType }: PointerEvent): void {
    this.isDismissed = false;
    if (pointerType === 'mouse' && !this.host.contains(this.host.ownerDocument.activeElement)) {
      this.closeSoon();
    }
  }

  protected focusGone({ relatedTarget }: FocusEvent): void {
    const stays = relatedTarget instanceof Node && this.host.contains(relatedTarget);
    // A control of ours that had the focus was removed: nobody has left.
    if (!stays && relatedTarget !== null) {
      this.isDismissed = false;
      this.closeSoon();
    }
  }

  protected escape(event: Event): void {
    if (this.open()) {
      event.stopPropagation();
      this.dismiss();
    }
  }

  protected dismiss(): void {
    this.isDismissed = true;
    this.close();
    this.host.querySelector('button')?.focus();
  }

  private show(): void {
    clearTimeout(this.timer);
    if (!this.open()) {
      this.open.set(true);
      this.opened.emit();
    }
  }

  private closeSoon(): void {
    clearTimeout(this.timer);
    if (!this.isPinned) {
      this.timer = setTimeout(() => {
        this.close();
      }, LINGER_MILLISECONDS);
    }
  }
}
