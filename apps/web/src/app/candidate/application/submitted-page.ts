import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApplicationPageDocument } from '@kaopu/graphql';
import { Banner, DataState, ShanghaiTime } from '@kaopu/web-ui';

import { FRESH_ADDRESSES, reading } from '../../core/graphql/reading.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';

/** The receipt: number, what happens next and where to go on. Survives being bookmarked. */
@Component({
  selector: 'app-submitted-page',
  imports: [Banner, DataState, ItemNamePipe, RouterLink, ShanghaiTime, TranslocoPipe],
  templateUrl: './submitted-page.html',
  host: { class: 'kp-page' },
})
export class SubmittedPage {
  readonly id = input.required<string>();

  protected readonly page = reading(
    ApplicationPageDocument,
    () => ({ id: this.id() }),
    FRESH_ADDRESSES,
  );
  protected readonly application = computed(() => this.page.data()?.application);
}
