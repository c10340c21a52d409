import { Component, input } from '@angular/core';

import type { Tone } from './banner.js';

/** A state in a word or two. The words carry the meaning, the colour only repeats it. */
@Component({
  selector: 'kp-status-chip',
  template: `{{ text() }}`,
  styles: `
    :host {
      display: inline-block;
      padding: 2px 10px;
      border: 1px solid transparent;
      border-radius: 6px;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
      white-space: nowrap;
    }

    :host(.info) {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }

    :host(.success) {
      background: var(--kp-success-container);
      color: var(--kp-success);
    }

    :host(.warning) {
      background: var(--kp-warning-container);
      color: var(--kp-warning);
    }

    :host(.error) {
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }

    @media (forced-colors: active) {
      :host {
        border-color: CanvasText;
      }
    }
  `,
  host: { '[class]': 'tone()' },
})
export class StatusChip {
  readonly text = input.required<string>();
  readonly tone = input<Tone>('neutral');
}
