import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { ShanghaiTime } from '@kaopu/web-ui';

import type { Failure } from '../../../core/failure/failure.js';
import type { SaveState } from './autosave.js';

/** Says whether what is typed is safe: "已保存 10:32", or why not yet. */
@Component({
  selector: 'app-save-note',
  imports: [MatButtonModule, ShanghaiTime, TranslocoPipe],
  template: `
    <p role="status" class="kp-muted">
      @switch (state()) {
        @case ('waiting') {
          {{ 'candidate.section.save.waiting' | transloco }}
        }
        @case ('saving') {
          {{ 'candidate.section.save.saving' | transloco }}
        }
        @case ('failed') {
          <span class="kp-remark">{{ 'candidate.section.save.failed' | transloco }}</span>
          @if (failure(); as shown) {
            {{ shown.key | transloco: shown.params }}
          }
        }
        @case ('refused') {
          <span class="kp-remark">{{ 'candidate.section.save.refused' | transloco }}</span>
        }
        @default {
          @if (savedAt(); as at) {
            {{ 'candidate.section.save.saved' | transloco: { time: at | kpTime: 'clock' } }}
          }
        }
      }
    </p>
    @if (state() === 'failed') {
      <button matButton="outlined" type="button" (click)="again.emit()">
        {{ 'candidate.section.save.again' | transloco }}
      </button>
    }
  `,
})
export class SaveNote {
  readonly state = input.required<SaveState>();
  readonly failure = input<Failure>();
  readonly savedAt = input<Date>();
  readonly again = output();
}
