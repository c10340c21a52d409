import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TargetKind } from '@kaopu/graphql';

import { ReturnReasons } from './return-reasons.js';
import {
  type DraftVerdict,
  type ReviewedCase,
  type Target,
  VerdictDraft,
} from './verdict-draft.js';

/** The id of the verdict on a target, where an error summary leads to. */
export const verdictId = ({ targetKind, target }: Target): string =>
  `verdict-${targetKind}-${target}`;

/** 合格 / 退回 for one target, with the reason when it goes back. Nothing is chosen beforehand. */
@Component({
  selector: 'app-verdict-buttons',
  imports: [TranslocoPipe],
  templateUrl: './verdict-buttons.html',
  styles: `
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }

    label {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      min-block-size: 32px;
    }

    select,
    input[type='text'] {
      max-inline-size: 100%;
      min-block-size: 32px;
    }

    p {
      flex-basis: 100%;
      margin: 0;
    }
  `,
})
export class VerdictButtons {
  readonly case = input.required<ReviewedCase>();
  readonly kind = input.required<TargetKind>();
  readonly target = input.required<string>();
  /** What the target is called, for those who hear the page. */
  readonly label = input.required<string>();

  protected readonly reasons = inject(ReturnReasons);
  private readonly draft = inject(VerdictDraft);
  protected readonly about = computed<Target>(() => ({
    targetKind: this.kind(),
    target: this.target(),
  }));
  protected readonly name = computed(() => verdictId(this.about()));
  protected readonly verdict = computed(() => this.draft.of(this.case(), this.about()));
  protected readonly objection = computed(() => {
    const verdict = this.verdict();
    return verdict?.ok === false ? verdict : undefined;
  });
  protected readonly noteNeeded = computed(() =>
    this.reasons.needsNote(this.objection()?.reasonCode ?? null),
  );
  protected readonly problem = computed(() => this.draft.problemOf(this.about()));

  protected right(): void {
    this.draft.give(this.case(), { ...this.about(), ok: true, reasonCode: null, note: '' });
  }

  protected wrong(part: Partial<Pick<DraftVerdict, 'reasonCode' | 'note'>>): void {
    const { reasonCode = null, note = '' } = this.objection() ?? {};
    this.draft.give(this.case(), { ...this.about(), ok: false, reasonCode, note, ...part });
  }
}
