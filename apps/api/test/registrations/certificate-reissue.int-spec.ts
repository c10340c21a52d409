import {
  AdvanceCertificateDocument,
  CertificatesDocument,
  IssueBatchesDocument,
  LinePapersDocument,
  MyCertificatesDocument,
  MyInboxDocument,
  PublicCertificateDocument,
  ReviewQueueDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NumberLedger } from '../../src/certificates/number-ledger.js';
import { withReferenceData } from '../builders/reference-data.js';
import {
  act,
  aHolder,
  begin,
  begun,
  decide,
  done,
  forwarded,
  judge,
  read,
  readAsStaff,
  REISSUE_ANSWERS,
  save,
  submit,
  submitted,
  theOffices,
  upload,
  type Offices,
} from '../builders/requests.js';
import { ApiHarness } from '../support/api-harness.js';

const REISSUE = 'certificate-reissue';

describe('the reissue of a certificate', () => {
  let api: ApiHarness;
  let offices: Offices;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    offices = await theOffices(api);
  });
  afterAll(() => api.stop());

  const codeOf = async (certificateId: string): Promise<string> => {
    const [row] = await api.db.query<{ code: string }[]>(
      'SELECT verify_code AS code FROM certificate WHERE id = ?',
      [certificateId],
    );
    return row?.code ?? '';
  };

  it('goes from the holder to a new print, and makes the old one void', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    const line = await forwarded(offices, id);
    const decided = await decide(offices.approver, line);
    expect(decided).toMatchObject({
      __typename: 'IssueLine',
      purpose: 'REISSUE',
      replaces: { id: held.id, status: 'SUPERSEDED' },
      certificate: {
        status: 'VALID',
        purpose: 'REISSUE',
        holderName: holder.person.name,
        replaces: { id: held.id, number: held.number, purpose: 'REISSUE' },
        items: [
          {
            item: { code: 'RT-II' },
            firstIssueDate: '2026-02-01',
            approvalDate: '2026-02-01',
            validFrom: '2026-02-01',
            validTo: '2031-01-31',
          },
        ],
      },
    });
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    const old = myCertificates.find((one) => one.id === held.id);
    const fresh = myCertificates.find((one) => one.id !== held.id);
    expect(fresh?.number).toMatch(/^TS-P34-2026-\d{6}$/);
    expect(old).toMatchObject({
      status: 'SUPERSEDED',
      replacedBy: { id: fresh?.id, number: fresh?.number, purpose: 'REISSUE' },
    });
    const { publicCertificate } = await api
      .browser()
      .send(PublicCertificateDocument, { code: await codeOf(held.id) });
    expect(publicCertificate).toMatchObject({ status: 'SUPERSEDED', replacedAs: 'REISSUE' });
    expect(
      await api.db.query(
        'SELECT from_status, to_status, reason, actor_id FROM certificate_status WHERE certificate_id = ? ORDER BY at, id',
        [held.id],
      ),
    ).toMatchObject([
      { from_status: null, to_status: 'VALID', reason: null },
      {
        from_status: 'VALID',
        to_status: 'SUPERSEDED',
        reason: 'REISSUE',
        actor_id: offices.approver.accountId,
      },
    ]);
    expect(await api.app.get(NumberLedger).reconcile()).toEqual([]);
  });

  it('shows every station with its day, to the delivery of the new print', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    await decide(offices.approver, await forwarded(offices, id));
    const stations = async () =>
      (await read(holder, id)).milestones.map(({ status, at }) => [status, at !== null]);
    expect(await stations()).toEqual([
      ['SUBMITTED', true],
      ['READY_TO_FORWARD', true],
      ['FORWARDED', true],
      ['APPROVED', true],
      ['PRINTED', false],
      ['DELIVERED', false],
    ]);
    const { application: seen } = await offices.approver.send(LinePapersDocument, { id });
    expect(
      seen.slots.map(({ requirement, attachment }) => [requirement.slot, attachment !== null]),
    ).toEqual([
      ['LOSS_STATEMENT', true],
      ['REISSUE_FORM', true],
    ]);
    for (const step of ['MARK_PRINTED', 'MARK_DELIVERED'] as const) {
      const { certificates } = await offices.printer.send(CertificatesDocument, {
        step,
        first: 50,
      });
      const node = certificates.edges.find((one) => one.node.replaces?.id === held.id)?.node;
      if (!node) throw new Error(`Nothing waits for ${step}.`);
      const input = {
        certificateId: node.id,
        version: node.version,
        step,
        trackingNo: step === 'MARK_DELIVERED' ? 'SF-演示-0001' : null,
        idempotencyKey: `${step}-${id}`,
      };
      done((await offices.printer.send(AdvanceCertificateDocument, { input })).advanceCertificate);
    }
    expect((await stations()).every(([, reached]) => reached)).toBe(true);
    const { status, certificate } = await read(holder, id);
    expect(status).toBe('DELIVERED');
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    expect(myCertificates.find((one) => one.id === certificate?.id)?.trackingNo).toBe(
      'SF-演示-0001',
    );
    const { myInbox } = await holder.send(MyInboxDocument, { first: 20 });
    const titles = myInbox.edges.map(({ node }) => node.title);
    expect(titles).toEqual(
      expect.arrayContaining([
        '申请已提交',
        '考试机构已确认',
        '已上报发证机关',
        '补发申请通过',
        '证书已制作',
        '证书已发放',
      ]),
    );
  });

  it('is numbered from the start and prints its form from the draft, for its holder only', async () => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, REISSUE);
    await save(holder, id, REISSUE_ANSWERS);
    const { number, formUrl, certificateRequest } = await read(holder, id);
    expect(number).toMatch(/^\d{6}-\d{6}$/);
    expect(certificateRequest).toMatchObject({
      certificate: { number: held.number },
      holder: { idNumber: holder.person.idNumber },
    });
    const form = await fetch(`${api.baseUrl}${formUrl ?? ''}`);
    expect(form.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await form.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('cannot be sent without its papers, or with a form signed before the last change', async () => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, REISSUE);
    await save(holder, id, REISSUE_ANSWERS);
    expect(await submit(holder, id)).toMatchObject({
      __typename: 'InvalidInputError',
      problems: [
        { path: 'LOSS_STATEMENT', key: 'problem.slotRequired' },
        { path: 'REISSUE_FORM', key: 'problem.slotRequired' },
      ],
    });
    await upload(holder, id, 'LOSS_STATEMENT');
    await upload(holder, id, 'REISSUE_FORM');
    await save(holder, id, { reissueStatement: '找到一半，另一半损坏。' });
    expect((await read(holder, id)).flags.signedFormStale).toBe(true);
    expect(await submit(holder, id)).toMatchObject({
      __typename: 'ActionRefusedError',
      refusedBecause: '签字的申请表与现在的内容不一致，需要重新打印、签字和上传。',
    });
    await upload(holder, id, 'REISSUE_FORM');
    expect(await submit(holder, id)).toMatchObject({ status: 'SUBMITTED' });
  });

  it('lets the holder change papers while nobody reviews it, and not afterwards', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    done(await upload(holder, id, 'LOSS_STATEMENT'));
    done(await act(offices.reviewer, id, 'START_REVIEW'));
    expect(await upload(holder, id, 'LOSS_STATEMENT')).toMatchObject({ code: 'STATE_INVALID' });
    expect(await act(holder, id, 'DELETE')).toMatchObject({ code: 'STATE_INVALID' });
    expect((await read(holder, id)).allowedActions).toEqual(['UPLOAD_SIGNED_FORM']);
    done(await upload(holder, id, 'REISSUE_FORM'));
  });

  it('comes back with a reason for a field and a file, and only those open again', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    done(await act(offices.reviewer, id, 'START_REVIEW'));
    await judge(offices, id, ['reissueStatement', 'LOSS_STATEMENT']);
    done(await act(offices.reviewer, id, 'RETURN'));
    const returned = await read(holder, id);
    expect(returned.writableFields).toEqual(['reissueStatement']);
    const open = returned.slots.filter(({ writable }) => writable);
    expect(open.map(({ requirement }) => requirement.slot)).toEqual([
      'LOSS_STATEMENT',
      'REISSUE_FORM',
    ]);
    await save(holder, id, { reissueStatement: '在合肥南站遗失，附遗失声明。' });
    await upload(holder, id, 'LOSS_STATEMENT');
    expect(await submit(holder, id)).toMatchObject({ __typename: 'ActionRefusedError' });
    await upload(holder, id, 'REISSUE_FORM');
    expect(await submit(holder, id)).toMatchObject({ status: 'SUBMITTED' });
  });

  it.each(['WITHDRAW', 'DELETE'] as const)(
    'makes room for another request once it ends by %s',
    async (action) => {
      const { holder, held } = await aHolder(api);
      const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
      done(await act(holder, id, action));
      expect(await begin(holder, held.id, 'certificate-change')).toMatchObject({
        __typename: 'Application',
      });
    },
  );

  it.each([
    ['expired', { validTo: '2026-11-23' }, 'eligibility.CERTIFICATE_IN_FORCE.expired'],
    ['on its last day', { validTo: '2026-11-24' }, null],
  ])('of a certificate that is %s', async (_title, { validTo }, refusal) => {
    const { holder, held } = await aHolder(api, {
      items: [
        {
          itemCode: 'RT-II',
          firstIssueDate: '2021-11-25',
          approvalDate: '2021-11-25',
          validFrom: '2021-11-25',
          validTo,
          restriction: null,
        },
      ],
    });
    expect(await begin(holder, held.id, REISSUE)).toMatchObject(
      refusal === null
        ? { __typename: 'Application' }
        : {
            __typename: 'NotEligibleError',
            verdicts: [{ ruleCode: 'CERTIFICATE_IN_FORCE', answer: 'NO' }, { answer: 'YES' }],
          },
    );
  });

  it('keeps every item and date of a certificate with several', async () => {
    const item = (itemCode: string, year: string) => ({
      itemCode,
      firstIssueDate: `${year}-03-01`,
      approvalDate: `${year}-03-01`,
      validFrom: `${year}-03-01`,
      validTo: '2030-02-28',
      restriction: null,
    });
    const items = [item('RT-II', '2025'), item('UT-I', '2024')];
    const { holder, held } = await aHolder(api, { items });
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    const decided = await decide(offices.approver, await forwarded(offices, id));
    expect(decided).toMatchObject({
      certificate: {
        items: items.map(({ itemCode, firstIssueDate, approvalDate, validFrom, validTo }) => ({
          item: { code: itemCode },
          firstIssueDate,
          approvalDate,
          validFrom,
          validTo,
        })),
      },
    });
  });

  it('is refused at the last step when the certificate is no longer in force', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    const line = await forwarded(offices, id);
    await api.db.query("UPDATE certificate SET status = 'REVOKED' WHERE id = ?", [held.id]);
    expect(await decide(offices.approver, line)).toMatchObject({ code: 'STATE_INVALID' });
    expect((await read(holder, id)).status).toBe('FORWARDED');
    expect(await api.app.get(NumberLedger).reconcile()).toEqual([]);
  });

  it('goes back to the institution, and to the holder, when the authority returns it', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    done(await decide(offices.approver, await forwarded(offices, id), 'RETURN'));
    expect(await readAsStaff(offices.reviewer, id)).toMatchObject({ status: 'ISSUER_RETURNED' });
    await judge(offices, id, ['LOSS_STATEMENT']);
    done(await act(offices.reviewer, id, 'RETURN'));
    const { status, milestones } = await read(holder, id);
    expect(status).toBe('RETURNED');
    expect(milestones.every(({ at }) => at === null)).toBe(true);
  });

  it('stands in the lists of desk and authority, and a filter finds it there', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, REISSUE, REISSUE_ANSWERS);
    const queue = async (registrationType: string) => {
      const { reviewQueue } = await offices.reviewer.send(ReviewQueueDocument, {
        filter: { registrationType },
        first: 100,
      });
      return reviewQueue.edges.map(({ node }) => node.id);
    };
    expect(await queue('REISSUE')).toContain(id);
    expect(await queue('CHANGE')).not.toContain(id);
    await forwarded(offices, id);
    const batches = async (purpose: 'REISSUE' | 'CHANGE') => {
      const { issueBatches } = await offices.approver.send(IssueBatchesDocument, {
        pendingOnly: true,
        purpose,
        first: 100,
      });
      return issueBatches.edges.length;
    };
    expect(await batches('REISSUE')).toBeGreaterThan(0);
    expect(await batches('CHANGE')).toBe(0);
  });
});
