import { computed, inject, Injectable, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import {
  type ReviewPageQuery,
  SetVerdictsDocument,
  type SetVerdictsMutation,
  type TargetKind,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands, type Outcome } from '../../core/commands/commands.js';
import { ReturnReasons } from './return-reasons.js';

/** One case as the desk reads it. */
export type ReviewedCase = ReviewPageQuery['application'];

/** A field or file of a case. */
export interface Target {
  readonly targetKind: TargetKind;
  readonly target: string;
}

/** What the reviewer says about one field or file. */
export interface DraftVerdict extends Target {
  readonly ok: boolean;
  readonly reasonCode: string | null;
  readonly note: string;
}

/** A verdict with the content it was given on. */
interface GivenVerdict extends DraftVerdict {
  readonly seen: string;
}

/** What is wrong with a verdict, in words. */
export interface VerdictProblem extends Target {
  readonly message: string;
}

type Saved = Extract<SetVerdictsMutation['setVerdicts'], { __typename: 'Application' }>;

const keyOf = ({ targetKind, target }: Target): string => `${targetKind}|${target}`;

const isSame = (one: Target) => (other: Target) => keyOf(one) === keyOf(other);

/**
 * Verdicts given on this page and not saved yet, over those the server already has. Each is bound to the
 * content that was on the screen: when that changes, the verdict is dropped and the reviewer is told.
 */
@Injectable()
export class VerdictDraft {
  private readonly given = signal<ReadonlyMap<string, GivenVerdict>>(new Map());
  private readonly apollo = inject(Apollo);
  private readonly reasons = inject(ReturnReasons);
  private readonly texts = inject(TranslocoService);
  private readonly commands = new Commands();

  readonly saving = this.commands.busy.asReadonly();
  readonly changed = computed(() => this.given().size > 0);
  /** Targets whose verdict was dropped, because they changed after it was given. */
  readonly dropped = signal<readonly Target[]>([]);
  /** Why the last attempt to save was refused, on the targets it is about. */
  readonly problems = signal<readonly VerdictProblem[]>([]);

  /** The verdict that counts now: the one just given, else the server's while it is not stale. */
  of(one: Pick<ReviewedCase, 'verdicts'>, target: Target): DraftVerdict | undefined {
    const given = this.given().get(keyOf(target));
    if (given) return given;
    const stored = one.verdicts.find(isSame(target));
    if (!stored || stored.stale) return undefined;
    const { targetKind, ok, reasonCode, note } = stored;
    return { targetKind, target: stored.target, ok, reasonCode, note: note ?? '' };
  }

  /** The words that belong beside a target: why its verdict was refused or dropped. */
  problemOf(target: Target): string | undefined {
    const refused = this.problems().find(isSame(target));
    if (refused) return refused.message;
    return this.dropped().some(isSame(target))
      ? this.texts.translate('staff.review.dropped')
      : undefined;
  }

  give(one: ReviewedCase, verdict: DraftVerdict): void {
    const seen = one.reviewTargets.find(isSame(verdict))?.seen;
    if (seen === undefined) return;
    this.given.update((given) => new Map(given).set(keyOf(verdict), { ...verdict, seen }));
    this.forget(verdict);
  }

  /** Says "right" about everything nobody has judged. */
  allRight(one: ReviewedCase): void {
    for (const { targetKind, target, due } of one.reviewTargets) {
      if (due && !this.of(one, { targetKind, target })) {
        this.give(one, { targetKind, target, ok: true, reasonCode: null, note: '' });
      }
    }
  }

  hasFix(one: ReviewedCase | undefined): boolean {
    return one?.reviewTargets.some((target) => this.of(one, target)?.ok === false) ?? false;
  }

  /** Keeps what still fits the case as it is now. */
  keepFitting({ reviewTargets }: ReviewedCase): void {
    const outdated = [...this.given().values()].filter(
      (verdict) => reviewTargets.find(isSame(verdict))?.seen !== verdict.seen,
    );
    if (outdated.length === 0) return;
    const kept = [...this.given()].filter(([, verdict]) => !outdated.includes(verdict));
    this.given.set(new Map(kept));
    this.dropped.update((dropped) => [...dropped, ...outdated]);
  }

  clear(): void {
    this.given.set(new Map());
    this.dropped.set([]);
    this.problems.set([]);
  }

  /** Whether all objections say what they must; what is missing stands in `problems`. */
  isWhole(): boolean {
    const problems = [...this.given().values()].flatMap((verdict) => this.incomplete(verdict));
    this.problems.set(problems);
    return problems.length === 0;
  }

  /** What was given stays on a refusal; what it is about stands in `problems`. */
  async save({ id, version }: Pick<ReviewedCase, 'id' | 'version'>): Promise<Outcome<Saved>> {
    const given = [...this.given().values()];
    const verdicts = given.map(({ targetKind, target, seen, ok, reasonCode, note }) => ({
      targetKind,
      target,
      seen,
      ok,
      reasonCode,
      note: note.trim() === '' ? null : note,
    }));
    const intent = JSON.stringify({ id, version, verdicts });
    const outcome = await this.commands.run(intent, 'Application', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: SetVerdictsDocument,
          variables: { input: { applicationId: id, version, idempotencyKey, verdicts } },
        }),
      );
      return data?.setVerdicts;
    });
    if (outcome.kind === 'done') this.clear();
    if (outcome.kind === 'refused') {
      const about = outcome.refusal.problems ?? [];
      this.problems.set(
        about.flatMap(({ path, message }) => {
          const verdict = given.find(({ target }) => target === path);
          return verdict ? [{ ...verdict, message }] : [];
        }),
      );
    }
    return outcome;
  }

  private incomplete(verdict: GivenVerdict): VerdictProblem[] {
    const { ok, reasonCode, note } = verdict;
    if (ok) return [];
    const say = (key: string): VerdictProblem[] => [
      { ...verdict, message: this.texts.translate(key) },
    ];
    if (reasonCode === null) return say('staff.review.reasonMissing');
    const needsNote = this.reasons.needsNote(reasonCode) && note.trim() === '';
    return needsNote ? say('staff.review.noteMissing') : [];
  }

  private forget(target: Target): void {
    const isOther = (one: Target): boolean => !isSame(target)(one);
    this.dropped.update((dropped) => dropped.filter(isOther));
    this.problems.update((problems) => problems.filter(isOther));
  }
}
