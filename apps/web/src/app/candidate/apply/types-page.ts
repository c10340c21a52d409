import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { ItemsDocument, RegistrationTypesDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';

import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { reading } from '../../core/graphql/reading.js';
import { BackLink } from '../words/back-link.js';
import { ItemNamePipe } from '../../core/i18n/item-name.js';
import { trackOf } from './tracks.js';
import { TypeStanding } from './type-standing.js';

/** 报名 step three: the registration type (报名类别), with what speaks against one (manual ch. 6). */
@Component({
  selector: 'app-types-page',
  imports: [BackLink, DataState, ItemNamePipe, RouterLink, TranslocoPipe, TypeStanding],
  template: `
    <a appBack [routerLink]="['/apply', track()]">{{ 'candidate.back.items' | transloco }}</a>
    <h1>{{ 'candidate.apply.chooseType' | transloco }}</h1>
    <kp-data-state
      [loading]="types.loading() || items.loading()"
      [failure]="types.failure() ?? items.failure()"
      [ready]="types.data() !== undefined && items.data() !== undefined"
      [empty]="offers().length === 0"
      [emptyText]="'candidate.apply.none' | transloco"
      (retry)="retry()"
    >
      @if (item(); as item) {
        <p>{{ item | itemName }}</p>
        <ul>
          @for (offer of offers(); track offer.code) {
            <li>
              <a [routerLink]="['/apply', track(), item.code, offer.code]">{{ offer.shownName }}</a>
              <p class="kp-muted">{{ offer.when }}</p>
              <app-type-standing [type]="offer.applicationType" [itemCode]="item.code" />
            </li>
          }
        </ul>
      }
    </kp-data-state>
  `,
  styleUrl: './choices.scss',
  host: { class: 'kp-page' },
})
export class TypesPage {
  readonly track = input.required<string>();
  readonly itemCode = input.required<string>();

  private readonly language = inject(LanguageChoice);
  private readonly current = computed(() => trackOf(this.track()) ?? null);

  protected readonly types = reading(RegistrationTypesDocument, () => ({ track: this.current() }));
  protected readonly items = reading(ItemsDocument, () => ({ track: this.current() }));

  protected readonly item = computed(() =>
    this.items.data()?.items.find(({ code }) => code === this.itemCode()),
  );
  protected readonly offers = computed(() => {
    const isEnglish = this.language.current() === 'en';
    const own = this.item()?.registrationTypes ?? [];
    return (this.types.data()?.registrationTypes ?? [])
      .filter(({ code }) => own.includes(code))
      .flatMap(({ applicationType, ...type }) =>
        applicationType === null
          ? []
          : {
              code: type.code,
              applicationType,
              shownName: isEnglish ? type.nameEn : type.name,
              when: isEnglish ? type.usedWhenEn : type.usedWhen,
            },
      );
  });

  protected async retry(): Promise<void> {
    await Promise.all([this.types.retry(), this.items.retry()]);
  }
}
