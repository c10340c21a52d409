import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CertificateRequestType, displayItemCode } from '@kaopu/domain';
import { type ApplicationStatus, ReviewFilterOptionsDocument } from '@kaopu/graphql';
import { FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { failureOf } from '../../core/failure/failure.js';
import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { Session } from '../../core/session/session.js';

/** What the list is narrowed to, as it stands in the address. */
export interface ChosenFilter {
  readonly status: ApplicationStatus | undefined;
  readonly item: string | undefined;
  readonly type: string | undefined;
  readonly plan: string | undefined;
  readonly number: string | undefined;
  readonly mine: string | undefined;
}

/** What the reviewer may ask for beside what waits. */
const STATUSES: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'RETURNED',
  'QUALIFIED',
  'ISSUER_RETURNED',
];

/** Narrows the review list by state, item, registration type, plan, number; every choice goes into the address. */
@Component({
  selector: 'app-review-filters',
  imports: [DomainTextPipe, FailureNotice, MatButtonModule, TranslocoPipe],
  templateUrl: './review-filters.html',
  styles: `
    label {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 6px;
      align-items: center;
      max-inline-size: 100%;
    }

    select,
    input[type='search'] {
      max-inline-size: min(20rem, 100%);
      min-block-size: 36px;
    }
  `,
})
export class ReviewFilters {
  readonly filter = input.required<ChosenFilter>();

  protected readonly statuses = STATUSES;
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly language = inject(LanguageChoice);
  private readonly watched = inject(Apollo).watchQuery({ query: ReviewFilterOptionsDocument });
  private readonly result = toSignal(this.watched.valueChanges);
  private readonly options = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data : undefined;
  });

  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly items = computed(() => {
    const isEnglish = this.language.current() === 'en';
    return (this.options()?.items ?? []).map(({ code, name, nameEn }) => ({
      code,
      name: `${displayItemCode(code)} ${isEnglish ? nameEn : name}`,
    }));
  });
  /** The same type is declared for several tracks; requests about a certificate belong to none. */
  protected readonly types = computed(() => [
    ...new Set((this.options()?.registrationTypes ?? []).map(({ code }) => code)),
    ...Object.keys(CertificateRequestType),
  ]);
  /** The office's own plans; observers of all offices see all. */
  protected readonly plans = computed(() => {
    const office = this.session.viewer()?.institution?.code;
    return (this.options()?.plans.edges ?? [])
      .map(({ node }) => node)
      .filter(({ institution }) => office === undefined || institution.code === office);
  });

  protected async set(change: Record<string, string | null>): Promise<void> {
    await this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected async retry(): Promise<void> {
    await this.watched.refetch().catch(() => undefined);
  }
}
