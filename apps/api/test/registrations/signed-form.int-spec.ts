import {
  ApplicationPageDocument,
  SaveAnswersDocument,
  StartApplicationDocument,
  SubmitApplicationDocument,
  UploadAttachmentDocument,
} from '@kaopu/graphql';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { print } from '../../src/documents/paper.fixture.js';
import { signedInCandidate, signedInStaff, type SignedIn } from '../builders/accounts.js';
import { asUpload, jpegScan, photoJpeg, scanPdf } from '../builders/files.js';
import { aPlan } from '../builders/plans.js';
import { withReferenceData } from '../builders/reference-data.js';
import { aHolder, begun, done, REISSUE_ANSWERS, save } from '../builders/requests.js';
import { aKey } from '../profile/registration.js';
import { ApiHarness } from '../support/api-harness.js';

let api: ApiHarness;
let planId: string;
let reviewer: SignedIn;
beforeAll(async () => {
  api = await ApiHarness.start();
  await withReferenceData(api);
  planId = (await aPlan(api)).id;
  reviewer = await signedInStaff(api, ['REVIEWER'], { institutionCode: 'EI-34' });
});
afterAll(() => api.stop());

const ANSWERS = [
  { fieldId: 'testingNature', value: 'PERIODIC' },
  { fieldId: 'workYears', value: 6 },
  {
    fieldId: 'workRecords',
    value: [{ from: '2020-01-06', to: null, unit: '演示特种设备检测有限公司', kind: 'TESTING' }],
  },
  { fieldId: 'nearVisionLeft', value: '5.0' },
  { fieldId: 'nearVisionRight', value: '5.0' },
  { fieldId: 'colourVision', value: 'NORMAL' },
  { fieldId: 'visionExamDate', value: '2026-11-01' },
  { fieldId: 'deliveryMethod', value: 'PICK_UP' },
];

const pageOf = async (browser: SignedIn, id: string) =>
  (await browser.send(ApplicationPageDocument, { id })).application;

async function upload(
  browser: SignedIn,
  id: string,
  slot: string,
  content: Buffer<ArrayBuffer>,
  type: string,
) {
  const file = asUpload(content, type === 'application/pdf' ? 'a.pdf' : 'a.jpg', type);
  const input = { applicationId: id, idempotencyKey: aKey(), slot };
  return (
    await browser.send(UploadAttachmentDocument, { input, file: new File([], file.name) }, file)
  ).uploadAttachment;
}

/** A candidate with a submitted application whose form is not signed yet. */
async function submitted(existing?: SignedIn, itemCode = 'RT-I') {
  const browser = existing ?? (await signedInCandidate(api, { photo: await photoJpeg() }));
  const started = await browser.send(StartApplicationDocument, {
    input: { idempotencyKey: aKey(), type: 'testing-initial', itemCode },
  });
  if (started.startApplication.__typename !== 'Application')
    throw new Error(JSON.stringify(started));
  const { id } = started.startApplication;
  const saved = await browser.send(SaveAnswersDocument, {
    input: {
      applicationId: id,
      version: started.startApplication.version,
      idempotencyKey: aKey(),
      answers: ANSWERS,
      planId,
    },
  });
  if (saved.saveAnswers.__typename !== 'Application') throw new Error(JSON.stringify(saved));
  for (const { requirement, attachment } of saved.saveAnswers.slots) {
    if (attachment || !requirement.required || requirement.afterSubmission) continue;
    const isPdf = requirement.extensions.includes('pdf');
    await upload(
      browser,
      id,
      requirement.slot,
      isPdf ? scanPdf() : await jpegScan(),
      isPdf ? 'application/pdf' : 'image/jpeg',
    );
  }
  const { version } = await pageOf(browser, id);
  const done = await browser.send(SubmitApplicationDocument, {
    input: { applicationId: id, version, idempotencyKey: aKey(), truthDeclared: true },
  });
  if (done.submitApplication.__typename !== 'Application') throw new Error(JSON.stringify(done));
  return { browser, id };
}

/** The form as it comes out of the printer, signed and photographed lying on its side. */
async function photographed(browser: SignedIn, id: string): Promise<Buffer<ArrayBuffer>> {
  const { formUrl } = await pageOf(browser, id);
  const pdf = Buffer.from(await (await browser.fetch(formUrl ?? '')).arrayBuffer());
  const [sheet] = await print(pdf);
  const picture = await sharp(sheet?.png).rotate(90).jpeg({ quality: 50 }).toBuffer();
  return Buffer.from(new Uint8Array(picture));
}

const signed = (browser: SignedIn, id: string, picture: Buffer<ArrayBuffer>) =>
  upload(browser, id, 'FORM_SIGNED', picture, 'image/jpeg');

describe('A signed form of a request about a certificate', () => {
  const begunReissue = async () => {
    const { holder, held } = await aHolder(api);
    const id = await begun(holder, held.id, 'certificate-reissue');
    done(await save(holder, id, REISSUE_ANSWERS));
    return { holder, id };
  };
  const sign = (browser: SignedIn, id: string, picture: Buffer<ArrayBuffer>) =>
    upload(browser, id, 'REISSUE_FORM', picture, 'image/jpeg');

  it('printed from what is being prepared fits', async () => {
    const { holder, id } = await begunReissue();
    expect(await sign(holder, id, await photographed(holder, id))).toMatchObject({
      signedForm: { finding: 'MATCH' },
      flags: { signedFormStale: false },
    });
  });

  it('printed before an answer was changed is named older at once', async () => {
    const { holder, id } = await begunReissue();
    const older = await photographed(holder, id);
    done(await save(holder, id, { ...REISSUE_ANSWERS, reissueStatement: '另一种情况的说明。' }));
    expect(await sign(holder, id, older)).toMatchObject({
      signedForm: { finding: 'OLDER' },
      flags: { signedFormStale: true },
    });
  });

  it('of somebody else is turned away', async () => {
    const [mine, other] = [await begunReissue(), await begunReissue()];
    const foreign = await photographed(other.holder, other.id);
    expect(await sign(mine.holder, mine.id, foreign)).toMatchObject({
      __typename: 'RefusedError',
      code: 'VALIDATION',
    });
  });
});

describe('A signed form', () => {
  it('of the application as it is, is said to fit, to both sides', async () => {
    const { browser, id } = await submitted();
    expect(await signed(browser, id, await photographed(browser, id))).toMatchObject({
      __typename: 'Application',
      signedForm: { finding: 'MATCH' },
      flags: { signedFormMissing: false, signedFormStale: false },
    });
    expect((await pageOf(reviewer, id)).signedForm?.finding).toBe('MATCH');
  });

  it('of an older version is named at once, to both sides, and counts as stale', async () => {
    const { browser, id } = await submitted();
    const older = await photographed(browser, id);
    await api.db.query(
      'UPDATE application SET data_version = data_version + 1, content_hash = ? WHERE id = ?',
      ['e'.repeat(64), id],
    );
    expect(await signed(browser, id, older)).toMatchObject({
      signedForm: { finding: 'OLDER', message: expect.stringContaining('重新打印') as string },
      flags: { signedFormStale: true },
    });
    expect((await pageOf(reviewer, id)).signedForm).toMatchObject({
      finding: 'OLDER',
      message: expect.stringContaining('请勿通过') as string,
    });
  });

  it('that fitted is named older once the application was changed', async () => {
    const { browser, id } = await submitted();
    await signed(browser, id, await photographed(browser, id));
    await api.db.query('UPDATE application SET data_version = data_version + 1 WHERE id = ?', [id]);
    for (const side of [browser, reviewer]) {
      expect((await pageOf(side, id)).signedForm?.finding).toBe('OLDER');
    }
  });

  it('without a readable code is taken and flagged for staff', async () => {
    const { browser, id } = await submitted();
    expect(await signed(browser, id, await jpegScan())).toMatchObject({
      signedForm: { finding: 'UNREADABLE' },
      flags: { signedFormMissing: false, signedFormStale: false },
    });
    expect((await pageOf(reviewer, id)).signedForm?.message).toContain('人工核对');
  });

  it('of another person is refused in words, and what was there stays', async () => {
    const [mine, theirs] = [await submitted(), await submitted()];
    await signed(mine.browser, mine.id, await photographed(mine.browser, mine.id));
    const foreign = await photographed(theirs.browser, theirs.id);
    const { number } = await pageOf(theirs.browser, theirs.id);
    const refused = await signed(mine.browser, mine.id, foreign);
    expect(refused).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining('不是您的') as string,
    });
    expect(JSON.stringify(refused)).not.toContain(number);
    expect((await pageOf(mine.browser, mine.id)).signedForm?.finding).toBe('MATCH');
  });

  it('of another application of the same person is refused with its number', async () => {
    const { browser, id } = await submitted();
    const other = await submitted(browser, 'UT-I');
    const { number } = await pageOf(browser, other.id);
    expect(await signed(browser, id, await photographed(browser, other.id))).toMatchObject({
      code: 'VALIDATION',
      message: expect.stringContaining(number ?? '?') as string,
    });
  });
});
