import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField, FormRoot, validateTree } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { hasText, shanghaiDate } from '@kaopu/domain';
import { ApplicationPageDocument } from '@kaopu/graphql';
import {
  Banner,
  Confirm,
  DataState,
  ErrorSummary,
  FieldError,
  provideFormAttempt,
  FormAttempt,
} from '@kaopu/web-ui';

import { AnswerWords } from '../../../core/answers/answer-words.js';
import { Clock } from '../../../core/clock.js';
import { DomainText } from '../../../core/i18n/domain-text.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { reading } from '../../../core/graphql/reading.js';
import { BackLink } from '../../words/back-link.js';
import { recordOf } from '../application-data.js';
import { AnswerField } from './answer-field.js';
import { itemKey } from './beside.js';
import { ChangeRow } from './change-row.js';
import { HeldItemRows } from './held-item-rows.js';
import { CertificateNotes } from './register-notes.js';
import { SaveNote } from './save-note.js';
import { SectionFields } from './section-fields.js';
import {
  answersOf,
  modelOf,
  problemsOf,
  type SectionModel,
  type SectionProblem,
} from './section-model.js';
import { type Answers, SectionSaving } from './section-saving.js';
import { SettledAnswers } from './settled-answers.js';
import { SubjectChoice } from './subject-choice.js';
import { WorkRows } from './work-rows.js';

/** One task's form, generated from the declaration, saved while it is filled in (experience.md §2.0). */
@Component({
  selector: 'app-section-page',
  imports: [
    BackLink,
    AnswerField,
    Banner,
    CertificateNotes,
    ChangeRow,
    DataState,
    ErrorSummary,
    FieldError,
    FormField,
    FormRoot,
    HeldItemRows,
    MatButtonModule,
    RouterLink,
    SaveNote,
    SettledAnswers,
    SubjectChoice,
    TranslocoPipe,
    WorkRows,
  ],
  templateUrl: './section-page.html',
  providers: [provideFormAttempt()],
  host: { class: 'kp-page', '(window:beforeunload)': 'beforeUnload($event)' },
})
export class SectionPage {
  readonly id = input.required<string>();
  readonly section = input.required<string>();
  /** `check` when the reader came from the answers to check and goes back there. */
  readonly from = input<string>();

  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly words = inject(DomainText);
  private readonly answerWords = inject(AnswerWords);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  protected readonly fields = new SectionFields(this.application, this.section);
  protected readonly saving = new SectionSaving(
    this.id,
    computed(() => this.application()?.version ?? 0),
  );

  protected readonly title = computed(() => {
    const key = `section.${this.section()}`;
    return hasText(key) ? this.words.of(key) : this.section();
  });

  protected readonly model = signal<SectionModel>({ texts: {}, rows: {}, choices: {} });
  private readonly typed = computed<Answers>(() => {
    const declaration = this.fields.declaration();
    return declaration ? answersOf(declaration, this.fields.open(), this.model()) : {};
  });
  private readonly problems = computed<readonly SectionProblem[]>(() => {
    const declaration = this.fields.declaration();
    if (!declaration) {
      return [];
    }
    const typed = this.typed();
    const today = shanghaiDate(this.clock.now());
    return [
      ...problemsOf(declaration, this.fields.open(), typed, today),
      ...this.saving.stillRefused(typed),
    ];
  });

  protected readonly form = form(
    this.model,
    (path) => {
      validateTree(path, ({ fieldTree }) =>
        this.problems().flatMap(({ fieldId, key: problemKey, params }) => {
          const [key = fieldId] = Object.keys(this.model().texts).filter(
            (one) => one === fieldId || one.startsWith(itemKey(fieldId, '')),
          );
          const target =
            fieldTree.texts[key] ?? fieldTree.rows[fieldId] ?? fieldTree.choices[fieldId];
          const problem = hasText(problemKey) ? this.words.of(problemKey, params) : problemKey;
          const label = this.answerWords.label(fieldId);
          const message = this.transloco.translate('candidate.section.problem', { label, problem });
          return target ? [{ kind: 'answer', message, fieldTree: target }] : [];
        }),
      );
    },
    { submission: this.attempt.submission(() => this.finish()) },
  );

  constructor() {
    effect(() => {
      const application = this.application();
      const open = this.fields.open();
      const current = application !== undefined && !this.page.loading();
      if (current && open.length > 0 && !untracked(this.saving.hasBegun)) {
        untracked(() => this.fill(recordOf(application.answers)));
      }
    });
    this.saving.follow(this.typed, this.problems);
  }

  /** Saves what is waiting before the page goes; asks when that is not possible. */
  async leave(): Promise<boolean> {
    if (await this.saving.finish()) {
      return true;
    }
    return this.confirm.ask({
      title: this.transloco.translate('candidate.section.leave.title'),
      text: this.transloco.translate('candidate.section.leave.text'),
      confirm: this.transloco.translate('candidate.section.leave.confirm'),
      destructive: true,
    });
  }

  protected beforeUnload(event: BeforeUnloadEvent): void {
    if (this.saving.autosave.unsaved) {
      event.preventDefault();
    }
  }

  protected async takeTheirs(): Promise<void> {
    await this.page.retry();
    const application = this.application();
    if (application) {
      this.saving.takeTheirs(application.version);
      this.fill(recordOf(application.answers));
    }
  }

  private async finish(): Promise<undefined> {
    if (await this.saving.flush()) {
      const back = this.from() === 'check' ? ['check'] : [];
      await this.router.navigate(['/applications', this.id(), ...back]);
    } else {
      this.attempt.failed();
    }
    return undefined;
  }

  private fill(answers: Answers): void {
    this.saving.begin(answers);
    const items = this.application()?.certificateRequest?.holder.items ?? [];
    const codes = items.map(({ itemCode }) => itemCode);
    this.model.set(modelOf(this.fields.open(), answers, codes));
    this.attempt.reset();
  }
}
