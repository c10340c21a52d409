import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DateField, FieldError, FormAttempt } from '@kaopu/web-ui';

import { ChoiceField } from '../fields/choice-field.js';
import { TextField } from '../fields/text-field.js';
import { DomainTextPipe } from '../i18n/domain-text.js';
import { type MajorAnswer, majorToSave } from './major-answer.js';
import { type Major, MajorSearch } from './major-search.js';

interface EducationFieldTrees {
  readonly education: FieldTree<string>;
  readonly degree: FieldTree<string>;
  readonly school: FieldTree<string>;
  readonly graduationDate: FieldTree<string>;
  readonly majorType: FieldTree<string>;
  readonly major: FieldTree<string>;
  readonly notListed: FieldTree<boolean>;
  readonly chosen: FieldTree<MajorAnswer['chosen']>;
  readonly title: FieldTree<string>;
  readonly workYears: FieldTree<string>;
}

/** 学历和专业, the major by search over new and old names (manual chapters 1 and 4); rules in `educationRules`. */
@Component({
  selector: 'app-education-fields',
  imports: [
    ChoiceField,
    DateField,
    DomainTextPipe,
    FieldError,
    FormField,
    MajorSearch,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './education-fields.html',
  styleUrl: './education-fields.scss',
})
export class EducationFields {
  readonly fields = input.required<EducationFieldTrees>();

  protected readonly attempt = inject(FormAttempt);

  private readonly answer = computed<MajorAnswer>(() => {
    const { majorType, major, notListed, chosen } = this.fields();
    return {
      majorType: majorType().value(),
      major: major().value(),
      notListed: notListed().value(),
      chosen: chosen().value(),
    };
  });
  protected readonly isStem = computed(() => this.answer().majorType === 'STEM');
  protected readonly searches = computed(() => this.isStem() && !this.answer().notListed);
  /** The catalogue entry that still stands behind the typed name. */
  protected readonly entry = computed(() => {
    const { majorCatalogue, majorCode } = majorToSave(this.answer());
    return majorCode === '' ? undefined : { year: majorCatalogue, code: majorCode };
  });

  protected choose({ name, catalogue, code }: Major): void {
    const { major, chosen } = this.fields();
    major().value.set(name);
    chosen().value.set({ name, catalogue, code });
    major().focusBoundControl();
  }
}
