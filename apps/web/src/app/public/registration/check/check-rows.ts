import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { carriesBirthDate, checkIdNumber, type LocalDate } from '@kaopu/domain';
import type { SummaryRow } from '@kaopu/web-ui';

import { DomainText } from '../../../core/i18n/domain-text.js';
import { type AnswerKey, type Answers, isIdType } from '../answers.js';
import type { Step } from '../steps.js';

/** What stands in the list besides the answers themselves. */
export interface Known {
  readonly answers: Answers;
  readonly today: LocalDate;
  readonly phone: string | undefined;
  readonly division: string;
  readonly hasPassword: boolean;
}

export interface Group {
  readonly step: Step;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

const DICTIONARY_FIELDS: ReadonlySet<AnswerKey> = new Set([
  'idType',
  'sex',
  'employerType',
  'education',
  'degree',
  'majorType',
  'title',
]);

/** The answers to check, group by group, in the words of the page's language. */
@Service({ autoProvided: false })
export class CheckRows {
  private readonly words = inject(DomainText);
  private readonly transloco = inject(TranslocoService);

  groupsOf(known: Known): readonly Group[] {
    return [
      this.group('identity', [
        ...this.answered('identity', known.answers, ['idType', 'idNumber']),
        ...this.country(known),
        ...this.answered('identity', known.answers, ['name']),
        ...this.birth(known),
      ]),
      this.group('contact', [
        this.row('contact', 'phone', this.words.of('field.phone.label'), known.phone ?? ''),
        this.password(known),
        ...this.answered('contact', known.answers, ['email', 'employer', 'employerType']),
        this.row(
          'contact',
          'division',
          this.transloco.translate('person.division'),
          known.division,
        ),
        ...this.answered('contact', known.answers, [
          'employerAddress',
          'postalAddress',
          'postcode',
        ]),
      ]),
      this.group(
        'education',
        this.answered('education', known.answers, [
          'education',
          'degree',
          'school',
          'graduationDate',
          'majorType',
          'major',
          'title',
          'workYears',
        ]),
      ),
    ];
  }

  private group(step: Step, rows: readonly SummaryRow[]): Group {
    return { step, title: this.transloco.translate(`public.register.${step}.title`), rows };
  }

  private answered(step: Step, answers: Answers, fields: readonly AnswerKey[]): SummaryRow[] {
    return fields.map((field) => {
      const value = answers[field];
      const shown =
        DICTIONARY_FIELDS.has(field) && value !== ''
          ? this.words.of(`dict.${field}.${value}`)
          : value;
      return this.row(step, field, this.words.of(`field.${field}.label`), shown);
    });
  }

  private row(step: Step, id: string, label: string, value: string): SummaryRow {
    return {
      id,
      label,
      value: value === '' ? [] : value,
      link: `/register/${step}`,
      linkQuery: { from: 'check' },
    };
  }

  private country({ answers }: Known): SummaryRow[] {
    return answers.idCountry === ''
      ? []
      : [this.row('identity', 'idCountry', this.own('country'), answers.idCountry)];
  }

  /** Read from the number, or as typed. */
  private birth({ answers, today }: Known): SummaryRow[] {
    const { idType, idNumber, idCountry, birthDate, sex } = answers;
    if (!isIdType(idType) || !carriesBirthDate(idType, idNumber)) {
      return this.answered('identity', { ...answers, birthDate, sex }, ['birthDate', 'sex']);
    }
    const check = checkIdNumber(idType, idNumber, today, idCountry);
    const derived = check.ok ? { birthDate: check.birthDate ?? '', sex: check.sex ?? '' } : {};
    return this.answered('identity', { ...answers, ...derived }, ['birthDate', 'sex']).map(
      ({ id, label, value }) => ({ id, label, value }),
    );
  }

  /** Never shown; after a reload it must be typed again, because it is kept in memory only. */
  private password({ hasPassword }: Known): SummaryRow {
    const label = this.transloco.translate('app.password.label');
    const row = this.row('contact', 'password', label, hasPassword ? '••••••••' : '');
    return hasPassword ? row : { ...row, value: this.own('passwordAgain'), tone: 'missing' };
  }

  private own(key: string): string {
    return this.transloco.translate(`public.register.check.${key}`);
  }
}
