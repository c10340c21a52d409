import { Component, computed, input, linkedSignal, output } from '@angular/core';
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

/** What is wrong with a subject's mark, by the subject's code. */
export type MarkProblems = Readonly<Record<string, string>>;

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
                [attr.aria-invalid]="problems()[subject.subjectCode] ? true : null"
                [attr.aria-describedby]="
                  problems()[subject.subjectCode] ? problemId(subject.subjectCode) : null
                "
                (input)="change(index, { score: score.value })"
              />
            </label>
          }
          @if (problems()[subject.subjectCode]; as problem) {
            <span class="kp-remark" [id]="problemId(subject.subjectCode)">{{ problem }}</span>
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
  /** Why the marks sent last were refused. */
  readonly problems = input<MarkProblems>({});
  readonly entered = output<readonly EnteredMark[]>();

  protected readonly outcomes = OUTCOMES;
  private readonly stored = computed(() => marksOf(this.row()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  /** What is typed, until the server has other marks than before: a reload loses nothing. */
  protected readonly marks = linkedSignal(() => this.stored());

  protected change(index: number, part: Partial<EnteredMark>): void {
    this.marks.update((marks) =>
      marks.map((mark, at) => {
        const changed = at === index ? { ...mark, ...part } : mark;
        return changed.outcome === 'PRESENT' ? changed : { ...changed, score: null };
      }),
    );
  }

  protected problemId(subjectCode: string): string {
    return `mark-${this.row().application.id}-${subjectCode}`;
  }
}

function marksOf({ subjects }: ResultRowPartsFragment): readonly EnteredMark[] {
  return subjects.map(({ subjectCode, outcome, score }) => ({
    subjectCode,
    outcome: outcome === 'PENDING' ? 'PRESENT' : outcome,
    score,
  }));
}
