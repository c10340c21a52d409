import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode, hasText } from '@kaopu/domain';
import { ItemsDocument, type PlanPartsFragment, PlansDocument } from '@kaopu/graphql';
import { DataState } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { pagedList } from '../../core/graphql/paged.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { DomainText } from '../../core/i18n/domain-text.js';

const PAGE_LENGTH = 20;

/** The plans that can be registered for now, by item; the filter is part of the address (experience.md §2.0). */
@Component({
  selector: 'app-plans-page',
  imports: [
    DataState,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './plans-page.html',
  styleUrl: './plans-page.scss',
  host: { class: 'kp-page' },
})
export class PlansPage {
  /** The item looked for, as it is stored: `RT-II`. */
  readonly item = input<string>();

  private readonly apollo = inject(Apollo);
  private readonly router = inject(Router);
  private readonly language = inject(LanguageChoice);
  private readonly words = inject(DomainText);

  protected readonly plans = pagedList(
    PlansDocument,
    computed(() => ({
      first: PAGE_LENGTH,
      filter: { openOnly: true, ...(this.item() ? { itemCode: this.item() } : {}) },
    })),
    ({ plans }) => plans,
  );

  private readonly itemsResult = toSignal(
    this.apollo.watchQuery({ query: ItemsDocument, variables: {} }).valueChanges,
  );
  protected readonly items = computed(() => {
    const result = this.itemsResult();
    const items = result?.dataState === 'complete' ? result.data.items : [];
    const isEnglish = this.language.current() === 'en';
    return items.map(({ code, name, nameEn }) => ({
      code,
      text: `${displayItemCode(code)} ${isEnglish ? nameEn : name}`,
    }));
  });

  protected readonly rows = computed(() => this.plans.rows().map((plan) => this.rowOf(plan)));

  protected filter(code: string): void {
    void this.router.navigate([], {
      queryParams: { item: code === '' ? null : code },
      queryParamsHandling: 'merge',
    });
  }

  private rowOf(plan: PlanPartsFragment) {
    return {
      ...plan,
      items: plan.itemCodes.map(displayItemCode).join(', '),
      types: plan.registrationTypes.map((code) => this.typeName(code)).join(', '),
      places: plan.sites.map(({ name, address }) => `${name} ${address}`),
    };
  }

  private typeName(code: string): string {
    const key = `registrationType.${code}`;
    return hasText(key) ? this.words.of(key) : code;
  }
}
