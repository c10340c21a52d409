import { Component, input } from '@angular/core';

import { ShanghaiTime } from '../time/shanghai-time.js';

/** One thing that happened. */
export interface TimelineEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly title: string;
  /** Who did it, as the reader may know them. */
  readonly by?: string;
  readonly detail?: string;
}

/** What happened and when, in the order given. */
@Component({
  selector: 'kp-timeline',
  imports: [ShanghaiTime],
  template: `
    <ol>
      @for (entry of entries(); track entry.id) {
        <li>
          <p class="title">{{ entry.title }}</p>
          <p class="kp-muted">
            <time class="kp-number" [attr.datetime]="entry.at">{{ entry.at | kpTime }}</time>
            @if (entry.by) {
              <span> · {{ entry.by }}</span>
            }
          </p>
          @if (entry.detail) {
            <p>{{ entry.detail }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      position: relative;
      padding: 0 0 20px 28px;
      border-inline-start: 2px solid var(--mat-sys-outline-variant);
      margin-inline-start: 7px;

      &::before {
        content: '';
        position: absolute;
        inset-inline-start: -8px;
        inset-block-start: 5px;
        inline-size: 14px;
        block-size: 14px;
        border: 2px solid var(--mat-sys-primary);
        border-radius: 50%;
        background: var(--mat-sys-surface);
      }

      &:last-child {
        border-color: transparent;
        padding-block-end: 0;
      }
    }

    p {
      margin: 0;
    }

    .title {
      font-weight: 600;
    }
  `,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
}
