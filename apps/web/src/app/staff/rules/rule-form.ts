import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { applyEach, form, FormField, FormRoot, submit, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import { PlanRuleChangeDocument } from '@kaopu/graphql';
import {
  Confirm,
  DateField,
  ErrorSummary,
  FailureNotice,
  FieldError,
  FormAttempt,
  provideFormAttempt,
} from '@kaopu/web-ui';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../core/clock.js';
import { doneNotice, type Notice } from '../../core/commands/notice.js';
import { ChoiceField } from '../../core/fields/choice-field.js';
import { TextField } from '../../core/fields/text-field.js';
import { Command } from '../../core/requests/command.js';
import { mutate } from '../../core/requests/mutate.js';
import { type FieldRefusal, Refusals } from '../../core/requests/refusal.js';
import { PageTitle } from '../../core/shell/page-title.js';
import { inputOf, numberOf, typedOf, valueOf } from './rule-input.js';
import { RuleWords } from './rule-words.js';

/** As long as the server takes it. */
const SOURCE_LENGTH = { min: 2, max: 200 } as const;

/** The next value of a rule: what, from when, and on whose authority; shown once more before it is planned. */
@Component({
  selector: 'app-rule-form',
  imports: [
    ChoiceField,
    DateField,
    ErrorSummary,
    FailureNotice,
    FieldError,
    FormField,
    FormRoot,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TextField,
    TranslocoPipe,
  ],
  templateUrl: './rule-form.html',
  styles: `
    legend {
      margin-block-end: 12px;
      font-weight: 600;
    }
  `,
  providers: [provideFormAttempt()],
})
export class RuleForm {
  readonly rule = input.required<string>();
  /** The value that holds now; the next one is typed over it. */
  readonly current = input.required<unknown>();
  readonly planned = output<Notice>();

  private readonly apollo = inject(Apollo);
  private readonly clock = inject(Clock);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly words = inject(RuleWords);
  protected readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);
  protected readonly command = new Command();
  protected readonly refusals = new Refusals(this.attempt);

  protected readonly kind = computed(() => inputOf(this.rule(), this.current()));
  protected readonly choices = computed(() => {
    const kind = this.kind();
    const codes = kind.kind === 'choice' ? kind.codes : [];
    return codes.map((code) => {
      const value = valueOf({ whole: code, parts: {} }, kind);
      return { code, text: this.words.value(this.rule(), value) };
    });
  });

  private readonly model = linkedSignal(() => ({
    ...typedOf(this.current(), this.kind()),
    validFrom: '',
    source: '',
  }));
  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.whole, ({ value }) => {
        const input = this.kind();
        return input.kind !== 'numbers' &&
          valueOf({ whole: value(), parts: {} }, input) === undefined
          ? { kind: 'unreadable', message: `staff.rules.wrong.${input.kind}` }
          : undefined;
      });
      applyEach(path.parts, (part) => {
        validate(part, ({ value }) =>
          numberOf(value()) === undefined
            ? { kind: 'unreadable', message: 'staff.rules.wrong.number' }
            : undefined,
        );
      });
      validate(path.validFrom, ({ value }) => {
        if (value() === '') {
          return { kind: 'required', message: 'staff.rules.wrong.dateMissing' };
        }
        return value() <= shanghaiDate(this.clock.now())
          ? { kind: 'early', message: 'staff.rules.wrong.early' }
          : undefined;
      });
      validate(path.source, ({ value }) => {
        const { length } = value().trim();
        return length < SOURCE_LENGTH.min || length > SOURCE_LENGTH.max
          ? { kind: 'length', message: 'staff.rules.wrong.source' }
          : undefined;
      });
    },
    { submission: this.attempt.submission(() => this.plan()) },
  );

  /** A box for each number, where there are several. */
  protected readonly parts = computed(() => {
    const kind = this.kind();
    return (kind.kind === 'numbers' ? kind.parts : []).flatMap((name) => {
      const field = this.form.parts[name];
      return field ? [{ name, label: this.words.part(name), field }] : [];
    });
  });

  protected again(): void {
    void submit(this.form);
  }

  private async plan(): Promise<FieldRefusal[] | undefined> {
    if (!this.refusals.begins(this.form)) {
      return undefined;
    }
    const code = this.rule();
    const { validFrom, source, ...typed } = this.model();
    const change = { code, value: valueOf(typed, this.kind()), validFrom, source: source.trim() };
    const isSure = await this.confirm.ask({
      title: this.texts.translate('staff.rules.planTitle', { date: validFrom }),
      text: this.texts.translate('staff.rules.planText', {
        name: this.words.name(code),
        before: this.words.value(code, this.current()),
        after: this.words.value(code, change.value),
      }),
      confirm: this.texts.translate('staff.rules.plan'),
    });
    if (!isSure) {
      return undefined;
    }
    const answer = await this.command.run(
      (idempotencyKey) =>
        mutate(this.apollo, PlanRuleChangeDocument, { input: { ...change, idempotencyKey } }),
      JSON.stringify(change),
    );
    if (!answer) {
      return undefined;
    }
    const result = answer.planRuleChange;
    if (result.__typename !== 'RuleParameter') {
      return this.refusals.show(result, {
        value: this.parts()[0]?.field ?? this.form.whole,
        validFrom: this.form.validFrom,
        source: this.form.source,
      });
    }
    this.attempt.reset();
    this.model.update((model) => ({ ...model, validFrom: '', source: '' }));
    this.planned.emit(doneNotice('staff.rules.planned', { date: validFrom }));
    return undefined;
  }
}
