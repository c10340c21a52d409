import { inject, Injectable, signal } from '@angular/core';
import { ReturnReasonsDocument, type ReturnReasonsQuery } from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type Failure, failureOf } from '../../core/failure/failure.js';
import { LanguageChoice } from '../../core/i18n/language-choice.js';
import type { Target } from './verdict-draft.js';

type Reason = ReturnReasonsQuery['returnReasons'][number];

/** A reason to choose, in the language of the page. */
export interface ReasonChoice {
  readonly code: string;
  readonly text: string;
}

/** The catalogue's reasons for sending a case back. */
@Injectable()
export class ReturnReasons {
  private readonly apollo = inject(Apollo);
  private readonly language = inject(LanguageChoice);
  private readonly all = signal<readonly Reason[]>([]);

  readonly failure = signal<Failure | undefined>(undefined);

  /** For those who judge; other roles may not read the catalogue. */
  async load(): Promise<void> {
    this.failure.set(undefined);
    try {
      const { data } = await firstValueFrom(this.apollo.query({ query: ReturnReasonsDocument }));
      this.all.set(data?.returnReasons ?? []);
    } catch (error) {
      this.failure.set(failureOf(error));
    }
  }

  /** Reasons that fit a target and that the candidate can answer: a return asks for a correction. */
  for({ targetKind, target }: Target): readonly ReasonChoice[] {
    const isEnglish = this.language.current() === 'en';
    return this.all()
      .filter((reason) => reason.correctable && reason.targetKind === targetKind)
      .filter((reason) => reason.target === '*' || reason.target === target)
      .map(({ code, textZh, textEn }) => ({ code, text: isEnglish ? textEn : textZh }));
  }

  needsNote(code: string | null): boolean {
    return this.all().some((reason) => reason.code === code && reason.needsNote);
  }
}
