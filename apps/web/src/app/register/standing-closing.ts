import { inject, Injectable } from '@angular/core';
import {
  DecideStandingDocument,
  type StandingChangePartsFragment,
  type StandingDecision,
  WithdrawStandingDocument,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { Commands, type Outcome } from '../core/commands/commands.js';

/** A decision, or the proposer who takes the proposal back. */
export type ClosingStep = StandingDecision | 'WITHDRAW';

/** The writes that close a proposal; one for each proposal on a page. */
@Injectable()
export class StandingClosing {
  private readonly apollo = inject(Apollo);
  private readonly commands = new Commands();
  readonly busy = this.commands.busy.asReadonly();

  close(
    { id, version }: StandingChangePartsFragment,
    step: ClosingStep,
    reason: string | null,
  ): Promise<Outcome<unknown>> {
    const intent = `${id}|${String(version)}|${step}|${reason ?? ''}`;
    return step === 'WITHDRAW'
      ? this.withdraw(intent, { changeId: id, version })
      : this.decide(intent, { changeId: id, version, decision: step, reason });
  }

  private decide(
    intent: string,
    wanted: {
      readonly changeId: string;
      readonly version: number;
      readonly decision: StandingDecision;
      readonly reason: string | null;
    },
  ): Promise<Outcome<unknown>> {
    return this.commands.run(intent, 'StandingChange', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: DecideStandingDocument,
          variables: { input: { ...wanted, idempotencyKey } },
        }),
      );
      return data?.decideStanding;
    });
  }

  private withdraw(
    intent: string,
    wanted: { readonly changeId: string; readonly version: number },
  ): Promise<Outcome<unknown>> {
    return this.commands.run(intent, 'StandingChange', async (idempotencyKey) => {
      const { data } = await firstValueFrom(
        this.apollo.mutate({
          mutation: WithdrawStandingDocument,
          variables: { input: { ...wanted, idempotencyKey } },
        }),
      );
      return data?.withdrawStanding;
    });
  }
}
