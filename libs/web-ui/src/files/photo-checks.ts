import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** One thing that was looked at on a photo, in the reader's words. */
export interface PhotoCheckRow {
  readonly check: string;
  readonly name: string;
  readonly good: boolean;
  readonly figure: string;
  readonly wanted: string;
  readonly message: string;
}

/** The photo gate that explains itself (goal N2): every check with what was measured, what is wanted, and a sentence. */
@Component({
  selector: 'kp-photo-checks',
  imports: [TranslocoPipe],
  template: `
    @if (checks().length > 0) {
      <p>
        {{
          (doubts() === 0 ? 'ui.photoChecks.good' : 'ui.photoChecks.doubts')
            | transloco: { doubts: doubts() }
        }}
      </p>
      <ul>
        @for (row of checks(); track row.check) {
          <li [class.doubt]="!row.good">
            <span class="name">{{ row.name }}</span>
            <span class="kp-number">{{ row.figure }}</span>
            <span class="kp-muted kp-number">{{
              'ui.photoChecks.wanted' | transloco: { wanted: row.wanted }
            }}</span>
            <span class="message">{{ row.message }}</span>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './photo-checks.scss',
})
export class PhotoChecks {
  readonly checks = input.required<readonly PhotoCheckRow[]>();

  protected readonly doubts = computed(() => this.checks().filter(({ good }) => !good).length);
}
