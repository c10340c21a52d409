import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EligibilityDocument } from '@kaopu/graphql';
import { StatusChip } from '@kaopu/web-ui';

import { reading } from '../../core/graphql/reading.js';

/** Why a registration type is not open to this person now; nothing while nothing speaks against it. */
@Component({
  selector: 'app-type-standing',
  imports: [StatusChip, TranslocoPipe],
  template: `
    @if (against(); as rule) {
      <p>
        <kp-status-chip [text]="'candidate.apply.notNow' | transloco" tone="warning" />
        {{ rule.message }}
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      margin: 0 0 8px;
      padding-inline: 16px;
    }
  `,
})
export class TypeStanding {
  readonly type = input.required<string>();
  readonly itemCode = input.required<string>();

  private readonly page = reading(EligibilityDocument, () => ({
    type: this.type(),
    itemCode: this.itemCode(),
  }));

  protected readonly against = computed(() =>
    this.page.data()?.eligibility.verdicts.find(({ answer }) => answer === 'NO'),
  );
}
