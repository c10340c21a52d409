import { Component, computed, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplicationTab, MyApplicationsDocument } from '@kaopu/graphql';
import { Banner, DataState } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { ApplicationCard } from './application-card.js';

const PAGE_SIZE = 20;
const TABS: readonly { readonly tab: ApplicationTab; readonly slug: string }[] = [
  { tab: 'ATTENTION', slug: 'attention' },
  { tab: 'ACTIVE', slug: 'active' },
  { tab: 'DONE', slug: 'done' },
];

/** 状态查看: every application of the person, by what it waits for; several can be deleted at once (manual ch. 10). */
@Component({
  selector: 'app-applications-page',
  imports: [
    ApplicationCard,
    Banner,
    DataState,
    ItemNamePipe,
    MatButtonModule,
    MatCheckboxModule,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './applications-page.html',
  styleUrl: './applications-page.scss',
})
export class ApplicationsPage {
  /** From the address: attention (default), active or done. */
  readonly tab = input<string>();
  /** `deleted` after a deletion, for the success banner. */
  readonly done = input<string>();

  protected readonly tabs = TABS;
  protected readonly current = computed(
    () => TABS.find(({ slug }) => slug === this.tab())?.tab ?? 'ATTENTION',
  );

  protected readonly page = reading(MyApplicationsDocument, () => ({
    tab: this.current(),
    first: PAGE_SIZE,
  }));
  protected readonly list = computed(() => this.page.data()?.myApplications);
  protected readonly cards = computed(() => this.list()?.edges.map(({ node }) => node) ?? []);

  protected readonly chosen = linkedSignal<ApplicationTab, ReadonlySet<string>>({
    source: this.current,
    computation: () => new Set(),
  });
  protected readonly chosenIds = computed(() => [...this.chosen()].join(','));

  protected choose(id: string, checked: boolean): void {
    this.chosen.update((before) => {
      const after = new Set(before);
      if (checked) {
        after.add(id);
      } else {
        after.delete(id);
      }
      return after;
    });
  }
}
