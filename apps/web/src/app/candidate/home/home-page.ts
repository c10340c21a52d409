import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { MyApplicationsDocument, MyCertificatesDocument, MyInboxDocument } from '@kaopu/graphql';
import { DataState, ShanghaiTime } from '@kaopu/web-ui';

import { Session } from '../../core/session/session.js';
import { ApplicationCard } from '../applications/application-card.js';
import { reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

const SHOWN = 10;
const UNREAD_SHOWN = 3;

/** Where a candidate arrives after signing in: what waits for them first, then everything under way. */
@Component({
  selector: 'app-candidate-home-page',
  imports: [ApplicationCard, DataState, ItemNamePipe, RouterLink, ShanghaiTime, TranslocoPipe],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class CandidateHomePage {
  protected readonly session = inject(Session);

  protected readonly attention = reading(MyApplicationsDocument, () => ({
    tab: 'ATTENTION' as const,
    first: SHOWN,
  }));
  protected readonly active = reading(MyApplicationsDocument, () => ({
    tab: 'ACTIVE' as const,
    first: SHOWN,
  }));
  protected readonly inbox = reading(MyInboxDocument, () => ({ first: SHOWN }));
  protected readonly certificates = reading(MyCertificatesDocument, () => ({}));

  protected readonly waiting = computed(() => cards(this.attention.data()));
  protected readonly underWay = computed(() => {
    const shown = new Set(this.waiting().map(({ id }) => id));
    return cards(this.active.data()).filter(({ id }) => !shown.has(id));
  });
  protected readonly unread = computed(() =>
    (this.inbox.data()?.myInbox.edges ?? [])
      .map(({ node }) => node)
      .filter(({ readAt }) => readAt === null)
      .slice(0, UNREAD_SHOWN),
  );
}

function cards<TCard>(
  data:
    | { readonly myApplications: { readonly edges: readonly { readonly node: TCard }[] } }
    | undefined,
): readonly TCard[] {
  return data?.myApplications.edges.map(({ node }) => node) ?? [];
}
