import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

import { QrImage } from '../identity/qr-image.js';
import { Countdown } from '../time/countdown.js';

/** What becomes of a code, as the server tells it. */
export type PhoneUploadState =
  | { readonly kind: 'STARTING' }
  | { readonly kind: 'FAILED'; readonly message: string }
  | {
      readonly kind:
        | 'WAITING'
        | 'CONNECTED'
        | 'UPLOADING'
        | 'RECEIVED'
        | 'CONFIRMED'
        | 'CANCELLED'
        | 'REPLACED'
        | 'EXPIRED';
      readonly percent: number;
      /** The phone as its owner would know it; empty when unknown. */
      readonly phone: string;
      readonly otherPhoneRefused: boolean;
      /** The connection to the server is being taken up again. */
      readonly isLost: boolean;
      readonly until: Date;
    };

const OVER: ReadonlySet<PhoneUploadState['kind']> = new Set([
  'FAILED',
  'CANCELLED',
  'REPLACED',
  'EXPIRED',
]);

/** QR code, countdown, what the phone is doing, and the other ways: copy the link, have it sent by SMS. */
@Component({
  selector: 'kp-phone-upload-panel',
  imports: [Countdown, MatButtonModule, QrImage, TranslocoPipe],
  templateUrl: './phone-upload-panel.html',
  styleUrl: './phone-upload-panel.scss',
})
export class PhoneUploadPanel {
  readonly state = input.required<PhoneUploadState>();
  /** The whole address, while it is known. */
  readonly link = input<string>();
  /** A word about the last thing that was asked for, for example that the SMS is on its way. */
  readonly note = input<string>();
  readonly renewed = output();
  readonly cancelled = output();
  readonly linkAsked = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The link that was copied; another code is not copied yet. */
  private readonly copiedLink = signal<string | undefined>(undefined);
  /** The browser does not copy by itself (plain http on an internal address). */
  protected readonly linkShown = signal(false);

  protected readonly copied = computed(
    () => this.link() !== undefined && this.copiedLink() === this.link(),
  );
  protected readonly isOver = computed(() => OVER.has(this.state().kind));

  protected async copy(link: string): Promise<void> {
    try {
      await this.host.ownerDocument.defaultView?.navigator.clipboard.writeText(link);
      this.copiedLink.set(link);
    } catch {
      // Refused or not there: the person copies by hand.
      this.linkShown.set(true);
    }
  }

  protected selectAll(event: FocusEvent): void {
    if (event.target instanceof HTMLInputElement) {
      event.target.select();
    }
  }
}
