import { Component, computed, inject, input } from '@angular/core';
import { hasText } from '@kaopu/domain';
import type { EligibilityPartsFragment } from '@kaopu/graphql';
import { StatusChip, type Tone } from '@kaopu/web-ui';

import { DomainText, DomainTextPipe } from '../i18n/domain-text.js';

const TONES = { YES: 'success', NO: 'error', STAFF: 'info' } as const satisfies Record<
  string,
  Tone
>;

/** Every rule with its answer, the clause behind it and what can be done about a "no". */
@Component({
  selector: 'app-rule-list',
  imports: [DomainTextPipe, StatusChip],
  template: `
    <ul>
      @for (rule of rules(); track rule.ruleCode) {
        <li>
          <p class="head">
            <strong>{{ rule.name }}</strong>
            <kp-status-chip [text]="'verdict.' + rule.answer | domainText" [tone]="rule.tone" />
          </p>
          <p>{{ rule.message }}</p>
          @if (rule.remedy) {
            <p [class.kp-remark]="rule.answer === 'NO'">{{ rule.remedy }}</p>
          }
          <p class="kp-muted">{{ rule.clause }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      padding-block: 12px;
      border-block-end: 1px solid var(--mat-sys-outline-variant);
    }

    p {
      margin: 0 0 4px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
    }
  `,
})
export class RuleList {
  readonly verdicts = input.required<EligibilityPartsFragment['verdicts']>();

  private readonly words = inject(DomainText);

  protected readonly rules = computed(() =>
    this.verdicts().map((verdict) => {
      const key = `eligibility.${verdict.ruleCode}.name`;
      return {
        ...verdict,
        name: hasText(key) ? this.words.of(key) : verdict.ruleCode,
        tone: TONES[verdict.answer],
      };
    }),
  );
}
