import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, FormRoot, validateTree } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { hasText, isBlank, isSettled, shanghaiDate } from '@kaopu/domain';
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
import { Apollo } from 'apollo-angular';

import { AnswerWords } from '../../../core/answers/answer-words.js';
import { Clock } from '../../../core/clock.js';
import { DomainText } from '../../../core/i18n/domain-text.js';
import { Interruption } from '../../../core/session/interruption.js';
import { PageTitle } from '../../../core/shell/page-title.js';
import { refusalWords } from '../../../core/requests/refusal.js';
import { reading } from '../../../core/graphql/reading.js';
import { BackLink } from '../../words/back-link.js';
import { askedAnswerFields, declarationOf, recordOf } from '../application-data.js';
import { AnswerField } from './answer-field.js';
import { itemKey } from './beside.js';
import { ChangeRow } from './change-row.js';
import { Autosave, type SaveOutcome } from './autosave.js';
import { HeldItemRows } from './held-item-rows.js';
import { CertificateNotes } from './register-notes.js';
import { saveAnswers } from './save-answers.js';
import { SaveNote } from './save-note.js';
import {
  answersOf,
  changedAnswers,
  modelOf,
  problemsOf,
  type SectionModel,
  type SectionProblem,
} from './section-model.js';
import { SectionBoxes } from './section-boxes.js';
import { SettledAnswers } from './settled-answers.js';
import { SubjectChoice } from './subject-choice.js';
import { WorkRows } from './work-rows.js';

type Answers = Readonly<Record<string, unknown>>;

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
  private readonly interruption = inject(Interruption);
  /** Whose answers these are: nobody else may save them. */
  private readonly ownerId = this.interruption.personId;
  private readonly clock = inject(Clock);
  private readonly words = inject(DomainText);
  private readonly answerWords = inject(AnswerWords);
  private readonly sectionBoxes = inject(SectionBoxes);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly apollo = inject(Apollo);
  private readonly attempt = inject(FormAttempt);
  protected readonly pageTitle = inject(PageTitle);

  protected readonly page = reading(ApplicationPageDocument, () => ({ id: this.id() }));
  protected readonly application = computed(() => this.page.data()?.application);
  private readonly declaration = computed(() => declarationOf(this.application()?.type ?? ''));

  protected readonly title = computed(() => {
    const key = `section.${this.section()}`;
    return hasText(key) ? this.words.of(key) : this.section();
  });

  protected readonly fields = computed(() => {
    const declaration = this.declaration();
    const application = this.application();
    if (!declaration || !application) {
      return [];
    }
    const own = declaration.sections.find(({ id }) => id === this.section())?.fields ?? [];
    const asked = askedAnswerFields(declaration, application.slots);
    return own.flatMap((fieldId) => asked.find(({ id }) => id === fieldId) ?? []);
  });
  /** After a return only the refused answers are open. */
  protected readonly open = computed(() =>
    this.fields().filter(({ id }) => this.application()?.writableFields.includes(id)),
  );
  /** What our own records say; nobody types it. */
  protected readonly settled = computed(() => {
    const answers = recordOf(this.application()?.answers);
    return this.fields().filter(
      (field) => isSettled(field, answers) && !isBlank(answers[field.id]),
    );
  });
  /** The boxes to fill in; those of a change stand beside what the certificate says. */
  protected readonly boxes = computed(() =>
    this.sectionBoxes.of(this.open(), this.application()?.certificateRequest),
  );
  /** Whether values of a certificate are changed here. */
  protected readonly changes = computed(() =>
    this.boxes().some(({ current }) => current !== undefined),
  );
  protected readonly remarks = computed(() =>
    (this.application()?.verdicts ?? []).filter(
      ({ targetKind, target, ok }) =>
        targetKind === 'FIELD' && !ok && this.fields().some(({ id }) => id === target),
    ),
  );

  private readonly stored = signal<Answers | undefined>(undefined);
  private readonly version = linkedSignal(() => this.application()?.version ?? 0);
  private readonly currentVersion = signal(0);
  protected readonly model = signal<SectionModel>({ texts: {}, rows: {}, choices: {} });

  /** Problems the server found, and the values it found them in: they go when the value changes. */
  private readonly refused = signal<{ answers: Answers; problems: readonly SectionProblem[] }>({
    answers: {},
    problems: [],
  });
  protected readonly refusal = signal<string | undefined>(undefined);
  protected readonly savedAt = signal<Date | undefined>(undefined);

  protected readonly autosave = new Autosave<Answers>((change, key) => this.save(change, key));

  private readonly typed = computed<Answers>(() => {
    const declaration = this.declaration();
    return declaration ? answersOf(declaration, this.open(), this.model()) : {};
  });
  private readonly problems = computed<readonly SectionProblem[]>(() => {
    const declaration = this.declaration();
    if (!declaration) {
      return [];
    }
    const { answers, problems } = this.refused();
    const still = problems.filter(({ fieldId }) => {
      const before = { [fieldId]: answers[fieldId] };
      return Object.keys(changedAnswers(before, { [fieldId]: this.typed()[fieldId] })).length === 0;
    });
    const today = shanghaiDate(this.clock.now());
    return [...problemsOf(declaration, this.open(), this.typed(), today), ...still];
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
      const open = this.open();
      const current = application !== undefined && !this.page.loading();
      if (current && open.length > 0 && untracked(this.stored) === undefined) {
        untracked(() => this.fill(recordOf(application.answers)));
      }
    });
    effect((onCleanup) => {
      const stored = this.stored();
      const wrong = new Set(this.problems().map(({ fieldId }) => fieldId));
      const typed = this.typed();
      if (stored) {
        const sendable = Object.entries(typed).filter(
          ([id, value]) => value === null || !wrong.has(id),
        );
        const change = changedAnswers(stored, Object.fromEntries(sendable));
        untracked(() => {
          if (Object.keys(change).length === 0) {
            this.autosave.clear();
          } else {
            this.autosave.change(change);
          }
        });
      }
      onCleanup(() => {
        this.autosave.stop();
      });
    });
  }

  /** Saves what is waiting before the page goes; asks when that is not possible. */
  async leave(): Promise<boolean> {
    if (this.isAbandoned() || (await this.autosave.flush()) || this.isAbandoned()) {
      this.autosave.stop();
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
    if (this.autosave.unsaved) {
      event.preventDefault();
    }
  }

  /** The reader's own words win over what was changed elsewhere. */
  protected async keepMine(): Promise<void> {
    this.version.set(this.currentVersion());
    this.autosave.resume();
    await this.autosave.flush();
  }

  protected async takeTheirs(): Promise<void> {
    await this.page.retry();
    const application = this.application();
    if (application) {
      this.autosave.clear();
      this.autosave.resume();
      this.version.set(application.version);
      this.fill(recordOf(application.answers));
    }
  }

  /** The person left when asked to sign in again, or somebody else signed in. */
  private isAbandoned(): boolean {
    return this.interruption.personId !== this.ownerId;
  }

  private async finish(): Promise<undefined> {
    if (await this.autosave.flush()) {
      const back = this.from() === 'check' ? ['check'] : [];
      await this.router.navigate(['/applications', this.id(), ...back]);
    } else {
      this.attempt.failed();
    }
    return undefined;
  }

  private fill(answers: Answers): void {
    this.stored.set(answers);
    const items = this.application()?.certificateRequest?.holder.items ?? [];
    const codes = items.map(({ itemCode }) => itemCode);
    this.model.set(modelOf(this.open(), answers, codes));
    this.attempt.reset();
  }

  private async save(answers: Answers, idempotencyKey: string): Promise<SaveOutcome> {
    const result = await saveAnswers(this.apollo, {
      applicationId: this.id(),
      version: this.version(),
      idempotencyKey,
      answers,
    });
    this.refusal.set(undefined);
    if (!('code' in result)) {
      this.version.set(result.version);
      this.stored.update((before) => ({ ...before, ...answers }));
      this.savedAt.set(this.clock.now());
      return 'saved';
    }
    if ('currentVersion' in result) {
      this.currentVersion.set(result.currentVersion);
      return 'conflict';
    }
    if ('problems' in result) {
      const problems = result.problems.map(({ path, message }) => ({
        fieldId: path.split('.').at(-1) ?? path,
        key: message,
        params: {},
      }));
      this.refused.set({ answers, problems });
    } else {
      this.refusal.set(refusalWords(result));
    }
    return 'refused';
  }
}
