import {
  DecideStandingDocument,
  ProposeStandingDocument,
  RegisteredCertificateDocument,
  WithdrawStandingDocument,
  type DecideStandingInput,
  type ProposeStandingInput,
  type StandingAction,
  type StandingChangePartsFragment,
} from '@kaopu/graphql';
import type { ApiHarness } from '../support/api-harness.js';
import { signedInStaff, type SignedIn } from './accounts.js';

let keys = 0;

export const STANDING_REASON = '演示理由：经核实的情况说明，共十个字以上。';

/** A reviewer and two approvers of one authority. */
export interface Officers {
  readonly reviewer: SignedIn;
  readonly approver: SignedIn;
  readonly second: SignedIn;
}

export async function theOfficers(api: ApiHarness, authorityCode = 'P34'): Promise<Officers> {
  const [reviewer, approver, second] = await Promise.all([
    signedInStaff(api, ['AUTHORITY_REVIEWER'], { authorityCode }),
    signedInStaff(api, ['AUTHORITY_APPROVER'], { authorityCode }),
    signedInStaff(api, ['AUTHORITY_APPROVER'], { authorityCode }),
  ]);
  return { reviewer, approver, second };
}

export const proposalOf = (
  certificateId: string,
  more: Partial<ProposeStandingInput> = {},
): ProposeStandingInput => ({
  certificateId,
  version: 1,
  action: 'SUSPEND',
  reason: STANDING_REASON,
  idempotencyKey: `propose-${String(++keys)}-key`,
  ...more,
});

export const decisionOn = (
  { id, version }: Pick<StandingChangePartsFragment, 'id' | 'version'>,
  more: Partial<DecideStandingInput> = {},
): DecideStandingInput => ({
  changeId: id,
  version,
  decision: 'APPROVE',
  idempotencyKey: `decide-standing-${String(++keys)}`,
  ...more,
});

export const propose = async (who: SignedIn, input: ProposeStandingInput) =>
  (await who.send(ProposeStandingDocument, { input })).proposeStanding;

export const decideStanding = async (who: SignedIn, input: DecideStandingInput) =>
  (await who.send(DecideStandingDocument, { input })).decideStanding;

export async function withdraw(
  who: SignedIn,
  { id, version }: Pick<StandingChangePartsFragment, 'id' | 'version'>,
) {
  const input = { changeId: id, version, idempotencyKey: `withdraw-${String(++keys)}-key` };
  return (await who.send(WithdrawStandingDocument, { input })).withdrawStanding;
}

export const registered = async (who: SignedIn, id: string) =>
  (await who.send(RegisteredCertificateDocument, { id })).certificate;

/** @throws Error when it was refused. */
export async function proposed(
  who: SignedIn,
  certificateId: string,
  action: StandingAction,
): Promise<StandingChangePartsFragment> {
  const { version } = await registered(who, certificateId);
  const answer = await propose(who, proposalOf(certificateId, { action, version }));
  if (answer.__typename !== 'StandingChange') throw new Error(JSON.stringify(answer));
  return answer;
}

/** Proposed by the reviewer and approved. @throws Error when it was refused. */
export async function changedStanding(
  { reviewer, approver }: Officers,
  certificateId: string,
  action: StandingAction,
): Promise<StandingChangePartsFragment> {
  const change = await proposed(reviewer, certificateId, action);
  const answer = await decideStanding(approver, decisionOn(change));
  if (answer.__typename !== 'StandingChange') throw new Error(JSON.stringify(answer));
  return answer;
}
