import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type ApplicationDetailFragment,
  ReturnReasonsDocument,
  type ReturnReasonsQuery,
  SetVerdictsDocument,
  type TargetKind,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { failureOf } from '../../core/failure/failure.js';
import { newIdempotencyKey } from '../../core/idempotency-key.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import { refusalText } from '../cases/case-actions.js';

/** What the reviewer says about one field or file. */
export interface DraftVerdict {
  readonly targetKind: TargetKind;
  readonly target: string;
  readonly ok: boolean;
  readonly reasonCode: string | null;
  readonly note: string;
}

type Reason = ReturnReasonsQuery['returnReasons'][number];

const keyOf = (targetKind: TargetKind, target: string): string => `${targetKind}|${target}`;

/** Verdicts given on this page and not saved yet, over those the server already has. */
@Injectable()
export class VerdictDraft {
  private readonly given = signal<ReadonlyMap<string, DraftVerdict>>(new Map());
  private readonly apollo = inject(Apollo);
  private readonly language = inject(LanguageChoice);
  private readonly reasons = signal<readonly Reason[]>([]);
  private key = newIdempotencyKey();

  readonly saving = signal(false);
  readonly changed = computed(() => this.given().size > 0);

  constructor() {
    void this.loadReasons();
  }

  /** The verdict that counts now: the one just given, else the server's while it is not stale. */
  of(
    one: Pick<ApplicationDetailFragment, 'verdicts'>,
    targetKind: TargetKind,
    target: string,
  ): DraftVerdict | undefined {
    const given = this.given().get(keyOf(targetKind, target));
    if (given) return given;
    const stored = one.verdicts.find(
      (verdict) => verdict.targetKind === targetKind && verdict.target === target,
    );
    return stored && !stored.stale
      ? {
          targetKind,
          target,
          ok: stored.ok,
          reasonCode: stored.reasonCode,
          note: stored.note ?? '',
        }
      : undefined;
  }

  give(verdict: DraftVerdict): void {
    this.given.update((given) =>
      new Map(given).set(keyOf(verdict.targetKind, verdict.target), verdict),
    );
    this.key = newIdempotencyKey();
  }

  /** Says "right" about everything nobody has judged. */
  allRight(one: ApplicationDetailFragment): void {
    for (const { targetKind, target } of targetsOf(one)) {
      if (!this.of(one, targetKind, target)) {
        this.give({ targetKind, target, ok: true, reasonCode: null, note: '' });
      }
    }
  }

  hasFix(one: ApplicationDetailFragment | undefined): boolean {
    return (
      one !== undefined &&
      targetsOf(one).some(
        ({ targetKind, target }) => this.of(one, targetKind, target)?.ok === false,
      )
    );
  }

  clear(): void {
    this.given.set(new Map());
  }

  /** Reasons that fit a target, in the language of the page. */
  reasonsFor(targetKind: TargetKind, target: string): { code: string; text: string }[] {
    const isEnglish = this.language.current() === 'en';
    return this.reasons()
      .filter(
        (reason) =>
          reason.targetKind === targetKind && (reason.target === '*' || reason.target === target),
      )
      .map(({ code, textZh, textEn }) => ({ code, text: isEnglish ? textEn : textZh }));
  }

  /** @returns null when saved, else why not. What was given stays on a refusal. */
  async save({
    id,
    version,
  }: Pick<ApplicationDetailFragment, 'id' | 'version'>): Promise<string | null> {
    this.saving.set(true);
    try {
      const verdicts = [...this.given().values()].map(({ note, ...verdict }) => ({
        ...verdict,
        note: note.trim() === '' ? null : note,
      }));
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: SetVerdictsDocument,
          variables: { input: { applicationId: id, version, idempotencyKey: this.key, verdicts } },
        }),
      );
      const result = data?.setVerdicts;
      if (result?.__typename === 'Application') {
        this.clear();
        return null;
      }
      return result ? refusalText(result) : '';
    } catch (error) {
      return failureOf(error).key;
    } finally {
      this.saving.set(false);
    }
  }

  private async loadReasons(): Promise<void> {
    const { data } = await firstValueFrom(this.apollo.query({ query: ReturnReasonsDocument }));
    this.reasons.set(data?.returnReasons ?? []);
  }
}

/** Everything that wants a verdict: each answer given and each file handed in. */
export function targetsOf(
  one: ApplicationDetailFragment,
): { targetKind: TargetKind; target: string }[] {
  const answers = Object.entries(one.answers as Record<string, unknown>)
    .filter(([, value]) => value !== null && value !== '')
    .map(([target]) => ({ targetKind: 'FIELD' as const, target }));
  const files = one.slots
    .filter(({ attachment }) => attachment !== null)
    .map(({ requirement }) => ({ targetKind: 'SLOT' as const, target: requirement.slot }));
  return [...answers, ...files];
}
