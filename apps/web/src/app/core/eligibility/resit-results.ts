import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EligibilityPartsFragment } from '@kaopu/graphql';

/** Our results a resit follows: every subject, what still counts, and until when (domain.md §9). */
@Component({
  selector: 'app-resit-results',
  imports: [TranslocoPipe],
  template: `
    @let exam = resit();
    <p>
      {{
        'app.resit.exam'
          | transloco: { date: exam.previousExamDate, number: exam.applicationNumber }
      }}
    </p>
    <p>{{ 'app.resit.until' | transloco: { date: exam.until } }}</p>
    <!-- Reachable by keyboard because it scrolls on narrow screens. -->
    <div
      class="kp-table-scroll"
      role="region"
      tabindex="0"
      [attr.aria-label]="'app.resit.results' | transloco"
    >
      <table class="kp-table">
        <thead>
          <tr>
            <th scope="col">{{ 'app.resit.subject' | transloco }}</th>
            <th scope="col">{{ 'app.resit.score' | transloco }}</th>
            <th scope="col">{{ 'app.resit.standing' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of exam.subjects; track row.subjectCode) {
            <tr>
              <th scope="row">{{ row.subjectName }}</th>
              <td class="kp-number">{{ row.score ?? '–' }}</td>
              <td>{{ (row.passed ? 'app.resit.passed' : 'app.resit.again') | transloco }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class ResitResults {
  readonly resit = input.required<NonNullable<EligibilityPartsFragment['resit']>>();
}
