import {
  computed,
  effect,
  inject,
  linkedSignal,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { Apollo } from 'apollo-angular';

import { Clock } from '../../../core/clock.js';
import { refusalWords } from '../../../core/requests/refusal.js';
import { Interruption } from '../../../core/session/interruption.js';
import { Autosave, type SaveOutcome } from './autosave.js';
import { saveAnswers } from './save-answers.js';
import { changedAnswers, type SectionProblem } from './section-model.js';

export type Answers = Readonly<Record<string, unknown>>;

/**
 * Keeps what is typed in a section on the server: which answers it has, which of them differ, which it
 * refused. Made in an injection context.
 */
export class SectionSaving {
  private readonly apollo = inject(Apollo);
  private readonly clock = inject(Clock);
  private readonly interruption = inject(Interruption);
  /** Whose answers these are: nobody else may save them. */
  private readonly ownerId = this.interruption.personId;

  readonly autosave = new Autosave<Answers>((change, key) => this.save(change, key));
  readonly savedAt = signal<Date | undefined>(undefined);
  readonly refusal = signal<string | undefined>(undefined);

  private readonly stored = signal<Answers | undefined>(undefined);
  /** What differs from the server's answers and may be sent. */
  private change: Signal<Answers | undefined> = signal(undefined);
  private readonly version = linkedSignal(() => this.readVersion());
  private readonly currentVersion = signal(0);
  /** Problems the server found, and the values it found them in: they go when the value changes. */
  private readonly refused = signal<{ answers: Answers; problems: readonly SectionProblem[] }>({
    answers: {},
    problems: [],
  });

  constructor(
    private readonly applicationId: Signal<string>,
    private readonly readVersion: Signal<number>,
  ) {}

  readonly hasBegun = computed(() => this.stored() !== undefined);

  /** From now on these are the server's answers. */
  begin(answers: Answers): void {
    this.stored.set(answers);
  }

  /** Sends what differs from the server's answers, but nothing that is wrong, unless it was emptied. */
  follow(typed: Signal<Answers>, problems: Signal<readonly SectionProblem[]>): void {
    this.change = computed(() => {
      const stored = this.stored();
      const wrong = new Set(problems().map(({ fieldId }) => fieldId));
      const sendable = Object.entries(typed()).filter(
        ([id, value]) => value === null || !wrong.has(id),
      );
      return stored && changedAnswers(stored, Object.fromEntries(sendable));
    });
    effect((onCleanup) => {
      this.takeUp();
      onCleanup(() => {
        this.autosave.stop();
      });
    });
  }

  /** Sends at once what differs; true when the server has everything. */
  async flush(): Promise<boolean> {
    this.takeUp();
    if (!(await this.autosave.flush())) {
      return false;
    }
    // What was on its way may have been typed over meanwhile.
    this.takeUp();
    return this.autosave.flush();
  }

  /** Effects run with the next drawing; Enter right after a letter comes before it. */
  private takeUp(): void {
    const change = this.change();
    untracked(() => {
      if (change === undefined) {
        return;
      }
      if (Object.keys(change).length === 0) {
        this.autosave.clear();
      } else {
        this.autosave.change(change);
      }
    });
  }

  /** What the server found wrong and is still typed. */
  stillRefused(typed: Answers): readonly SectionProblem[] {
    const { answers, problems } = this.refused();
    return problems.filter(({ fieldId }) => {
      const before = { [fieldId]: answers[fieldId] };
      return Object.keys(changedAnswers(before, { [fieldId]: typed[fieldId] })).length === 0;
    });
  }

  /** The reader's own words win over what was changed elsewhere. */
  async keepMine(): Promise<void> {
    this.version.set(this.currentVersion());
    this.autosave.resume();
    await this.flush();
  }

  /** What was changed elsewhere wins: nothing typed here is sent. */
  takeTheirs(version: number): void {
    this.autosave.clear();
    this.autosave.resume();
    this.version.set(version);
  }

  /** Before the page goes; true when nothing is left that could be saved. */
  async finish(): Promise<boolean> {
    if (this.isAbandoned() || (await this.flush()) || this.isAbandoned()) {
      this.autosave.stop();
      return true;
    }
    return false;
  }

  /** The person left when asked to sign in again, or somebody else signed in. */
  private isAbandoned(): boolean {
    return this.interruption.personId !== this.ownerId;
  }

  private async save(answers: Answers, idempotencyKey: string): Promise<SaveOutcome> {
    const result = await saveAnswers(this.apollo, {
      applicationId: this.applicationId(),
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
