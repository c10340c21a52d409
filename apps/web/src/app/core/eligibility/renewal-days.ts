import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { shanghaiDate } from '@kaopu/domain';
import type { EligibilityPartsFragment } from '@kaopu/graphql';

import { Clock } from '../clock.js';

const DAYS = ['examOpens', 'planning', 'windowOpens', 'lastSafe', 'expires', 'lastChance'] as const;

/** What begins on a day stands open until another. */
const OPEN_UNTIL = {
  examOpens: 'lastChance',
  planning: 'expires',
  windowOpens: 'expires',
} as const;

const begins = (id: (typeof DAYS)[number]): id is keyof typeof OPEN_UNTIL =>
  Object.hasOwn(OPEN_UNTIL, id);

/** The days every holder should know, from the first exam to the last chance (domain.md §5). */
@Component({
  selector: 'app-renewal-days',
  imports: [TranslocoPipe],
  template: `
    @if (renewal().certificateNo; as number) {
      <p>{{ 'app.renewal.about' | transloco: { number } }}</p>
    } @else {
      <p>{{ 'app.renewal.aboutStated' | transloco }}</p>
    }
    <ol>
      @for (day of days(); track day.id) {
        <li [class.past]="day.state === 'past'">
          <time class="kp-number" [attr.datetime]="day.date">{{ day.date }}</time>
          <span>
            {{ 'app.renewal.' + day.id | transloco }}
            @if (day.state; as state) {
              <span class="kp-muted">· {{ 'app.renewal.' + state | transloco }}</span>
            }
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0 0 16px;
      padding: 0;
      border-inline-start: 4px solid var(--mat-sys-primary);
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: 7em 1fr;
      gap: 4px 16px;
      padding: 8px 16px;
    }

    time {
      font-weight: 600;
    }

    .past time {
      font-weight: 400;
    }
  `,
})
export class RenewalDays {
  readonly renewal = input.required<NonNullable<EligibilityPartsFragment['renewal']>>();

  private readonly clock = inject(Clock);

  protected readonly days = computed(() => {
    const today = shanghaiDate(this.clock.now());
    const renewal = this.renewal();
    return DAYS.map((id) => {
      const isOpen = begins(id) && renewal[id] <= today && today <= renewal[OPEN_UNTIL[id]];
      const ended = renewal[id] < today ? 'past' : undefined;
      return { id, date: renewal[id], state: isOpen ? 'open' : ended };
    });
  });
}
