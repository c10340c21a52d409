import { IssueBatchesDocument, IssueBatchDocument, MyCertificatesDocument } from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../builders/accounts.js';
import { caseOf, filedCase, TESTING_ANSWERS } from '../builders/cases.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import {
  aHolder,
  decide,
  done,
  forwarded,
  submitted,
  theOffices,
  type Offices,
} from '../builders/requests.js';
import { ApiHarness } from '../support/api-harness.js';

const DECLARED = { continuousWork: true, noPenalty: true, continuingEducation: true };
const CHANGE = {
  newName: '演示新名',
  newEmployer: '演示新单位',
  changeReason: '改名并换了单位。',
  deliveryMethod: 'PICK_UP',
};

describe('a renewal that was forwarded before a change was approved', () => {
  let api: ApiHarness;
  let offices: Offices;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    offices = await theOffices(api);
    await aPlan(api, {
      itemCodes: ['MT-II'],
      registrationTypes: ['RENEW_EXEMPT'],
      examFrom: null,
      examTo: null,
    });
  });
  afterAll(() => api.stop());

  /** Both with the authority: the renewal first, then the change of the certificate it renews. */
  async function both() {
    const item = {
      itemCode: 'MT-II',
      firstIssueDate: '2016-03-01',
      approvalDate: '2022-03-01',
      validFrom: '2022-03-01',
      validTo: '2027-03-01',
      restriction: null,
    };
    const { holder, held } = await aHolder(api, { items: [item] });
    const about = { type: 'testing-exempt-renewal', itemCode: 'MT-II' };
    const { id } = await filedCase(holder, {
      ...about,
      answers: { ...TESTING_ANSWERS, ...DECLARED },
    });
    const renewal = await forwarded(offices, id);
    const changeId = await submitted(holder, held.id, 'certificate-change', CHANGE);
    const change = await forwarded(offices, changeId);
    return { holder, held, id, renewal, change };
  }

  const lineOf = async (id: string) => {
    const { issueBatches } = await offices.approver.send(IssueBatchesDocument, {
      pendingOnly: false,
      first: 100,
    });
    for (const { node } of issueBatches.edges) {
      const { issueBatch } = await offices.approver.send(IssueBatchDocument, { id: node.id });
      const line = issueBatch.lines.find(({ applicationId }) => applicationId === id);
      if (line) return line;
    }
    throw new Error('There is no such line.');
  };

  const numbersOf = async (holder: SignedIn) =>
    (await holder.send(MyCertificatesDocument)).myCertificates.map(({ number }) => number);

  it('names its holder as the register does when it is issued, and says by which change', async () => {
    const { holder, held, id, renewal, change } = await both();
    expect(await lineOf(id)).toMatchObject({ holderName: held.holder.name, correctedBy: null });
    const changed = await decide(offices.approver, change);
    done(changed);
    const [number] = (await numbersOf(holder)).filter((one) => one !== held.number);
    const correctedBy = { number, purpose: 'CHANGE' };
    expect(await lineOf(id)).toMatchObject({ holderName: '演示新名', correctedBy });
    expect(await decide(offices.approver, renewal)).toMatchObject({
      status: 'APPROVED',
      holderName: '演示新名',
      correctedBy,
      certificate: {
        holderName: '演示新名',
        replaces: { number },
        items: [{ firstIssueDate: '2016-03-01' }],
      },
    });
    expect((await caseOf(holder, id)).certificate).toMatchObject({ correctedBy });
    const [paper] = await api.db.query<{ details: unknown }[]>(
      "SELECT details FROM audit_log WHERE operation = 'decideIssueLine' ORDER BY at DESC, id DESC LIMIT 1",
    );
    expect(JSON.stringify(paper?.details)).toContain('correctedBy');
  });

  it('takes nothing from a change that was refused, and names none', async () => {
    const { holder, held, id, renewal, change } = await both();
    done(await decide(offices.approver, change, 'REJECT'));
    expect(await decide(offices.approver, renewal)).toMatchObject({
      holderName: held.holder.name,
      correctedBy: null,
    });
    expect((await caseOf(holder, id)).certificate).toMatchObject({ correctedBy: null });
  });

  it('never keeps the old name beside an approved change, when both are decided at once', async () => {
    for (let round = 0; round < 4; round++) {
      const { renewal, change } = await both();
      const [renewed, changed] = await Promise.all([
        decide(offices.approver, renewal),
        decide(offices.approver, change),
      ]);
      done(renewed);
      const isChanged = !('code' in changed);
      expect(renewed).toMatchObject({ holderName: isChanged ? '演示新名' : '演示考生' });
    }
  });
});
