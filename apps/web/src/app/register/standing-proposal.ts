import { Component, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StandingChangePartsFragment } from '@kaopu/graphql';
import { ShanghaiTime } from '@kaopu/web-ui';

import { doneNotice, notDoneNotice, type Notice } from '../core/commands/notice.js';
import { ReasonForm } from './reason-form.js';
import { StandingClosing, type ClosingStep } from './standing-closing.js';
import { StandingConfirmation } from './standing-confirmation.js';

/** An open proposal: what, why and by whom, and what the officer may do with it. */
@Component({
  selector: 'app-standing-proposal',
  imports: [MatButtonModule, ReasonForm, ShanghaiTime, TranslocoPipe],
  templateUrl: './standing-proposal.html',
  styleUrl: './register.scss',
  providers: [StandingClosing],
})
export class StandingProposal {
  readonly proposal = input.required<StandingChangePartsFragment>();
  readonly certificate = input.required<{
    readonly number: string;
    readonly holderName: string;
  }>();
  /** What was done, or why not. */
  readonly said = output<Notice>();

  private readonly closing = inject(StandingClosing);
  private readonly confirmation = inject(StandingConfirmation);
  protected readonly busy = this.closing.busy;
  protected readonly rejecting = signal(false);

  protected async approve(): Promise<void> {
    const isSure = await this.confirmation.ask(
      'approve',
      this.proposal().action,
      this.certificate(),
    );
    if (isSure) await this.close('APPROVE', null);
  }

  protected async withdraw(): Promise<void> {
    if (await this.confirmation.askWithdrawal(this.certificate())) {
      await this.close('WITHDRAW', null);
    }
  }

  /** A refusal leaves the typed reason as it is. */
  protected async close(step: ClosingStep, reason: string | null): Promise<void> {
    const outcome = await this.closing.close(this.proposal(), step, reason);
    if (outcome.kind === 'done') this.rejecting.set(false);
    const { number } = this.certificate();
    this.said.emit(
      outcome.kind === 'done'
        ? doneNotice(`authority.standing.done.${step}`, { number })
        : notDoneNotice(outcome, () => this.close(step, reason)),
    );
  }
}
