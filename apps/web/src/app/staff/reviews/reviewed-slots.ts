import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApplicationDetailFragment } from '@kaopu/graphql';

import { VerdictButtons } from './verdict-buttons.js';

/** The files of a case: choose one to see it, and say what is right. */
@Component({
  selector: 'app-reviewed-slots',
  imports: [TranslocoPipe, VerdictButtons],
  template: `
    <ul>
      @for (slot of case().slots; track slot.requirement.slot) {
        <li [class.viewed]="slot.requirement.slot === viewed()">
          @if (slot.attachment; as file) {
            <button
              type="button"
              [attr.aria-pressed]="slot.requirement.slot === viewed()"
              (click)="view.emit(slot.requirement.slot)"
            >
              {{ slot.requirement.name }}
            </button>
            <p class="kp-muted">
              {{ file.fileName }} ·
              {{ 'staff.review.version' | transloco: { version: file.versionNo } }}
            </p>
            @if (slot.verdict?.stale) {
              <p class="kp-remark">{{ 'staff.review.changed' | transloco }}</p>
            }
            @if (judging()) {
              <app-verdict-buttons
                [case]="case()"
                kind="SLOT"
                [target]="slot.requirement.slot"
                [label]="slot.requirement.name"
              />
            }
          } @else {
            <p>{{ slot.requirement.name }} — {{ 'staff.review.noFile' | transloco }}</p>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './reviewed.scss',
})
export class ReviewedSlots {
  readonly case = input.required<ApplicationDetailFragment>();
  readonly judging = input(false);
  readonly viewed = input<string>();
  /** The slot whose file is to be shown. */
  readonly view = output<string>();
}
