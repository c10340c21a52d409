import type { INestApplicationContext } from '@nestjs/common';
import type { StandingAction } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import type { StandingChange } from '../../certificates/standing/standing-change.type.js';
import { StandingDecisions } from '../../certificates/standing/standing-decisions.service.js';
import { StandingProposals } from '../../certificates/standing/standing-proposals.service.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { DEMO_AUTHORITY, demoStaff } from './demo-actors.js';

interface DemoStanding {
  readonly number: string;
  readonly action: StandingAction;
  readonly reason: string;
  /** Left to be decided otherwise. */
  readonly isApproved: boolean;
}

/** Of people whose log-ins are not handed out and who have no case. */
const STANDINGS: readonly DemoStanding[] = [
  {
    number: 'YS-TE-0035-2',
    action: 'SUSPEND',
    reason: '演示：聘用单位来函反映检测报告存疑，核实期间暂停。',
    isApproved: true,
  },
  {
    number: 'YS-TE-0031-1',
    action: 'REVOKE',
    reason: '演示：经核实，取证时提交的学历材料不真实。',
    isApproved: true,
  },
  {
    number: 'YS-TE-0032-1',
    action: 'CANCEL',
    reason: '演示：持证人书面申请注销，不再从事检测工作。',
    isApproved: false,
  },
];

/**
 * Lets officers of the demonstration suspend and revoke a certificate and propose to cancel one, as
 * people do it. What already has a history is left alone.
 *
 * @returns how many were changed or proposed.
 */
export async function seedStanding(app: INestApplicationContext): Promise<number> {
  let seeded = 0;
  for (const one of STANDINGS) {
    const [certificate] = await app.get(DataSource).query<{ id: string; version: number }[]>(
      `SELECT c.id, c.version FROM certificate c WHERE c.certificate_no = ? AND c.authority_code = ?
         AND NOT EXISTS (SELECT 1 FROM standing_change s WHERE s.certificate_id = c.id)`,
      [one.number, DEMO_AUTHORITY],
    );
    if (!certificate) continue;
    await change(app, certificate, one);
    seeded += 1;
  }
  return seeded;
}

async function change(
  app: INestApplicationContext,
  { id: certificateId, version }: { readonly id: string; readonly version: number },
  { number, action, reason, isApproved }: DemoStanding,
): Promise<void> {
  const reviewer = await officer(app, 'AUTHORITY_REVIEWER');
  const proposed = succeed(
    await app.get(StandingProposals).propose(reviewer, {
      ...{ certificateId, version, action, reason },
      idempotencyKey: `demo-standing-${number}-propose`,
    }),
  );
  if (!isApproved) return;
  succeed(
    await app.get(StandingDecisions).decide(await officer(app, 'AUTHORITY_APPROVER'), {
      ...{ changeId: proposed.id, version: proposed.version, decision: 'APPROVE' },
      idempotencyKey: `demo-standing-${number}-decide`,
    }),
  );
}

async function officer(app: INestApplicationContext, role: Role): Promise<Actor> {
  const [row] = await app.get(DataSource).query<{ id: string }[]>(
    `SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id
     WHERE r.role = ? AND a.authority_code = ? ORDER BY a.id LIMIT 1`,
    [role, DEMO_AUTHORITY],
  );
  if (!row) throw new Error(`No demo account of ${DEMO_AUTHORITY} has the role ${role}.`);
  return demoStaff(row.id, role);
}

/** @throws Error for a refusal: nothing but the seed acts on these certificates. */
function succeed(outcome: StandingChange | UserError): StandingChange {
  if (outcome instanceof UserError) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome;
}
