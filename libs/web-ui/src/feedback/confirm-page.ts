import { Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * The page before a bulk or destructive action: heading, what will happen to what, button and way back.
 * The projected content stands between list and buttons.
 */
@Component({
  selector: 'kp-confirm-page',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    <h1>{{ heading() }}</h1>
    @if (text(); as words) {
      <p>{{ words }}</p>
    }
    @if (items().length > 0) {
      <ul>
        @for (item of items(); track $index) {
          <li>{{ item }}</li>
        }
      </ul>
    }
    <ng-content />
    <div class="kp-actions">
      <button
        matButton="filled"
        type="button"
        [class.kp-destructive]="destructive()"
        [disabled]="busy()"
        (click)="confirmed.emit()"
      >
        {{ confirm() }}
      </button>
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="cancelled.emit()">
        {{ 'ui.confirm.cancel' | transloco }}
      </button>
    </div>
  `,
  styles: ':host { display: block; }',
  host: { class: 'kp-page' },
})
export class ConfirmPage {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  readonly items = input<readonly string[]>([]);
  readonly confirm = input.required<string>();
  readonly destructive = input(false);
  readonly busy = input(false);
  readonly confirmed = output();
  readonly cancelled = output();
}
