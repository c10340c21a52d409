import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode, liveStatuses } from '@kaopu/domain';
import {
  EligibilityDocument,
  type EligibilityPartsFragment,
  ItemsDocument,
  MyApplicationsDocument,
  StartApplicationDocument,
} from '@kaopu/graphql';
import { Banner, DataState, FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { RenewalDays } from '../../core/eligibility/renewal-days.js';
import { ResitResults } from '../../core/eligibility/resit-results.js';
import { RuleList } from '../../core/eligibility/rule-list.js';
import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { refusalWords } from '../../core/requests/refusal.js';
import { declarationOf } from '../application/application-data.js';
import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { DocumentList } from './document-list.js';
import { offeredType, trackOf } from './tracks.js';
import { BackLink } from '../words/back-link.js';

const OWN_APPLICATIONS = 50;

/** 报名, last step: whether the rules allow it and what papers it takes, before anything is typed (experience.md §2.5). */
@Component({
  selector: 'app-eligibility-page',
  imports: [
    BackLink,
    Banner,
    DataState,
    DocumentList,
    DomainTextPipe,
    FailureNotice,
    ItemNamePipe,
    MatButtonModule,
    RenewalDays,
    ResitResults,
    RouterLink,
    RuleList,
    TranslocoPipe,
  ],
  templateUrl: './eligibility-page.html',
  host: { class: 'kp-page' },
})
export class EligibilityPage {
  readonly track = input.required<string>();
  readonly itemCode = input.required<string>();
  readonly registrationType = input.required<string>();

  private readonly current = computed(() => trackOf(this.track()));
  /** Empty for an address that names no type on offer, which the server knows as little as we do. */
  protected readonly type = computed(
    () => offeredType(this.current(), this.registrationType())?.code ?? '',
  );
  protected readonly command = new Command();
  protected readonly refusal = signal<string | undefined>(undefined);

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);

  protected readonly eligibility = reading(EligibilityDocument, () => ({
    type: this.type(),
    itemCode: this.itemCode(),
  }));
  private readonly items = reading(ItemsDocument, () => ({ track: this.current() ?? null }));
  private readonly own = reading(MyApplicationsDocument, () => ({ first: OWN_APPLICATIONS }));

  protected readonly item = computed(() =>
    this.items.data()?.items.find(({ code }) => code === this.itemCode()),
  );
  protected readonly shownCode = computed(() => displayItemCode(this.itemCode()));

  /** Verdicts of a refused start are newer than those the page was opened with. */
  private readonly refusedVerdicts = signal<EligibilityPartsFragment['verdicts'] | undefined>(
    undefined,
  );
  protected readonly report = computed(() => this.eligibility.data()?.eligibility);
  protected readonly verdicts = computed(
    () => this.refusedVerdicts() ?? this.report()?.verdicts ?? [],
  );
  protected readonly eligible = computed(
    () => this.refusedVerdicts() === undefined && (this.report()?.eligible ?? false),
  );

  /** To the types of the item, or to the items where there is only one type. */
  protected readonly back = computed(() =>
    (this.item()?.registrationTypes.length ?? 0) > 1
      ? ['/apply', this.track(), this.itemCode()]
      : ['/apply', this.track()],
  );

  /** The unfinished application for the same item, of whatever type, to go on with instead. */
  protected readonly existing = computed(() =>
    this.own
      .data()
      ?.myApplications.edges.map(({ node }) => node)
      .find(({ item, status, type }) => {
        const declaration = declarationOf(type);
        return (
          declaration !== undefined &&
          declaration.track === this.current() &&
          item.code === this.itemCode() &&
          liveStatuses(declaration).includes(status)
        );
      }),
  );

  protected async start(): Promise<void> {
    this.refusal.set(undefined);
    const data = await this.command.run((idempotencyKey) =>
      mutate(this.apollo, StartApplicationDocument, {
        input: { idempotencyKey, itemCode: this.itemCode(), type: this.type() },
      }),
    );
    const result = data?.startApplication;
    if (!result) {
      return;
    }
    if ('code' in result) {
      this.refusal.set(refusalWords(result));
      if ('verdicts' in result) {
        this.refusedVerdicts.set(result.verdicts);
      }
      await this.own.retry();
      return;
    }
    await this.router.navigate(['/applications', result.id]);
  }
}
