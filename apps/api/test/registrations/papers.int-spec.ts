import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../attachments/corpus.js';
import { Applicant, aScan, succeeded } from '../builders/applications.js';
import { Desk } from '../builders/desk.js';
import { newKey } from '../builders/drafts.js';
import { asUpload, jpegScan, photoJpeg } from '../builders/files.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

const MAX_BYTES = 5 * 1024 * 1024;

describe('A paper of an application', () => {
  let api: ApiHarness;
  let planId: string;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
    planId = (await aPlan(api)).id;
  });
  afterAll(() => api.stop());

  const started = async (): Promise<Applicant> => {
    const applicant = await Applicant.registered(api);
    succeeded(await applicant.start(), 'Application');
    return applicant;
  };

  const inSlot = async (applicant: Applicant, slot: string) =>
    (await applicant.page()).slots.find(({ requirement }) => requirement.slot === slot);

  const filesOf = async ({ browser }: Applicant): Promise<number> => {
    const [row] = await api.db.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM stored_file WHERE owner_id = ?',
      [browser.accountId],
    );
    return Number(row?.n);
  };

  it('is kept in its slot under its name and can be read back', async () => {
    const applicant = await started();
    const scan = aScan('学历证书.pdf');
    succeeded(await applicant.upload('DIPLOMA', scan), 'Application');
    const diploma = await inSlot(applicant, 'DIPLOMA');
    expect(diploma?.attachment).toMatchObject({
      fileName: '学历证书.pdf',
      mimeType: 'application/pdf',
      pageCount: 1,
      versionNo: 1,
    });
    const response = await applicant.browser.fetch(diploma?.attachment?.url ?? '');
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(scan.content))).toBe(true);
  });

  it('is replaced by a newer one, which is the next version', async () => {
    const applicant = await started();
    await applicant.upload('DIPLOMA');
    await applicant.upload('DIPLOMA', aScan('新扫描.pdf'));
    expect((await inSlot(applicant, 'DIPLOMA'))?.attachment).toMatchObject({
      fileName: '新扫描.pdf',
      versionNo: 2,
    });
  });

  it('can be taken out of a draft again', async () => {
    const applicant = await started();
    await applicant.upload('DIPLOMA');
    succeeded(await applicant.remove('DIPLOMA'), 'Application');
    expect((await inSlot(applicant, 'DIPLOMA'))?.attachment).toBeNull();
  });

  it.each([
    ['an .exe renamed to .jpg', 'FILE_TYPE'],
    ['a JPEG cut at 50 %', 'FILE_BROKEN'],
    ['a PDF with a password', 'FILE_BROKEN'],
    ['a PDF with JavaScript', 'FILE_MALICIOUS'],
  ])('that is %s is refused in words and leaves the slot empty', async (name, code) => {
    const applicant = await started();
    const content = await DOCUMENTS.find((one) => one.name === name)?.content();
    const files = await filesOf(applicant);
    const file = asUpload(Buffer.from(content ?? ''), '扫描件.jpg', 'image/jpeg');
    const refused = await applicant.upload('ID_COPY', file);
    expect(refused).toMatchObject({ __typename: 'RefusedError', code });
    expect(succeeded(refused, 'RefusedError').message).toMatch(/[。)]$/);
    expect((await inSlot(applicant, 'ID_COPY'))?.attachment).toBeNull();
    expect(await filesOf(applicant)).toBe(files);
  });

  it('of exactly 5 MiB is taken, one byte more is refused', async () => {
    const applicant = await started();
    const jpeg = await jpegScan();
    const ofSize = (bytes: number) =>
      asUpload(Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]), 'a.jpg', 'image/jpeg');
    expect(await applicant.upload('ID_COPY', ofSize(MAX_BYTES + 1))).toMatchObject({
      code: 'FILE_TOO_LARGE',
      message: expect.stringContaining('5 MB'),
    });
    expect((await inSlot(applicant, 'ID_COPY'))?.attachment).toBeNull();
    succeeded(await applicant.upload('ID_COPY', ofSize(MAX_BYTES)), 'Application');
  });

  it('that is a PDF is no photo', async () => {
    const applicant = await started();
    expect(await applicant.upload('PHOTO')).toMatchObject({ code: 'FILE_TYPE' });
    expect((await inSlot(applicant, 'PHOTO'))?.attachment).toBeNull();
  });

  it('that the slot takes only as PDF is refused as a picture', async () => {
    const applicant = await started();
    const picture = asUpload(await jpegScan(), '报告.jpg', 'image/jpeg');
    expect(await applicant.upload('EDU_REPORT', picture)).toMatchObject({ code: 'FILE_TYPE' });
  });

  it.each(['HELD_CERT', 'NO_SUCH_SLOT'])('of the slot %s has no place here', async (slot) => {
    const applicant = await started();
    const files = await filesOf(applicant);
    expect(await applicant.upload(slot)).toMatchObject({ __typename: 'RefusedError' });
    expect(await filesOf(applicant)).toBe(files);
  });

  it('that is the signed form is not taken before there is a form to sign', async () => {
    const applicant = await started();
    const files = await filesOf(applicant);
    expect(await applicant.upload('FORM_SIGNED')).toMatchObject({
      __typename: 'ActionRefusedError',
      code: 'STATE_INVALID',
    });
    expect(await filesOf(applicant)).toBe(files);
  });

  it('sent twice with one key is one version, and the second copy is not kept', async () => {
    const applicant = await started();
    const [scan, key] = [aScan(), newKey()];
    succeeded(await applicant.upload('DIPLOMA', scan, key), 'Application');
    const files = await filesOf(applicant);
    succeeded(await applicant.upload('DIPLOMA', scan, key), 'Application');
    expect((await inSlot(applicant, 'DIPLOMA'))?.attachment?.versionNo).toBe(1);
    expect(await filesOf(applicant)).toBe(files);
  });

  it('sent under the key of another file is refused, never silently dropped', async () => {
    const applicant = await started();
    const key = newKey();
    const first = aScan('第一份.pdf');
    succeeded(await applicant.upload('DIPLOMA', first, key), 'Application');
    expect(await applicant.upload('DIPLOMA', aScan('第二份.pdf'), key)).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect((await inSlot(applicant, 'DIPLOMA'))?.attachment?.fileName).toBe('第一份.pdf');
  });

  it('of ten sent at the same moment into one slot, one is current and all are versions', async () => {
    const applicant = await started();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => applicant.upload('DIPLOMA')),
    );
    for (const answer of answers) succeeded(answer, 'Application');
    expect((await inSlot(applicant, 'DIPLOMA'))?.attachment?.versionNo).toBe(10);
  });

  it('cannot be changed while the case is under review, except the signed form', async () => {
    const applicant = await new Desk(api).caseAt('UNDER_REVIEW', planId);
    expect(await applicant.upload('DIPLOMA')).toMatchObject({ code: 'STATE_INVALID' });
    expect(await applicant.remove('DIPLOMA')).toMatchObject({ code: 'STATE_INVALID' });
    const open = (await applicant.page()).slots.filter(({ writable }) => writable);
    expect(open.map(({ requirement }) => requirement.slot)).toEqual(['FORM_SIGNED']);
    succeeded(await applicant.upload('FORM_SIGNED'), 'Application');
  });

  it('that is required can be replaced after submission, never taken away', async () => {
    const applicant = await Applicant.submitted(api, planId);
    for (const slot of ['ID_COPY', 'PHOTO']) {
      expect(await applicant.remove(slot)).toMatchObject({ code: 'STATE_INVALID' });
      expect((await inSlot(applicant, slot))?.attachment).not.toBeNull();
    }
    succeeded(await applicant.upload('ID_COPY'), 'Application');
    expect((await inSlot(applicant, 'ID_COPY'))?.attachment?.versionNo).toBe(2);
  });

  it('that nobody asked for can be taken away after submission', async () => {
    const applicant = await Applicant.submitted(api, planId);
    succeeded(await applicant.upload('EDU_REPORT'), 'Application');
    succeeded(await applicant.remove('EDU_REPORT'), 'Application');
  });

  it('that is the photo makes the signed form stale, for the form shows it', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const photo = asUpload(await photoJpeg({ brightness: 0.9 }), 'a.jpg', 'image/jpeg');
    const changed = succeeded(await applicant.upload('PHOTO', photo), 'Application');
    expect(changed).toMatchObject({ dataVersion: 2, flags: { signedFormStale: true } });
  });

  it('that is not printed leaves the signed form good', async () => {
    const applicant = await Applicant.submitted(api, planId);
    const changed = succeeded(await applicant.upload('DIPLOMA'), 'Application');
    expect(changed).toMatchObject({ dataVersion: 1, flags: { signedFormStale: false } });
  });

  it('is refused after more than 120 in an hour, with how long to wait', async () => {
    const applicant = await started();
    const exe = asUpload(Buffer.from('MZ'), 'a.jpg', 'image/jpeg');
    const answers = await Promise.all(
      Array.from({ length: 121 }, () => applicant.upload('DIPLOMA', exe)),
    );
    const limited = answers.filter(({ __typename }) => __typename === 'RateLimitedError');
    expect(limited).toHaveLength(1);
    expect(limited[0]).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('of no bytes is refused', async () => {
    const applicant = await started();
    const empty = asUpload(Buffer.alloc(0), 'a.pdf', 'application/pdf');
    expect(await applicant.upload('DIPLOMA', empty)).toMatchObject({ code: 'FILE_BROKEN' });
  });
});
