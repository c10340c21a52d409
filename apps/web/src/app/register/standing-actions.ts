import { Component, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ProposeStandingDocument,
  type RegisteredCertificatePartsFragment,
  type StandingAction,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands } from '../core/commands/commands.js';
import { doneNotice, notDoneNotice, type Notice } from '../core/commands/notice.js';
import { ReasonForm } from './reason-form.js';
import { StandingConfirmation } from './standing-confirmation.js';

/** What the server lets the officer propose for a certificate: an action, its reason, and one more look. */
@Component({
  selector: 'app-standing-actions',
  imports: [MatButtonModule, ReasonForm, TranslocoPipe],
  template: `
    <p>{{ 'authority.standing.fourEyes' | transloco }}</p>
    <div class="kp-actions">
      @for (action of certificate().allowedStandingActions; track action) {
        <button
          matButton="outlined"
          type="button"
          [id]="'propose-' + action"
          [attr.aria-expanded]="chosen() === action"
          [disabled]="busy()"
          (click)="chosen.set(action)"
        >
          {{ 'authority.standing.propose.' + action | transloco }}
        </button>
      }
    </div>
    @if (chosen(); as action) {
      <app-reason-form
        [label]="'authority.standing.reasonFor.' + action | transloco"
        [hint]="'authority.standing.reasonHint.' + action | transloco"
        [submitLabel]="'authority.standing.propose.' + action | transloco"
        [busy]="busy()"
        (given)="propose(action, $event)"
        (cancelled)="leave(action)"
      />
    }
  `,
})
export class StandingActions {
  readonly certificate = input.required<RegisteredCertificatePartsFragment>();
  /** What was done, or why not. */
  readonly said = output<Notice>();

  private readonly apollo = inject(Apollo);
  private readonly confirmation = inject(StandingConfirmation);
  private readonly document = inject(DOCUMENT);
  private readonly commands = new Commands();
  protected readonly busy = this.commands.busy.asReadonly();
  protected readonly chosen = signal<StandingAction | undefined>(undefined);

  protected async propose(action: StandingAction, reason: string): Promise<void> {
    if (await this.confirmation.ask('propose', action, this.certificate())) {
      await this.send(action, reason);
    }
  }

  /** Back to the button the form came from. */
  protected leave(action: StandingAction): void {
    this.chosen.set(undefined);
    this.document.getElementById(`propose-${action}`)?.focus();
  }

  /** A refusal leaves the typed reason as it is. */
  private async send(action: StandingAction, reason: string): Promise<void> {
    const { id: certificateId, version, number } = this.certificate();
    const intent = `${certificateId}|${String(version)}|${action}|${reason}`;
    const outcome = await this.commands.run(intent, 'StandingChange', async (idempotencyKey) => {
      const input = { certificateId, version, action, reason, idempotencyKey };
      const { data } = await firstValueFrom(
        this.apollo.mutate({ mutation: ProposeStandingDocument, variables: { input } }),
      );
      return data?.proposeStanding;
    });
    if (outcome.kind === 'done') this.chosen.set(undefined);
    this.said.emit(
      outcome.kind === 'done'
        ? doneNotice(`authority.standing.done.proposed`, { number })
        : notDoneNotice(outcome, () => this.send(action, reason)),
    );
  }
}
