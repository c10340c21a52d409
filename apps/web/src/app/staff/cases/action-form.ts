import { Component, computed, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ActionDeclaration } from '@kaopu/domain';
import type { ApplicationAction } from '@kaopu/graphql';

import { DomainTextPipe } from '../../core/i18n/domain-text.js';

let forms = 0;

/**
 * The button of one workflow action, with a field for the reason where the workflow table asks for one
 * or allows one. What was typed stays when the action is refused.
 */
@Component({
  selector: 'app-action-form',
  imports: [DomainTextPipe, MatButtonModule, TranslocoPipe],
  template: `
    <form novalidate (submit)="$event.preventDefault(); take()">
      @if (reason() !== 'NONE') {
        <label>
          {{
            (reason() === 'REQUIRED' ? 'staff.action.reason' : 'staff.action.reasonOptional')
              | transloco
          }}
          <input
            #typed
            type="text"
            maxlength="500"
            [attr.aria-label]="about() ? about() + ' ' + ('staff.action.reason' | transloco) : null"
            [attr.aria-required]="reason() === 'REQUIRED'"
            [attr.aria-invalid]="missing() || null"
            [attr.aria-describedby]="missing() ? errorId : null"
            [value]="text()"
            (input)="text.set(typed.value)"
          />
        </label>
      }
      <button
        type="submit"
        [matButton]="emphasis()"
        [disabled]="disabled()"
        [attr.aria-label]="about() ? ('action.' + action() | domainText) + ' ' + about() : null"
      >
        {{ 'action.' + action() | domainText }}
      </button>
      @if (missing()) {
        <span class="kp-remark" role="alert" [id]="errorId">{{
          'staff.action.reasonMissing' | transloco
        }}</span>
      }
    </form>
  `,
  styleUrl: '../desk-form.scss',
})
export class ActionForm {
  readonly action = input.required<ApplicationAction>();
  /** What the workflow table says about a reason in the state the case is in. */
  readonly reason = input.required<ActionDeclaration['reason']>();
  readonly disabled = input(false);
  readonly emphasis = input<'filled' | 'outlined'>('outlined');
  /** The case's number where several rows offer the same action. */
  readonly about = input<string>();
  /** The action with its reason; null when none was given. */
  readonly taken = output<string | null>();

  protected readonly errorId = `action-reason-${++forms}`;
  protected readonly text = signal('');
  private readonly tried = signal(false);
  protected readonly missing = computed(
    () => this.tried() && this.reason() === 'REQUIRED' && this.text().trim() === '',
  );

  protected take(): void {
    this.tried.set(true);
    if (this.missing()) return;
    this.taken.emit(this.text().trim() || null);
  }
}
