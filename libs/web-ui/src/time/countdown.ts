import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

import { CURRENT_TIME } from './current-time.js';

const SECOND = 1000;

/**
 * The time that is left, as text that changes every second: `04:59`, from a day on "3 days 4 hours".
 * Screen readers hear it when asked and once a minute, not every second.
 */
@Component({
  selector: 'kp-countdown',
  imports: [TranslocoPipe],
  template: `
    <span class="kp-number" role="timer" aria-live="off">
      @if (days() > 0) {
        {{ 'ui.countdown.days' | transloco: { days: days(), hours: hours() } }}
      } @else {
        {{ clock() }}
      }
    </span>
    <span class="kp-visually-hidden" aria-live="polite">{{
      'ui.countdown.minutes' | transloco: { minutes: minutesLeft() }
    }}</span>
  `,
})
export class Countdown {
  readonly until = input.required<Date>();
  /** Once, when nothing is left. */
  readonly timeUp = output();

  private readonly currentTime = inject(CURRENT_TIME);
  private readonly now = signal(this.currentTime().getTime());

  private readonly left = computed(() =>
    Math.max(0, Math.ceil((this.until().getTime() - this.now()) / SECOND)),
  );
  protected readonly days = computed(() => Math.floor(this.left() / 86_400));
  protected readonly hours = computed(() => Math.floor((this.left() % 86_400) / 3600));
  protected readonly minutesLeft = computed(() => Math.ceil(this.left() / 60));
  protected readonly clock = computed(() => {
    const minutes = Math.floor(this.left() / 60);
    return `${twoDigits(minutes)}:${twoDigits(this.left() % 60)}`;
  });

  constructor() {
    effect((onCleanup) => {
      this.until();
      this.now.set(this.currentTime().getTime());
      const timer = setInterval(() => {
        this.now.set(this.currentTime().getTime());
        if (this.left() === 0) {
          clearInterval(timer);
          this.timeUp.emit();
        }
      }, SECOND);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
