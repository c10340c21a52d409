import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { hasText } from '@kaopu/domain';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { DomainText } from '../../core/i18n/domain-text.js';

/** The published results, subject by subject. */
@Component({
  selector: 'app-application-results',
  imports: [TranslocoPipe],
  template: `
    <section>
      <h2 id="results">{{ 'candidate.results.title' | transloco }}</h2>
      <!-- Reachable by keyboard because it scrolls on narrow screens. -->
      <div class="kp-table-scroll" role="region" aria-labelledby="results" tabindex="0">
        <table class="kp-table">
          <thead>
            <tr>
              <th scope="col">{{ 'candidate.results.subject' | transloco }}</th>
              <th scope="col">{{ 'candidate.results.score' | transloco }}</th>
              <th scope="col">{{ 'candidate.results.passMark' | transloco }}</th>
              <th scope="col">{{ 'candidate.results.outcome' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.subjectCode) {
              <tr>
                <th scope="row">{{ row.subjectName }}</th>
                <td class="kp-number">{{ row.score ?? '–' }}</td>
                <td class="kp-number">{{ row.passMark }}</td>
                <td>{{ row.words }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
})
export class ApplicationResults {
  readonly results = input.required<ApplicationDetailFragment['results']>();

  private readonly words = inject(DomainText);

  protected readonly rows = computed(() =>
    this.results().map((result) => ({ ...result, words: this.outcome(result) })),
  );

  private outcome({
    outcome,
    passed,
  }: Pick<ApplicationDetailFragment['results'][number], 'outcome' | 'passed'>): string {
    if (outcome === 'PRESENT') {
      return this.words.of(`dict.itemOutcome.${passed ? 'PASSED' : 'FAILED'}`);
    }
    const key = `dict.subjectOutcome.${outcome}`;
    return hasText(key) ? this.words.of(key) : outcome;
  }
}
