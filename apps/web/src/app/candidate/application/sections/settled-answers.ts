import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { FieldDeclaration } from '@kaopu/domain';
import { type ApplicationDetailFragment, ApplicationEligibilityDocument } from '@kaopu/graphql';
import { type SummaryRow, SummaryList } from '@kaopu/web-ui';

import { AnswerWords } from '../../../core/answers/answer-words.js';
import { ResitResults } from '../../../core/eligibility/resit-results.js';
import { reading } from '../../../core/graphql/reading.js';
import { recordOf } from '../application-data.js';

/** Answers that follow from our own records, to be read and not typed, with the results behind them. */
@Component({
  selector: 'app-settled-answers',
  imports: [ResitResults, SummaryList, TranslocoPipe],
  template: `
    <p>{{ 'candidate.section.settled' | transloco }}</p>
    <kp-summary-list [rows]="rows()" />
    @if (resit(); as resit) {
      <h2>{{ 'app.resit.results' | transloco }}</h2>
      <app-resit-results [resit]="resit" />
    }
  `,
})
export class SettledAnswers {
  readonly application = input.required<ApplicationDetailFragment>();
  readonly fields = input.required<readonly FieldDeclaration[]>();

  private readonly words = inject(AnswerWords);
  private readonly page = reading(ApplicationEligibilityDocument, () => ({
    id: this.application().id,
  }));

  protected readonly resit = computed(() => this.page.data()?.application.eligibility.resit);
  protected readonly rows = computed<readonly SummaryRow[]>(() => {
    const { answers, item } = this.application();
    const values = recordOf(answers);
    return this.fields().map((field) => ({
      id: field.id,
      label: this.words.label(field.id),
      value: this.words.of(field, values[field.id], item.subjects),
    }));
  });
}
