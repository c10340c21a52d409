import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment, TargetKind } from '@kaopu/graphql';

import { VerdictDraft } from './verdict-draft.js';

/** 合格 / 退回 for one target, with the reason when it goes back. */
@Component({
  selector: 'app-verdict-buttons',
  imports: [TranslocoPipe],
  template: `
    <fieldset>
      <legend class="kp-visually-hidden">
        {{ 'staff.review.verdictOn' | transloco: { target: label() } }}
      </legend>
      <label
        ><input
          type="radio"
          [name]="name()"
          [checked]="verdict()?.ok === true"
          (change)="right()"
        />
        {{ 'staff.review.right' | transloco }}</label
      >
      <label
        ><input
          type="radio"
          [name]="name()"
          [checked]="verdict()?.ok === false"
          (change)="wrong(null)"
        />
        {{ 'staff.review.wrong' | transloco }}</label
      >
      @if (verdict(); as said) {
        @if (!said.ok) {
          <label>
            {{ 'staff.review.reason' | transloco }}
            <select #reason (change)="wrong(reason.value)">
              @for (one of draft.reasonsFor(kind(), target()); track one.code) {
                <option [value]="one.code" [selected]="one.code === said.reasonCode">
                  {{ one.text }}
                </option>
              }
            </select>
          </label>
          <label>
            {{ 'staff.review.note' | transloco }}
            <input
              #note
              type="text"
              maxlength="500"
              [value]="said.note"
              (change)="noted(note.value)"
            />
          </label>
        }
      }
    </fieldset>
  `,
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
  `,
})
export class VerdictButtons {
  readonly case = input.required<ApplicationDetailFragment>();
  readonly kind = input.required<TargetKind>();
  readonly target = input.required<string>();
  /** What the target is called, for those who hear the page. */
  readonly label = input.required<string>();

  protected readonly draft = inject(VerdictDraft);
  protected readonly name = computed(() => `verdict-${this.kind()}-${this.target()}`);
  protected readonly verdict = computed(() =>
    this.draft.of(this.case(), this.kind(), this.target()),
  );

  protected right(): void {
    this.draft.give({ ...this.about(), ok: true, reasonCode: null, note: '' });
  }

  protected wrong(reasonCode: string | null): void {
    const first = this.draft.reasonsFor(this.kind(), this.target())[0]?.code ?? null;
    this.draft.give({
      ...this.about(),
      ok: false,
      reasonCode: reasonCode ?? first,
      note: this.verdict()?.note ?? '',
    });
  }

  protected noted(note: string): void {
    this.draft.give({
      ...this.about(),
      ok: false,
      reasonCode: this.verdict()?.reasonCode ?? null,
      note,
    });
  }

  private about(): { targetKind: TargetKind; target: string } {
    return { targetKind: this.kind(), target: this.target() };
  }
}
