import { Component, computed, inject, input } from '@angular/core';
import {
  applicationType,
  displayItemCode,
  isBlank,
  isWorkRecord,
  hasText,
  type FieldDeclaration,
} from '@kaopu/domain';

import { DomainText, DomainTextPipe } from '../../core/i18n/domain-text.js';
import { VerdictButtons } from './verdict-buttons.js';
import type { ReviewedCase } from './verdict-draft.js';

interface ShownField {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly string[];
  /** The desk gives a verdict on it; the server says which fields those are. */
  readonly judged: boolean;
}

/** What the candidate declared, section by section as the application type orders it. */
@Component({
  selector: 'app-reviewed-fields',
  imports: [DomainTextPipe, VerdictButtons],
  template: `
    @for (section of sections(); track section.id) {
      <h3>{{ 'section.' + section.id | domainText }}</h3>
      <ul>
        @for (field of section.fields; track field.id) {
          <li>
            <p class="kp-muted">{{ field.label }}</p>
            @for (line of field.lines; track $index) {
              <p>{{ line }}</p>
            }
            @if (judging() && field.judged) {
              <app-verdict-buttons
                [case]="case()"
                kind="FIELD"
                [target]="field.id"
                [label]="field.label"
              />
            }
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './reviewed.scss',
})
export class ReviewedFields {
  readonly case = input.required<ReviewedCase>();
  readonly judging = input(false);

  private readonly words = inject(DomainText);

  protected readonly sections = computed(() => {
    const one = this.case();
    const type = applicationType(one.type);
    const values = {
      ...(one.person as Record<string, unknown>),
      ...(one.answers as Record<string, unknown>),
    };
    return type.sections.map(({ id, fields }) => ({
      id,
      fields: fields.flatMap((fieldId): ShownField[] => {
        const field = type.fields.find((declared) => declared.id === fieldId);
        if (!field || isBlank(values[fieldId])) return [];
        return [
          {
            id: fieldId,
            label: this.words.of(`field.${fieldId}.label`),
            lines: this.lines(field, values[fieldId]),
            judged: one.reviewTargets.some(
              ({ targetKind, target }) => targetKind === 'FIELD' && target === fieldId,
            ),
          },
        ];
      }),
    }));
  });

  private lines(field: FieldDeclaration, value: unknown): string[] {
    if (Array.isArray(value)) return value.map((entry) => this.entry(entry));
    const key = `dict.${field.dictionary ?? ''}.${String(value)}`;
    return [field.dictionary && hasText(key) ? this.words.of(key) : String(value)];
  }

  private entry(entry: unknown): string {
    if (isWorkRecord(entry)) {
      return `${entry.from} – ${entry.to ?? ''} ${entry.unit} ${this.words.of(`dict.workKind.${entry.kind}`)}`;
    }
    const held = entry as {
      itemCode?: string;
      certificateNo?: string;
      firstIssueDate?: string;
      validTo?: string;
    };
    const { itemCode = '', certificateNo, firstIssueDate, validTo } = held;
    return [displayItemCode(itemCode), certificateNo, validTo ?? firstIssueDate]
      .filter((part) => part !== undefined)
      .join(' ');
  }
}
