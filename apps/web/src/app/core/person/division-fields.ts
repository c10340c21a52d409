import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DivisionsDocument } from '@kaopu/graphql';
import { FailureNotice } from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { failureOf } from '../failure/failure.js';
import { type Choice, ChoiceField } from '../fields/choice-field.js';

/** Province, then city: the second list follows the first. Codes of GB/T 2260. */
@Component({
  selector: 'app-division-fields',
  imports: [ChoiceField, FailureNotice, TranslocoPipe],
  template: `
    @if (failure(); as shown) {
      <kp-failure-notice [failure]="shown" (retry)="retry()" />
    }
    <app-choice-field
      fieldId="province"
      [asList]="true"
      [label]="'person.province' | transloco"
      [choices]="provinces()"
      [field]="province()"
    />
    @if (cities().length > 0) {
      <app-choice-field
        fieldId="city"
        [asList]="true"
        [label]="'person.city' | transloco"
        [choices]="cities()"
        [field]="city()"
      />
    }
  `,
})
export class DivisionFields {
  readonly province = input.required<FieldTree<string>>();
  /** Without a second level it holds the province itself. */
  readonly city = input.required<FieldTree<string>>();

  private readonly watched = inject(Apollo).watchQuery({
    query: DivisionsDocument,
    notifyOnNetworkStatusChange: true,
  });
  private readonly result = toSignal(this.watched.valueChanges);
  private readonly divisions = computed(() => {
    const result = this.result();
    return result?.dataState === 'complete' ? result.data.divisions : [];
  });

  protected readonly failure = computed(() => {
    const error = this.result()?.error;
    return error === undefined ? undefined : failureOf(error);
  });
  protected readonly provinces = computed(() => this.below(null));
  protected readonly cities = computed(() => this.below(this.province()().value()));

  constructor() {
    effect(() => {
      const province = this.province()().value();
      const cities = this.cities();
      if (this.divisions().length === 0) {
        return;
      }
      const city = this.city()().value;
      const fits = cities.some(({ code }) => code === untracked(city));
      if (!fits) {
        city.set(cities.length === 0 ? province : '');
      }
    });
  }

  protected retry(): void {
    this.watched.refetch().catch(() => undefined);
  }

  private below(parent: string | null): readonly Choice[] {
    return this.divisions()
      .filter(({ parentCode }) => parentCode === parent)
      .map(({ code, name }) => ({ code, text: name }));
  }
}
