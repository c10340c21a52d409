import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ItemsDocument, type ItemsQuery } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { reading } from '../../core/graphql/reading.js';
import { BackLink } from '../words/back-link.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { LEVEL_FIRST, offeredType, trackOf } from './tracks.js';

type OfferedItem = ItemsQuery['items'][number];

interface ItemGroup {
  /** The testing method; empty where items are not grouped. */
  readonly heading: string;
  readonly items: readonly { readonly item: OfferedItem; readonly link: readonly string[] }[];
}

/** 报名 step two: the item; inspectors choose 检验员 or 检验师 first (manual ch. 5, 6, 7). */
@Component({
  selector: 'app-items-page',
  imports: [BackLink, DataState, DomainTextPipe, ItemNamePipe, RouterLink, TranslocoPipe],
  templateUrl: './items-page.html',
  styleUrl: './choices.scss',
  host: { class: 'kp-page' },
})
export class ItemsPage {
  /** From the address, see `slugOf`. */
  readonly track = input.required<string>();
  /** From the address, once it is chosen. */
  readonly level = input<string>();

  protected readonly current = computed(() => trackOf(this.track()));
  protected readonly page = reading(ItemsDocument, () => ({ track: this.current() ?? null }));

  private readonly items = computed(() =>
    this.current() === undefined ? [] : (this.page.data()?.items ?? []),
  );
  /** The levels to choose from; empty when the item is chosen straight away. */
  protected readonly levels = computed<readonly string[]>(() => {
    const isAsked = LEVEL_FIRST.some((track) => track === this.current());
    return isAsked && this.level() === undefined
      ? [...new Set(this.items().flatMap(({ level }) => level ?? []))]
      : [];
  });
  protected readonly groups = computed<readonly ItemGroup[]>(() => {
    const level = this.level();
    const shown = this.items().filter((item) => level === undefined || item.level === level);
    const byHeading = Map.groupBy(shown, (item) =>
      this.current() === 'TESTING' ? item.method : '',
    );
    return [...byHeading].map(([heading, items]) => ({
      heading,
      items: items.map((item) => ({ item, link: this.linkTo(item) })),
    }));
  });

  /** Where there is only one registration type, choosing it is no step. */
  private linkTo({ code, registrationTypes }: OfferedItem): readonly string[] {
    const offered = registrationTypes.filter((type) => offeredType(this.current(), type));
    return ['/apply', this.track(), code, ...(offered.length === 1 ? offered : [])];
  }
}
