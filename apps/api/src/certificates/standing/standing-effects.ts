import { Injectable } from '@nestjs/common';
import { STANDING_ACTIONS } from '@kaopu/domain';
import { Inbox } from '../../notifications/inbox.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/transactions.js';
import { CertificateCells } from '../certificate-cells.js';
import { CertificateRegister } from '../certificate-register.js';
import type { LockedProposal } from './standing-cases.js';

/** What an approved change does: the register says something else, and the holder is told why. */
@Injectable()
export class StandingEffects {
  constructor(
    private readonly register: CertificateRegister,
    private readonly inbox: Inbox,
    private readonly cells: CertificateCells,
    private readonly clock: Clock,
  ) {}

  /** Inside the transaction that approved it, the certificate locked. */
  async apply(tx: Tx, actor: Actor, { certificate, change }: LockedProposal): Promise<void> {
    const { id: certificateId, version, number, holderAccountId } = certificate;
    const { action, fromStatus: from, toStatus: to } = change;
    await this.register.changeStatus(
      tx.em,
      { certificateId, version, from, to, action },
      { actorId: actor.id, at: this.clock.now() },
    );
    if (holderAccountId === null) return;
    await this.inbox.post(tx, {
      accountId: holderAccountId,
      template: STANDING_ACTIONS[action].notice,
      params: { number },
      details: this.cells.reason('reason_enc', change.id, change.reasonEnc),
      applicationId: null,
      channels: ['INBOX', 'SMS', 'MAIL'],
    });
  }
}
