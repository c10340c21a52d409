import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  model,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

import { AnswerWords, type NamedSubject } from '../../../core/answers/answer-words.js';
import { DomainTextPipe } from '../../../core/i18n/domain-text.js';

/** 补考科目: several of the item's subjects, for results from elsewhere (manual ch. 6). */
@Component({
  selector: 'app-subject-choice',
  imports: [DomainTextPipe],
  template: `
    <fieldset [attr.aria-describedby]="fieldId() + '-error'">
      <legend>{{ 'field.' + fieldId() + '.label' | domainText }}</legend>
      <p class="kp-muted">{{ 'field.' + fieldId() + '.hint' | domainText }}</p>
      @for (choice of choices(); track choice.code) {
        <label>
          <input
            #box
            type="checkbox"
            [checked]="choice.chosen"
            (change)="choose(choice.code, box.checked)"
          />
          {{ choice.name }}
        </label>
      }
    </fieldset>
  `,
  styles: `
    legend {
      font-weight: 600;
    }

    p {
      margin: 0 0 4px;
    }

    label {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 44px;
      cursor: pointer;
    }

    input {
      inline-size: 22px;
      block-size: 22px;
      accent-color: var(--mat-sys-primary);
    }
  `,
  host: { '[id]': "'answer-' + fieldId()" },
})
export class SubjectChoice implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly fieldId = input.required<string>();
  readonly subjects = input.required<readonly NamedSubject[]>();

  private readonly words = inject(AnswerWords);
  private readonly first = viewChild<ElementRef<HTMLInputElement>>('box');

  protected readonly choices = computed(() =>
    this.subjects().map((subject) => ({
      code: subject.code,
      name: this.words.subject(subject),
      chosen: this.value().includes(subject.code),
    })),
  );

  focus(options?: FocusOptions): void {
    this.first()?.nativeElement.focus(options);
  }

  /** Kept in the order of the catalogue, so that the same choice is always the same answer. */
  protected choose(code: string, isChosen: boolean): void {
    const chosen = new Set(this.value());
    if (isChosen) {
      chosen.add(code);
    } else {
      chosen.delete(code);
    }
    this.value.set(this.subjects().flatMap((one) => (chosen.has(one.code) ? [one.code] : [])));
  }
}
