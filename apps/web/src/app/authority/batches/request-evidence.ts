import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { displayItemCode, hasText } from '@kaopu/domain';

import { DomainText } from '../../core/i18n/domain-text.js';

interface Row {
  readonly fieldId?: string;
  readonly itemCode?: string | null;
  readonly before?: string;
  readonly after?: string;
}

interface Evidence {
  readonly reason?: string | null;
  readonly statement?: string | null;
  readonly changes?: readonly Row[];
}

/** What a reissue or change rests on: the holder's reason, and each value before and after. */
@Component({
  selector: 'app-request-evidence',
  imports: [TranslocoPipe],
  template: `
    @if (reason(); as words) {
      <p>{{ words }}</p>
    }
    @if (facts().statement; as words) {
      <p>{{ words }}</p>
    }
    @for (row of rows(); track $index) {
      <p>
        <strong>{{ row.label }}</strong>
        {{ 'authority.batch.beforeAfter' | transloco: { before: row.before, after: row.after } }}
      </p>
    }
  `,
})
export class RequestEvidence {
  /** As frozen when it was forwarded. */
  readonly evidence = input.required<unknown>();

  private readonly words = inject(DomainText);

  protected readonly facts = computed(() => (this.evidence() ?? {}) as Evidence);
  protected readonly reason = computed(() => {
    const key = `dict.reissueReason.${this.facts().reason ?? ''}`;
    return hasText(key) ? this.words.of(key) : undefined;
  });
  protected readonly rows = computed(() =>
    (this.facts().changes ?? []).map(({ fieldId = '', itemCode, before = '', after = '' }) => {
      const own = this.known(`field.${fieldId}.label`, fieldId);
      const shown = (value: string) =>
        fieldId === 'newSex' ? this.known(`dict.sex.${value}`, value) : value;
      return {
        label: itemCode ? `${displayItemCode(itemCode)} ${own}` : own,
        before: shown(before),
        after: shown(after),
      };
    }),
  );

  private known(key: string, fallback: string): string {
    return hasText(key) ? this.words.of(key) : fallback;
  }
}
