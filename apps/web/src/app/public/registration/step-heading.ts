import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

import { addressBefore, type Step, STEPS } from './steps.js';

/** Way back, "第 n 步，共 5 步" and the heading of a registration step. */
@Component({
  selector: 'app-step-heading',
  imports: [RouterLink, TranslocoPipe],
  template: `
    @if (before(); as address) {
      <a class="back" [routerLink]="address">{{ 'public.back' | transloco }}</a>
    }
    <p class="kp-muted">{{ 'public.register.step' | transloco: { step: number(), total } }}</p>
    <h1>{{ title() }}</h1>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }

    p {
      margin: 0;
    }
  `,
})
export class StepHeading {
  readonly step = input.required<Step>();
  readonly title = input.required<string>();
  /** `check` when the reader came from the answers to check. */
  readonly from = input<string>();

  protected readonly total = STEPS.length;
  protected readonly number = computed(() => STEPS.indexOf(this.step()) + 1);
  protected readonly before = computed(() => addressBefore(this.step(), this.from()));
}
