import type { StandingChangePartsFragment } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInStaff, type SignedIn } from '../builders/accounts.js';
import { certificate, issueLine } from '../builders/certificates.js';
import { withReferenceData } from '../builders/reference-data.js';
import { aHolder, decide } from '../builders/requests.js';
import {
  decideStanding,
  decisionOn,
  proposalOf,
  propose,
  proposed,
  registered,
  STANDING_REASON,
  theOfficers,
  type Officers,
} from '../builders/standing.js';
import { ApiHarness } from '../support/api-harness.js';

const ROUNDS = 5;

describe('a proposal about a certificate', () => {
  let api: ApiHarness;
  let officers: Officers;
  let third: SignedIn;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    officers = await theOfficers(api);
    third = await signedInStaff(api, ['AUTHORITY_APPROVER'], { authorityCode: 'P34' });
  });
  afterAll(() => api.stop());

  const waiting = async (): Promise<StandingChangePartsFragment & { certificateId: string }> => {
    const { id: certificateId } = await certificate(api);
    const change = await proposed(officers.reviewer, certificateId, 'REVOKE');
    return { ...change, certificateId };
  };

  const changesOf = async (certificateId: string): Promise<number> => {
    const [row] = await api.db.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM certificate_status WHERE certificate_id = ? AND from_status IS NOT NULL',
      [certificateId],
    );
    return Number(row?.n);
  };

  it('is decided by one of many officers who decide at the same moment', async () => {
    const { approver, second } = officers;
    for (let round = 0; round < ROUNDS; round++) {
      const change = await waiting();
      const reject = { decision: 'REJECT', reason: STANDING_REASON } as const;
      const answers = await Promise.all([
        decideStanding(approver, decisionOn(change)),
        decideStanding(second, decisionOn(change, reject)),
        decideStanding(third, decisionOn(change)),
      ]);
      const kinds = answers.map(({ __typename }) => __typename).toSorted();
      expect(kinds).toEqual(['ConflictError', 'ConflictError', 'StandingChange']);
      const done = answers.find(({ __typename }) => __typename === 'StandingChange');
      const isApproved = done?.__typename === 'StandingChange' && done.outcome === 'APPROVED';
      expect(await changesOf(change.certificateId)).toBe(isApproved ? 1 : 0);
    }
  });

  it('is made by one of many officers who propose at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await certificate(api);
      const answers = await Promise.all(
        Object.values(officers).map((who: SignedIn) => propose(who, proposalOf(id))),
      );
      const made = answers.filter(({ __typename }) => __typename === 'StandingChange');
      expect(made).toHaveLength(1);
    }
  });

  it('is approved or lapses when the certificate is replaced at the same moment, never both', async () => {
    for (let round = 0; round < 2 * ROUNDS; round++) {
      const { holder, held } = await aHolder(api);
      const { lineId } = await issueLine(api, {
        holderAccountId: holder.accountId,
        purpose: 'REISSUE',
        replacesId: held.id,
      });
      const change = await proposed(officers.reviewer, held.id, 'REVOKE');
      const replace = () => decide(third, { id: lineId, version: 1 });
      const revoke = () => decideStanding(officers.approver, decisionOn(change));
      await Promise.all(round % 2 === 0 ? [replace(), revoke()] : [revoke(), replace()]);
      const { status, standing } = await registered(officers.reviewer, held.id);
      const ended = `${status} ${String(standing?.[0]?.outcome)}`;
      expect(['REVOKED APPROVED', 'SUPERSEDED LAPSED']).toContain(ended);
      expect(await changesOf(held.id)).toBe(1);
    }
  });

  it('would be applied more than once without lock, version and trigger (control)', async () => {
    await api.db.query('DROP TRIGGER standing_change_closed_once');
    let doubles = 0;
    for (let round = 0; round < 20 && doubles === 0; round++) {
      const change = await waiting();
      await Promise.all(
        Object.values(officers)
          .slice(1)
          .map(({ accountId }: SignedIn) => unguarded(change, accountId)),
      );
      if ((await changesOf(change.certificateId)) > 1) doubles++;
    }
    expect(doubles).toBeGreaterThan(0);
  });

  /** Approves as the service does, but looks and writes without any guard between. */
  async function unguarded(
    { id, certificateId }: { readonly id: string; readonly certificateId: string },
    officer: string,
  ): Promise<void> {
    await api.db.transaction(async (em) => {
      const [row] = await em.query<{ outcome: string | null }[]>(
        'SELECT outcome FROM standing_change WHERE id = ?',
        [id],
      );
      if (row?.outcome !== null) return;
      await em.query(
        "UPDATE standing_change SET outcome = 'APPROVED', decided_by = ?, decided_at = NOW(3) WHERE id = ?",
        [officer, id],
      );
      await em.query("UPDATE certificate SET status = 'REVOKED' WHERE id = ?", [certificateId]);
      await em.query(
        `INSERT INTO certificate_status (id, certificate_id, from_status, to_status, reason, actor_id, at)
         VALUES (UUID(), ?, 'VALID', 'REVOKED', 'REVOKE', ?, NOW(3))`,
        [certificateId, officer],
      );
    });
  }
});
