import { Component, computed, effect, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { TranslocoPipe } from '@jsverse/transloco';

import { FailureNotice, type ShownFailure } from './failure-notice.js';

/** Loading that is over sooner shows nothing: a flicker would only disturb (experience.md §3.8). In milliseconds. */
const SPINNER_DELAY = 300;

/**
 * The four states of everything that is loaded: loading, failed with a way to retry, empty, content.
 * What is already there stays while more loads or a reload fails.
 *
 * ```html
 * <kp-data-state [loading]="loading()" [failure]="failure()" [ready]="page() !== undefined"
 *   [empty]="rows().length === 0" [emptyText]="'staff.reviews.none' | transloco" (retry)="retry()">
 *   @if (page(); as page) { … }
 * </kp-data-state>
 * ```
 */
@Component({
  selector: 'kp-data-state',
  imports: [FailureNotice, MatButtonModule, MatProgressBarModule, TranslocoPipe],
  template: `
    @if (failure(); as shown) {
      <kp-failure-notice [failure]="shown" (retry)="retry.emit()" />
    }
    <div aria-live="polite">
      @if (showLoading()) {
        <mat-progress-bar mode="indeterminate" [attr.aria-label]="'ui.state.loading' | transloco" />
        @if (!ready()) {
          <p class="kp-muted">{{ 'ui.state.loading' | transloco }}</p>
        }
      }
    </div>
    @if (ready()) {
      @if (empty()) {
        <p class="empty">{{ emptyText() ?? ('ui.state.empty' | transloco) }}</p>
        <ng-content select="[kpEmpty]" />
      } @else {
        <ng-content />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .empty {
      padding: 32px 16px;
      border: 1px dashed var(--mat-sys-outline);
      border-radius: 8px;
      text-align: center;
    }
  `,
})
export class DataState {
  readonly loading = input(false);
  readonly failure = input<ShownFailure>();
  /** Whether there is anything to show yet. */
  readonly ready = input(false);
  readonly empty = input(false);
  readonly emptyText = input<string>();
  readonly retry = output();

  private readonly waitedLong = signal(false);
  protected readonly showLoading = computed(() => this.loading() && this.waitedLong());

  constructor() {
    effect((onCleanup) => {
      this.waitedLong.set(false);
      if (this.loading()) {
        const timer = setTimeout(() => {
          this.waitedLong.set(true);
        }, SPINNER_DELAY);
        onCleanup(() => {
          clearTimeout(timer);
        });
      }
    });
  }
}
