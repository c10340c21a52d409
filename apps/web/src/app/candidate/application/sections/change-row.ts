import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** A row of a change: what the certificate says beside the box for the new value, and the proof it needs. */
@Component({
  selector: 'app-change-row',
  imports: [TranslocoPipe],
  template: `
    <div class="row">
      <div>
        <p class="kp-muted">{{ 'candidate.request.current' | transloco: { label: label() } }}</p>
        <p class="value">{{ current() }}</p>
      </div>
      <div>
        <ng-content />
        <p class="kp-muted">{{ 'candidate.request.proof' | transloco: { proof: proof() } }}</p>
      </div>
    </div>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: 1fr;
      gap: 4px 24px;
      margin-block-end: 16px;
      padding-block-start: 12px;
      border-block-start: 1px solid var(--mat-sys-outline-variant);
    }

    @media (width >= 600px) {
      .row {
        grid-template-columns: 1fr 2fr;
      }
    }

    p {
      margin: 0 0 4px;
    }

    .value {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
})
export class ChangeRow {
  readonly label = input.required<string>();
  readonly current = input.required<string>();
  readonly proof = input.required<string>();
}
