import {
  ApplicationPageDocument,
  CertificateByNumberDocument,
  MyApplicationsDocument,
  PublicCertificateDocument,
  ReviewQueueDocument,
  StandingProposalsDocument,
} from '@kaopu/graphql';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '../builders/accounts.js';
import { Applicant } from '../builders/applications.js';
import { certificate } from '../builders/certificates.js';
import { copies, COPY_ID } from '../builders/crowd.js';
import { Desk } from '../builders/desk.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { changedStanding, proposed, theOfficers } from '../builders/standing.js';
import { apiClient, askPartner, tokenOf } from '../integration/partner-client.js';
import { ApiHarness } from '../support/api-harness.js';
import { rowsRead } from '../support/rows-read.js';
import { statementsOf } from '../support/statements-of.js';

/** Applications, files and certificates of other people. */
const CROWD = 4000;
/** Far above what a page needs, far below the crowd. */
const FEW = 300;
/** Totals are counted up to 1000. */
const FEW_AND_TOTAL = 1000 + FEW;

const VERIFY = `query Verify($input: VerifyCertificateInput!) {
  verifyCertificate(input: $input) { result certificate { number items { code } } }
}`;
const WITHOUT_TOTAL = print(ReviewQueueDocument).replace(/totalCount\s+totalCapped/, '');

/**
 * Whether the reads people wait for stay cheap when tables are large (docs/performance.md): counted are
 * rows, so that neither the machine nor its load decides.
 */
describe('Hot reads', () => {
  let api: ApiHarness;
  let candidate: SignedIn;
  let reviewer: SignedIn;
  let officer: SignedIn;
  let applicationId: string;
  let token: string;
  let registered: { readonly number: string; readonly verifyCode: string };
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    const plan = await aPlan(api, { capacity: 10_000 });
    const applicant = await Applicant.submitted(api, plan.id);
    const { number, id } = await certificate(api);
    const officers = await theOfficers(api);
    officer = officers.approver;
    const { id: changeId } = await changedStanding(
      officers,
      (await certificate(api)).id,
      'SUSPEND',
    );
    await proposed(officers.reviewer, (await certificate(api)).id, 'SUSPEND');
    const [row] = await api.db.query<{ verifyCode: string }[]>(
      'SELECT verify_code AS verifyCode FROM certificate WHERE id = ?',
      [id],
    );
    candidate = applicant.browser;
    applicationId = applicant.id;
    reviewer = await new Desk(api).as('REVIEWER');
    token = await tokenOf(api, await apiClient(api));
    registered = { number, verifyCode: row?.verifyCode ?? '' };
    const { accountId } = candidate;
    await crowd(api, { applicationId, accountId, certificateId: id, changeId });
  });
  afterAll(() => api.stop());

  const page = { first: 1 };
  const reads: Readonly<Record<string, () => Promise<unknown>>> = {
    'my applications': () => candidate.send(MyApplicationsDocument, page),
    'an application': () => candidate.send(ApplicationPageDocument, { id: applicationId }),
    'the review list': () => reviewer.send(WITHOUT_TOTAL, { filter: {}, ...page }),
    'the review list with its total': () =>
      reviewer.send(ReviewQueueDocument, { filter: {}, ...page }),
    'a verification': () => verified(api, token, registered.number),
    'a scanned code': () =>
      api.browser().send(PublicCertificateDocument, { code: registered.verifyCode }),
    'a number in the register': () =>
      officer.send(CertificateByNumberDocument, { number: registered.number }),
    'what waits for an authority': () => officer.send(StandingProposalsDocument, page),
  };

  it.each([
    ['my applications', FEW],
    ['an application', FEW],
    ['the review list', FEW],
    ['the review list with its total', FEW_AND_TOTAL],
    ['a verification', FEW],
    ['a scanned code', FEW],
    ['a number in the register', FEW],
    ['what waits for an authority', FEW],
  ])('%s: no more than %i rows are read among thousands', async (name, most) => {
    const read = reads[name] ?? Promise.reject;
    // What is remembered for a moment (session, catalogue) is not what grows.
    await read();
    const rows = await rowsRead(api, read);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(most);
  });

  it('are counted without what the server asks by itself at the same moment', async () => {
    const own = 'SELECT COUNT(*) AS own FROM certificate';
    const read = reads['my applications'] ?? Promise.reject;
    await read();
    const alone = await statementsOf(api, read);
    const beside = await statementsOf(api, () => Promise.all([read(), api.db.query(own)]));
    expect(alone.length).toBeGreaterThan(1);
    // Some are asked at once, in whichever order connections are free.
    expect(beside.toSorted()).toEqual(alone.toSorted());
  });

  it.each([
    ['my applications', 'application', ['ix_application_owner', 'uq_application_live']],
    ['an application', 'attachment', ['uq_attachment_live', 'uq_attachment_version']],
    ['the review list', 'application', ['ix_application_desk']],
    ['a verification', 'certificate', ['uq_certificate_no']],
    ['a scanned code', 'certificate', ['uq_certificate_verify_code']],
    ['a number in the register', 'certificate', ['uq_certificate_no']],
    ['what waits for an authority', 'standing_change', ['ix_standing_change_waiting']],
  ])('control: %s is found out when %s loses %j', async (name, table, indexes) => {
    const set = (state: string): Promise<unknown> =>
      api.db.query(
        `ALTER TABLE ${table} ${indexes.map((index) => `ALTER INDEX ${index} ${state}`).join(', ')}`,
      );
    await set('IGNORED');
    try {
      expect(await rowsRead(api, reads[name] ?? Promise.reject)).toBeGreaterThan(FEW_AND_TOTAL);
    } finally {
      await set('NOT IGNORED');
    }
  });
});

async function verified(api: ApiHarness, token: string, certificateNo: string): Promise<void> {
  const input = {
    certificateNo,
    name: '演示考生',
    item: 'RT-II',
    from: '2026-11-01',
    to: '2026-11-02',
  };
  const { data } = await askPartner(api, token, VERIFY, { input });
  expect(data).toMatchObject({ verifyCertificate: { result: 'VALID' } });
}

/** Other people with an application, its papers and a certificate each, all behind those that are read. */
async function crowd(
  api: ApiHarness,
  model: {
    readonly applicationId: string;
    readonly accountId: string;
    readonly certificateId: string;
    readonly changeId: string;
  },
): Promise<void> {
  const count = CROWD;
  const [file] = await api.db.query<{ id: string }[]>(
    'SELECT id FROM attachment WHERE subject_id = ? LIMIT 1',
    [model.applicationId],
  );
  const account = { table: 'account', model: model.accountId, count };
  await copies(api, account, { id: COPY_ID, id_key_index: "LPAD(n, 64, '0')" });
  const application = { table: 'application', model: model.applicationId, count };
  await copies(api, application, {
    id: COPY_ID,
    account_id: COPY_ID,
    number: "CONCAT('C-', n)",
    submitted_at: 'submitted_at + INTERVAL n SECOND',
    created_at: 'created_at + INTERVAL n SECOND',
  });
  const attachment = { table: 'attachment', model: file?.id ?? '', count };
  await copies(api, attachment, { id: COPY_ID, subject_id: COPY_ID });
  const held = { table: 'certificate', model: model.certificateId, count };
  await copies(api, held, {
    id: COPY_ID,
    certificate_no: "CONCAT('C-', n)",
    verify_code: "CONCAT('c', n)",
    source: "CONCAT('crowd:', n)",
  });
  const change = { table: 'standing_change', model: model.changeId, count };
  await copies(api, change, { id: COPY_ID, certificate_id: COPY_ID });
}
