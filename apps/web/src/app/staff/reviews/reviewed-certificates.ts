import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { StatusChip } from '@kaopu/web-ui';

import { AnswerWords } from '../../core/answers/answer-words.js';
import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import type { ReviewedCase } from './verdict-draft.js';

type Stated = ReviewedCase['statedItems'][number];

const PARTS = ['itemCode', 'certificateNo', 'firstIssueDate', 'validTo'] as const;

/** 持证项目 as the person states them beside our register: what differs rests on their word (domain.md §11). */
@Component({
  selector: 'app-reviewed-certificates',
  imports: [DomainTextPipe, StatusChip, TranslocoPipe],
  template: `
    <h3>{{ 'staff.review.register' | transloco }}</h3>
    <ul>
      @for (row of rows(); track $index) {
        <li>
          <p>{{ row.stated }}</p>
          <kp-status-chip [text]="row.statusKey | domainText" [tone]="row.tone" />
          @for (line of row.differences; track line) {
            <p class="kp-remark">{{ line }}</p>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './reviewed.scss',
})
export class ReviewedCertificates {
  readonly stated = input.required<readonly Stated[]>();

  private readonly words = inject(AnswerWords);
  private readonly domainText = inject(DomainText);
  private readonly texts = inject(TranslocoService);

  protected readonly rows = computed(() =>
    this.stated().map((one) => {
      const isSame = one.differences.length === 0;
      const known = one.registered === null ? 'notRegistered' : 'differs';
      return {
        stated: this.words.heldItem(one),
        statusKey: `heldItem.${isSame ? 'same' : known}`,
        tone: isSame ? ('success' as const) : ('warning' as const),
        differences: this.differences(one),
      };
    }),
  );

  private differences({ registered, differences, ...stated }: Stated): readonly string[] {
    if (registered === null) return [];
    return PARTS.filter((part) => differences.includes(part)).map((part) =>
      this.texts.translate('staff.review.differs', {
        part: this.domainText.of(`heldItem.${part}`),
        stated: stated[part],
        registered: registered[part],
      }),
    );
  }
}
