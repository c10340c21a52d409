import { Component, computed, inject, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { dictionaryCodes } from '@kaopu/domain';

import { DomainText } from '../../../core/i18n/domain-text.js';
import { AnswerRows } from './answer-rows.js';
import type { AnswerRow } from './row-kinds.js';

/** 工作经历: one entry per employment. */
@Component({
  selector: 'app-work-rows',
  imports: [AnswerRows],
  template: `
    <app-answer-rows
      kind="workRecords"
      [fieldId]="fieldId()"
      [field]="field()"
      [choices]="kinds()"
    />
  `,
})
export class WorkRows {
  readonly fieldId = input.required<string>();
  readonly field = input.required<FieldTree<AnswerRow[]>>();

  private readonly words = inject(DomainText);
  protected readonly kinds = computed(() =>
    dictionaryCodes('workKind').map((code) => ({
      code,
      text: this.words.of(`dict.workKind.${code}`),
    })),
  );
}
