import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ItemsDocument, type ItemPartsFragment } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { reading } from '../reading/reading.js';
import { ItemNamePipe } from '../words/item-name.js';
import { BackLink } from '../words/back-link.js';

interface MethodGroup {
  readonly method: string;
  readonly items: readonly ItemPartsFragment[];
}

/** 报名 step one: the method and level to be examined in (manual ch. 6). */
@Component({
  selector: 'app-apply-page',
  imports: [BackLink, DataState, DomainTextPipe, ItemNamePipe, RouterLink, TranslocoPipe],
  templateUrl: './apply-page.html',
  styleUrl: './apply-page.scss',
  host: { class: 'kp-page' },
})
export class ApplyPage {
  protected readonly items = reading(ItemsDocument, () => ({
    track: 'TESTING' as const,
    registrationType: 'INITIAL',
  }));

  protected readonly groups = computed<readonly MethodGroup[]>(() => {
    const items = this.items.data()?.items ?? [];
    return [...new Set(items.map(({ method }) => method))].map((method) => ({
      method,
      items: items.filter((item) => item.method === method),
    }));
  });
}
