import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { isStandingReason, STANDING_REASON } from '@kaopu/domain';

let forms = 0;

/** A reason that is needed, with the button it is needed for. What was typed stays when that is refused. */
@Component({
  selector: 'app-reason-form',
  imports: [MatButtonModule, TranslocoPipe],
  template: `
    <form novalidate (submit)="$event.preventDefault(); take()">
      <label [for]="id">{{ label() }}</label>
      <p class="kp-muted" [id]="id + '-hint'">
        {{ hint() }} {{ 'authority.standing.reasonLength' | transloco: limits }}
      </p>
      <textarea
        #typed
        rows="4"
        [id]="id"
        aria-required="true"
        [attr.aria-invalid]="wrong() || null"
        [attr.aria-describedby]="id + '-hint' + (wrong() ? ' ' + id + '-error' : '')"
        [value]="text()"
        (input)="text.set(typed.value)"
      ></textarea>
      @if (wrong()) {
        <p class="kp-remark" role="alert" [id]="id + '-error'">
          {{ 'authority.standing.reasonWrong' | transloco: limits }}
        </p>
      }
      <div class="kp-actions">
        <button matButton="filled" type="submit" [disabled]="busy()">{{ submitLabel() }}</button>
        <button matButton="outlined" type="button" [disabled]="busy()" (click)="cancelled.emit()">
          {{ 'authority.standing.cancel' | transloco }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 45rem;
    }

    label {
      font-weight: 600;
    }

    p {
      margin: 4px 0;
    }

    textarea {
      inline-size: 100%;
      padding: 8px 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--mat-sys-surface);
      color: var(--mat-sys-on-surface);
      font: inherit;
      resize: vertical;
    }

    .kp-actions {
      margin-block: 12px;
    }
  `,
})
export class ReasonForm {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly submitLabel = input.required<string>();
  readonly busy = input(false);
  readonly given = output<string>();
  readonly cancelled = output();

  protected readonly id = `standing-reason-${String(++forms)}`;
  protected readonly limits = STANDING_REASON;
  protected readonly text = signal('');
  private readonly tried = signal(false);
  protected readonly wrong = computed(() => this.tried() && !isStandingReason(this.text()));
  private readonly typed = viewChild.required<ElementRef<HTMLTextAreaElement>>('typed');

  constructor() {
    afterNextRender(() => {
      this.typed().nativeElement.focus();
    });
  }

  protected take(): void {
    this.tried.set(true);
    if (this.wrong()) {
      this.typed().nativeElement.focus();
      return;
    }
    this.given.emit(this.text().trim());
  }
}
