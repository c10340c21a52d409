import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationEligibilityDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { ResitResults } from '../../core/eligibility/resit-results.js';
import { RuleList } from '../../core/eligibility/rule-list.js';
import { reading } from '../../core/graphql/reading.js';

/** The rules of eligibility as they answer this case, and the results a resit follows (domain.md §6, §9). */
@Component({
  selector: 'app-reviewed-standing',
  imports: [DataState, ResitResults, RuleList, TranslocoPipe],
  template: `
    <kp-data-state
      [loading]="page.loading()"
      [failure]="page.failure()"
      [ready]="report() !== undefined"
      (retry)="page.retry()"
    >
      <p>{{ 'staff.review.forStaff' | transloco: { count: toCheck().length } }}</p>
      <app-rule-list [verdicts]="toCheck()" />
      @if (report()?.resit; as resit) {
        <h3>{{ 'app.resit.results' | transloco }}</h3>
        <app-resit-results [resit]="resit" />
      }
      <details>
        <summary>{{ 'staff.review.met' | transloco: { count: met().length } }}</summary>
        <app-rule-list [verdicts]="met()" />
      </details>
    </kp-data-state>
  `,
})
export class ReviewedStanding {
  readonly applicationId = input.required<string>();

  protected readonly page = reading(ApplicationEligibilityDocument, () => ({
    id: this.applicationId(),
  }));
  protected readonly report = computed(() => this.page.data()?.application.eligibility);
  private readonly verdicts = computed(() => this.report()?.verdicts ?? []);
  /** What asks for the reviewer's eye. */
  protected readonly toCheck = computed(() =>
    this.verdicts().filter(({ answer }) => answer !== 'YES'),
  );
  protected readonly met = computed(() => this.verdicts().filter(({ answer }) => answer === 'YES'));
}
