import {
  MyCertificatesDocument,
  PublicCertificateDocument,
  RevealPersonalDataDocument,
} from '@kaopu/graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoIdNumber } from '../../src/catalogue/demo/demo-id-numbers.js';
import { Accounts } from '../../src/auth/accounts/accounts.js';
import { PersonReader } from '../../src/profile/person/person-reader.js';
import { aCandidate } from '../builders/accounts.js';
import { withReferenceData } from '../builders/reference-data.js';
import {
  aHolder,
  begun,
  decide,
  forwarded,
  read,
  readAsStaff,
  save,
  submit,
  submitted,
  theOffices,
  upload,
  type Offices,
} from '../builders/requests.js';
import { ApiHarness } from '../support/api-harness.js';

const CHANGE = 'certificate-change';
const REASON = { changeReason: '证书上的内容有误。', deliveryMethod: 'POST' };

let births = 0;
/** An ID number nobody has yet. */
const freeIdNumber = (): string =>
  demoIdNumber('RESIDENT_ID', '340101', `1969-02-${String(++births).padStart(2, '0')}`);

describe('the change of certificate information', () => {
  let api: ApiHarness;
  let offices: Offices;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    offices = await theOffices(api);
  });
  afterAll(() => api.stop());

  it('writes the corrected data into a new print and keeps the end date', async () => {
    const { holder, held } = await aHolder(api);
    const id = await submitted(holder, held.id, CHANGE, {
      ...REASON,
      newName: '演示新名',
      newEmployer: '演示新单位',
      newFirstIssueDates: [{ itemCode: 'RT-II', firstIssueDate: '2021-02-01' }],
    });
    const line = await forwarded(offices, id);
    const decided = await decide(offices.approver, line);
    expect(decided).toMatchObject({
      purpose: 'CHANGE',
      evidence: {
        changes: [
          { fieldId: 'newName', before: held.holder.name, after: '演示新名' },
          { fieldId: 'newEmployer', after: '演示新单位' },
          { fieldId: 'newFirstIssueDates', itemCode: 'RT-II', after: '2021-02-01' },
        ],
      },
      certificate: {
        holderName: '演示新名',
        purpose: 'CHANGE',
        replaces: { id: held.id },
        items: [{ firstIssueDate: '2021-02-01', validFrom: '2026-02-01', validTo: '2031-01-31' }],
      },
    });
    expect((await api.app.get(PersonReader).snapshot(holder.accountId)).name).toBe('演示新名');
    const [row] = await api.db.query<{ code: string }[]>(
      'SELECT verify_code AS code FROM certificate WHERE id = ?',
      [held.id],
    );
    const { publicCertificate } = await api
      .browser()
      .send(PublicCertificateDocument, { code: row?.code ?? '' });
    expect(publicCertificate).toMatchObject({ status: 'SUPERSEDED', replacedAs: 'CHANGE' });
  });

  it('moves a corrected ID number to the account, with birth date and sex', async () => {
    const { holder, held } = await aHolder(api);
    const newIdNumber = freeIdNumber();
    const id = await submitted(holder, held.id, CHANGE, { ...REASON, newIdNumber });
    await decide(offices.approver, await forwarded(offices, id));
    const person = await api.app.get(PersonReader).snapshot(holder.accountId);
    expect(person).toMatchObject({ idNumber: newIdNumber, birthDate: '1969-02-01' });
    const accounts = api.app.get(Accounts);
    expect(await accounts.idOfDocument('RESIDENT_ID', newIdNumber, null)).toBe(holder.accountId);
    expect(await accounts.idOfDocument('RESIDENT_ID', holder.person.idNumber, null)).toBeNull();
  });

  it('shows before and after to the holder, and ID numbers masked to everybody else', async () => {
    const { holder, held } = await aHolder(api);
    const newIdNumber = freeIdNumber();
    const id = await submitted(holder, held.id, CHANGE, { ...REASON, newIdNumber });
    expect((await read(holder, id)).certificateRequest?.changes).toMatchObject([
      { fieldId: 'newIdNumber', before: held.holder.idNumber, after: newIdNumber },
    ]);
    const seen = await readAsStaff(offices.reviewer, id);
    expect(JSON.stringify(seen)).not.toContain(newIdNumber);
    expect(JSON.stringify(seen)).not.toContain(held.holder.idNumber);
    const { revealPersonalData } = await offices.reviewer.send(RevealPersonalDataDocument, {
      input: { applicationId: id, reason: '核对证明材料' },
    });
    expect(revealPersonalData).toMatchObject({ newIdNumber });
  });

  it.each([
    ['nothing', {}],
    ['what the certificate says already', { newEmployer: '演示特种设备检测有限公司' }],
  ])('cannot be sent when it changes %s', async (_title, answers) => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, CHANGE);
    await save(holder, id, { ...REASON, ...answers });
    await upload(holder, id, 'CHANGE_PROOF');
    await upload(holder, id, 'CHANGE_FORM');
    expect(await submit(holder, id)).toMatchObject({
      problems: [{ path: 'newName', key: 'problem.nothingChanged' }],
    });
  });

  it.each([
    ['a name with digits', { newName: '演示7' }, 'problem.name'],
    ['a wrong ID number', { newIdNumber: '340101199001010008' }, 'problem.idNumber.CHECK_DIGIT'],
    [
      'a date after the validity began',
      { newFirstIssueDates: [{ itemCode: 'RT-II', firstIssueDate: '2026-02-02' }] },
      'problem.firstIssueLate',
    ],
  ])('refuses %s at its field', async (_title, answers, key) => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, CHANGE);
    expect(await save(holder, id, answers)).toMatchObject({
      problems: [{ path: Object.keys(answers)[0], key }],
    });
  });

  it('refuses an ID number that has another account, when it is sent', async () => {
    const { holder, held } = await aHolder(api);
    const { person } = await aCandidate(api);
    const id = await begun(holder, held.id, CHANGE);
    await save(holder, id, { ...REASON, newIdNumber: person.idNumber });
    await upload(holder, id, 'CHANGE_PROOF');
    await upload(holder, id, 'CHANGE_FORM');
    expect(await submit(holder, id)).toMatchObject({
      problems: [{ path: 'newIdNumber', key: 'problem.alreadyRegistered' }],
    });
  });

  it('undoes the approval when the number got another account meanwhile', async () => {
    const { holder, held } = await aHolder(api);
    const newIdNumber = freeIdNumber();
    const id = await submitted(holder, held.id, CHANGE, { ...REASON, newIdNumber });
    const line = await forwarded(offices, id);
    await aCandidate(api, { person: { idNumber: newIdNumber } });
    expect(await decide(offices.approver, line)).toMatchObject({ code: 'ID_ALREADY_REGISTERED' });
    const { myCertificates } = await holder.send(MyCertificatesDocument);
    expect(myCertificates).toMatchObject([{ id: held.id, status: 'VALID' }]);
  });
});
