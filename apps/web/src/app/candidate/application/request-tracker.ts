import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';
import { ShanghaiTime } from '@kaopu/web-ui';

/** The stations of a request with the day each was reached (experience.md §2.8). */
@Component({
  selector: 'app-request-tracker',
  imports: [ShanghaiTime, TranslocoPipe],
  template: `
    <section>
      <h2>{{ 'candidate.request.tracker' | transloco }}</h2>
      <ol>
        @for (station of milestones(); track station.status) {
          <li [class.reached]="station.at !== null">
            <span>{{ station.label }}</span>
            @if (station.at; as at) {
              <time class="kp-number" [attr.datetime]="at">{{ at | kpTime }}</time>
            } @else {
              <span class="kp-muted">{{ 'candidate.request.ahead' | transloco }}</span>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      justify-content: space-between;
      padding: 8px 12px;
      border-inline-start: 4px solid var(--mat-sys-outline-variant);
    }

    .reached {
      border-inline-start-color: var(--mat-sys-primary);
      font-weight: 600;
    }
  `,
})
export class RequestTracker {
  readonly milestones = input.required<ApplicationDetailFragment['milestones']>();
}
