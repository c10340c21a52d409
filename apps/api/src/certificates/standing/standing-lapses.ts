import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transactions.js';
import { leanRows } from '../../platform/database/lean-rows.js';
import { StandingChangeRow } from './standing-change.entity.js';
import { StandingLedger } from './standing-ledger.js';

/** Ends proposals that can no longer be approved, so that nobody has to put them away. */
@Injectable()
export class StandingLapses {
  constructor(private readonly ledger: StandingLedger) {}

  /**
   * Closes what is open about a certificate another one takes the place of.
   *
   * @throws Error when it was closed meanwhile: the caller holds the certificate's lock, and so does whoever decides.
   */
  async lapse(tx: Tx, certificateId: string): Promise<void> {
    const [open] = await leanRows(
      tx.em,
      StandingChangeRow,
      'WHERE t.certificate_id = ? AND t.live_key = 1',
      [certificateId],
    );
    if (!open) return;
    if (!(await this.ledger.lapse(tx.em, open))) {
      throw new Error(`Proposal ${open.id} is no longer at version ${open.version}.`);
    }
    tx.note({ lapsedProposal: open.id });
  }
}
