import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Countdown } from '@kaopu/web-ui';

import type { Waiting } from '../requests/waiting.js';

/** Another message: first the seconds until one may be asked for, read out now and then, then the button. */
@Component({
  selector: 'app-code-resend',
  imports: [Countdown, MatButtonModule, TranslocoPipe],
  template: `
    @if (waiting().until(); as until) {
      <span class="kp-muted">
        {{ 'app.code.resendIn' | transloco }}
        <kp-countdown [until]="until" (timeUp)="waiting().over()" />
      </span>
    } @else {
      <button matButton="outlined" type="button" (click)="again.emit()">
        {{ 'app.code.resend' | transloco }}
      </button>
    }
  `,
})
export class CodeResend {
  readonly waiting = input.required<Waiting>();
  readonly again = output();
}
