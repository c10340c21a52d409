import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/** A failed request in words: a message key, and the number that finds it in the server's log. */
export interface ShownFailure {
  readonly key: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly traceId: string | undefined;
  readonly retryable: boolean;
}

/** What went wrong, a button to try again where that may help, and one that copies the error number for the help desk. */
@Component({
  selector: 'kp-failure-notice',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    <div role="alert">
      <p>{{ failure().key | transloco: failure().params }}</p>
      <div class="buttons">
        @if (failure().retryable) {
          <button matButton="filled" type="button" (click)="retry.emit()">
            {{ 'ui.failure.retry' | transloco }}
          </button>
        }
        @if (failure().traceId; as number) {
          <button matButton="outlined" type="button" (click)="copy(number)">
            {{ (copied() ? 'ui.failure.copied' : 'ui.failure.copy') | transloco }}
          </button>
          <span class="kp-number">{{ number }}</span>
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 24px;
      padding: 16px;
      border: 2px solid var(--mat-sys-error);
      border-radius: 8px;
    }

    p {
      margin: 0 0 12px;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: center;
    }
  `,
})
export class FailureNotice {
  readonly failure = input.required<ShownFailure>();
  readonly retry = output();

  protected readonly copied = linkedSignal({ source: this.failure, computation: () => false });
  private readonly clipboard = inject(Clipboard);

  protected copy(number: string): void {
    this.copied.set(this.clipboard.copy(number));
  }
}
