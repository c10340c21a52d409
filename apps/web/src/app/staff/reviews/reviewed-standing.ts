import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationEligibilityDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';
import { switchMap } from 'rxjs';

import { ResitResults } from '../../core/eligibility/resit-results.js';
import { RuleList } from '../../core/eligibility/rule-list.js';
import { failureOf } from '../../core/failure/failure.js';

/** The rules of eligibility as they answer this case, and the results a resit follows (domain.md §6, §9). */
@Component({
  selector: 'app-reviewed-standing',
  imports: [DataState, ResitResults, RuleList, TranslocoPipe],
  template: `
    <kp-data-state
      [loading]="loading()"
      [failure]="failure()"
      [ready]="report() !== undefined"
      (retry)="retry()"
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

  private readonly apollo = inject(Apollo);
  private readonly watched = computed(() =>
    this.apollo.watchQuery({
      query: ApplicationEligibilityDocument,
      variables: { id: this.applicationId() },
      fetchPolicy: 'cache-and-network',
      notifyOnNetworkStatusChange: true,
    }),
  );
  private readonly result = toSignal(
    toObservable(this.watched).pipe(switchMap((one) => one.valueChanges)),
  );

  protected readonly loading = computed(() => this.result()?.loading ?? true);
  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly report = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data.application.eligibility : undefined;
  });
  private readonly verdicts = computed(() => this.report()?.verdicts ?? []);
  /** What asks for the reviewer's eye. */
  protected readonly toCheck = computed(() =>
    this.verdicts().filter(({ answer }) => answer !== 'YES'),
  );
  protected readonly met = computed(() => this.verdicts().filter(({ answer }) => answer === 'YES'));

  /** A failure shows in the page itself. */
  protected async retry(): Promise<void> {
    await this.watched()
      .refetch()
      .catch(() => undefined);
  }
}
