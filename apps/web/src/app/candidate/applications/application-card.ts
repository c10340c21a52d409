import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationCardFragment } from '@kaopu/graphql';
import { ShanghaiTime, StatusChip } from '@kaopu/web-ui';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { LastDayPipe } from '../words/last-day.js';
import { nextActionOf } from './next-action.js';

/** An application in short: what, where it stands, and the one thing to do next. */
@Component({
  selector: 'app-application-card',
  imports: [
    DomainTextPipe,
    ItemNamePipe,
    LastDayPipe,
    RouterLink,
    ShanghaiTime,
    StatusChip,
    TranslocoPipe,
  ],
  templateUrl: './application-card.html',
  styleUrl: './application-card.scss',
})
export class ApplicationCard {
  readonly application = input.required<ApplicationCardFragment>();

  protected readonly action = computed(() => nextActionOf(this.application()));
  protected readonly titleId = computed(() => `application-${this.application().id}`);
}
