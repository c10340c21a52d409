import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PhotoChecks } from '@kaopu/web-ui';

import { VerdictButtons } from './verdict-buttons.js';
import type { ReviewedCase } from './verdict-draft.js';

/** The files of a case and the papers nobody handed in: see one, and say what is right or missing. */
@Component({
  selector: 'app-reviewed-slots',
  imports: [PhotoChecks, TranslocoPipe, VerdictButtons],
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
            @if (slot.requirement.slot === 'FORM_SIGNED' && case().signedForm; as form) {
              <p [class.kp-remark]="form.finding !== 'MATCH'">{{ form.message }}</p>
            }
            @if (file.note; as note) {
              <p>{{ 'staff.review.senderNote' | transloco: { note } }}</p>
            }
            <kp-photo-checks [checks]="file.photoChecks" />
            @if (slot.verdict?.stale) {
              <p class="kp-remark">{{ 'staff.review.changed' | transloco }}</p>
            }
          } @else {
            <p>{{ slot.requirement.name }}</p>
            <p class="kp-muted">
              {{
                (slot.requirement.required ? 'staff.review.missing' : 'staff.review.noFile')
                  | transloco
              }}
            </p>
          }
          @if (judging()) {
            <app-verdict-buttons
              [case]="case()"
              kind="SLOT"
              [target]="slot.requirement.slot"
              [label]="slot.requirement.name"
            />
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './reviewed.scss',
})
export class ReviewedSlots {
  readonly case = input.required<ReviewedCase>();
  readonly judging = input(false);
  readonly viewed = input<string>();
  /** The slot whose file is to be shown. */
  readonly view = output<string>();
}
