import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { StandingAction } from '@kaopu/graphql';
import { Confirm } from '@kaopu/web-ui';

/** What follows from each action once it is approved; keys below `authority.standing.follows`. */
const FOLLOWS: Readonly<Record<StandingAction, readonly string[]>> = {
  SUSPEND: ['suspended', 'stopped', 'told', 'reversible'],
  REINSTATE: ['reinstated', 'told'],
  REVOKE: ['revoked', 'stopped', 'told', 'final'],
  CANCEL: ['cancelled', 'stopped', 'told', 'final'],
};

/** Names what a step about a certificate's standing will do, before it is done. */
@Service()
export class StandingConfirmation {
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);

  /** @returns true when the person wants it. */
  ask(
    step: 'propose' | 'approve',
    action: StandingAction,
    certificate: { readonly number: string; readonly holderName: string },
  ): Promise<boolean> {
    const say = (key: string, params = {}): string =>
      this.texts.translate(`authority.standing.${key}`, params);
    return this.confirm.ask({
      title: say(`confirm.${step}`, {
        action: say(`action.${action}`),
        number: certificate.number,
        name: certificate.holderName,
      }),
      text: say(`confirm.${step}Text`),
      items: FOLLOWS[action].map((one) => say(`follows.${one}`)),
      confirm: say(`${step}.${action}`),
      destructive: step === 'approve' && (action === 'REVOKE' || action === 'CANCEL'),
    });
  }

  /** @returns true when the person wants to take the proposal back. */
  askWithdrawal(certificate: { readonly number: string }): Promise<boolean> {
    const say = (key: string, params = {}): string =>
      this.texts.translate(`authority.standing.${key}`, params);
    return this.confirm.ask({
      title: say('confirm.withdraw', { number: certificate.number }),
      text: say('confirm.withdrawText'),
      confirm: say('withdraw'),
    });
  }
}
