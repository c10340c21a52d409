import { Component, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ResultRowPartsFragment } from '@kaopu/graphql';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';

/** One subject's mark as it is sent. */
export interface EnteredMark {
  readonly subjectCode: string;
  readonly outcome: string;
  readonly score: string | null;
}

const OUTCOMES = ['PRESENT', 'ABSENT', 'VOID'] as const;

/** The marks of one person: per subject whether they sat it, and the score. */
@Component({
  selector: 'app-mark-form',
  imports: [DomainTextPipe, MatButtonModule, TranslocoPipe],
  template: `
    <form (submit)="$event.preventDefault(); entered.emit(marks())">
      @for (subject of row().subjects; track subject.subjectCode; let index = $index) {
        <div class="subject">
          <span
            >{{ subject.subjectName }} ({{
              'staff.results.passMark' | transloco: { mark: subject.passMark }
            }})</span
          >
          <label>
            {{ 'staff.results.outcome' | transloco }}
            <select
              #outcome
              [attr.aria-label]="subject.subjectName"
              (change)="change(index, { outcome: outcome.value })"
            >
              @for (one of outcomes; track one) {
                <option [value]="one" [selected]="marks()[index]?.outcome === one">
                  {{ 'dict.subjectOutcome.' + one | domainText }}
                </option>
              }
            </select>
          </label>
          @if (marks()[index]?.outcome === 'PRESENT') {
            <label>
              {{ 'staff.results.score' | transloco }}
              <input
                #score
                type="text"
                inputmode="decimal"
                required
                pattern="\\d{1,3}(\\.\\d)?"
                [value]="marks()[index]?.score ?? ''"
                [attr.aria-label]="subject.subjectName + ' ' + ('staff.results.score' | transloco)"
                (input)="change(index, { score: score.value })"
              />
            </label>
          }
        </div>
      }
      <button matButton="outlined" type="submit" [disabled]="busy()">
        {{ 'action.RECORD_RESULTS' | domainText }}
      </button>
    </form>
  `,
  styles: `
    .subject {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      margin-block-end: 8px;
    }

    input {
      inline-size: 6em;
    }

    select,
    input {
      min-block-size: 36px;
    }
  `,
})
export class MarkForm {
  readonly row = input.required<ResultRowPartsFragment>();
  readonly busy = input(false);
  readonly entered = output<readonly EnteredMark[]>();

  protected readonly outcomes = OUTCOMES;
  protected readonly marks = linkedSignal<readonly EnteredMark[]>(() =>
    this.row().subjects.map(({ subjectCode, outcome, score }) => ({
      subjectCode,
      outcome: outcome === 'PENDING' ? 'PRESENT' : outcome,
      score,
    })),
  );

  protected change(index: number, part: Partial<EnteredMark>): void {
    this.marks.update((marks) =>
      marks.map((mark, at) => {
        const changed = at === index ? { ...mark, ...part } : mark;
        return changed.outcome === 'PRESENT' ? changed : { ...changed, score: null };
      }),
    );
  }
}
