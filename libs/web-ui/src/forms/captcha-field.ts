import type { ElementRef } from '@angular/core';
import {
  Component,
  computed,
  effect,
  input,
  model,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

import { DEFAULT_SOLVER } from './proof-of-work.js';

/** A picture with characters to type, as the server sends it. */
export interface CaptchaPicture {
  readonly id: string;
  /** PNG as a data URI. */
  readonly image: string;
}

/** The answer of either way; fits `HumanCheckInput`. All null: not answered. */
export interface HumanCheckValue {
  readonly altcha: string | null;
  readonly captchaId: string | null;
  readonly captchaText: string | null;
}

/** The two ways to show that a person is there. */
export type HumanCheckWay = 'picture' | 'proof';

export const UNANSWERED: HumanCheckValue = { altcha: null, captchaId: null, captchaText: null };

type Step = 'idle' | 'busy' | 'done' | 'failed';

let nextId = 0;

/**
 * 验证码: a picture with a button for another one, or a small calculation by the computer for those who
 * cannot read pictures (WCAG 2.2, 3.3.8). Every answer is good for one use: call `renew()` after a refusal.
 */
@Component({
  selector: 'kp-captcha-field',
  imports: [MatButtonModule, TranslocoPipe],
  templateUrl: './captcha-field.html',
  styleUrls: ['./boxed-field.scss', './captcha-field.scss'],
})
export class CaptchaField implements FormValueControl<HumanCheckValue> {
  readonly value = model<HumanCheckValue>(UNANSWERED);
  readonly loadPicture = input.required<() => Promise<CaptchaPicture>>();
  /** The calculation's task, as the server sends it. */
  readonly loadChallenge = input.required<() => Promise<unknown>>();
  readonly solve = input(DEFAULT_SOLVER);
  readonly way = model<HumanCheckWay>('picture');
  readonly disabled = input(false);
  readonly invalid = input(false);
  /** Whether the page shows errors already. */
  readonly showError = input(true);
  /** Id of the element that shows the error. */
  readonly errorId = input<string>();
  readonly touch = output();

  protected readonly id = `kp-captcha-${nextId++}`;
  protected readonly marked = computed(() => this.invalid() && this.showError());
  protected readonly picture = signal<CaptchaPicture | undefined>(undefined);
  protected readonly step = signal<Step>('idle');
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      this.way();
      untracked(() => void this.renew());
    });
  }

  focus(options?: FocusOptions): void {
    this.box()?.nativeElement.focus(options);
  }

  /** Another picture, or a new calculation; forgets the answer. */
  async renew(): Promise<void> {
    this.value.set(UNANSWERED);
    this.step.set('idle');
    if (this.way() !== 'picture') {
      return;
    }
    try {
      this.picture.set(await this.loadPicture()());
    } catch {
      // Shown as "could not load" with the same button to try again.
      this.step.set('failed');
    }
  }

  protected type(text: string): void {
    const id = this.picture()?.id ?? null;
    this.value.set(
      text === '' ? UNANSWERED : { altcha: null, captchaId: id, captchaText: text.trim() },
    );
  }

  protected async calculate(): Promise<void> {
    this.step.set('busy');
    try {
      const altcha = await this.solve()(await this.loadChallenge()());
      this.value.set({ altcha, captchaId: null, captchaText: null });
      this.step.set('done');
    } catch {
      // No answer from the server or no solution in time; the button stays.
      this.step.set('failed');
    }
  }

  protected swap(): void {
    this.way.update((way) => (way === 'picture' ? 'proof' : 'picture'));
  }
}
