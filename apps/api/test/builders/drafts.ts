import { v7 as uuid } from 'uuid';
import { AttachmentRow } from '../../src/attachments/attachment.entity.js';
import { StoredFiles } from '../../src/attachments/stored-files.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UserError } from '../../src/platform/graphql/user-error.js';
import { AnswersService } from '../../src/registrations/applying/answers.service.js';
import { ApplyingService } from '../../src/registrations/applying/applying.service.js';
import { PapersService } from '../../src/registrations/applying/papers.service.js';
import { SubmittingService } from '../../src/registrations/applying/submitting.service.js';
import type { ApiHarness } from '../support/api-harness.js';
import type { SignedIn } from './accounts.js';
import { anActor } from './certificates.js';
import { photoJpeg, scanPdf } from './files.js';

/** Everything the type asks to be typed, right for somebody with a degree on the day the tests start. */
export const ANSWERS: Readonly<Record<string, unknown>> = {
  testingNature: 'PERIODIC',
  workYears: 6,
  workRecords: [{ from: '2020-01-06', to: null, unit: '演示检测有限公司', kind: 'TESTING' }],
  nearVisionLeft: '5.0',
  nearVisionRight: '5.1',
  colourVision: 'NORMAL',
  visionExamDate: '2026-10-15',
  deliveryMethod: 'PICK_UP',
};

/** Papers to be uploaded before submission, beside the photo. */
export const PAPERS = ['ID_COPY', 'DIPLOMA', 'WORK_PROOF', 'VISION'] as const;

let keys = 0;

/** A key for one intent. */
export const newKey = (): string => `case-key-${++keys}`;

/** What a service returned, unless it refused. @throws Error with the refusal. */
export function done(outcome: string | UserError): string {
  if (outcome instanceof UserError) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A candidate as the server knows them. */
export const asCandidate = ({ accountId }: SignedIn): Actor =>
  anActor({ kind: 'account', id: accountId, roles: ['CANDIDATE'] });

/** The version of a case somebody would see on the screen now. */
export async function versionOf(api: ApiHarness, id: string): Promise<number> {
  const [row] = await api.db.query<{ version: number }[]>(
    'SELECT version FROM application WHERE id = ?',
    [id],
  );
  return Number(row?.version);
}

/** A complete draft for the plan, or without one, by the services instead of a browser. @returns its id. */
export async function completeDraft(
  api: ApiHarness,
  owner: SignedIn,
  planId: string | null,
  itemCode = 'RT-I',
): Promise<string> {
  const actor = asCandidate(owner);
  const applying = api.app.get(ApplyingService);
  const wish = { idempotencyKey: newKey(), type: 'testing-initial', itemCode };
  const id = done(await applying.start(actor, wish));
  await putPapers(api, id, actor.id);
  const answers = Object.entries(ANSWERS).map(([fieldId, value]) => ({ fieldId, value }));
  const input = { applicationId: id, version: 1, idempotencyKey: newKey(), answers, planId };
  return done(await api.app.get(AnswersService).save(actor, input));
}

/** Every paper at once, for `SlotFiles.put` would lock the shared files one draft after the other. */
export async function putPapers(
  api: ApiHarness,
  subjectId: string,
  createdBy: string,
  slots: readonly string[] = [...PAPERS, 'PHOTO'],
): Promise<void> {
  const { scan, photo } = await filesFor(api);
  const createdAt = api.clock.now();
  const put = { subjectId, createdBy, createdAt, versionNo: 1, removedAt: null };
  await api.db.manager.insert(
    AttachmentRow,
    slots.map((slotCode) => ({
      ...put,
      id: uuid(),
      slotCode,
      fileId: slotCode === 'PHOTO' ? photo : scan,
    })),
  );
}

/** Submits a complete draft. */
export async function submitDraft(api: ApiHarness, owner: SignedIn, id: string): Promise<void> {
  const input = {
    applicationId: id,
    version: await versionOf(api, id),
    idempotencyKey: newKey(),
    truthDeclared: true,
  };
  done(await api.app.get(SubmittingService).submit(asCandidate(owner), input));
}

/** Hands in the signed form. */
export async function signForm(api: ApiHarness, owner: SignedIn, id: string): Promise<void> {
  const input = { applicationId: id, slot: 'FORM_SIGNED', idempotencyKey: newKey() };
  const file = { fileName: '报名申请表.pdf', content: scanPdf() };
  done(await api.app.get(PapersService).upload(asCandidate(owner), input, file));
}

interface SharedFiles {
  readonly scan: string;
  readonly photo: string;
}

const shared = new WeakMap<ApiHarness, Promise<SharedFiles>>();

/** One scan and one photo that all drafts of a server share, for decoding takes its time. */
function filesFor(api: ApiHarness): Promise<SharedFiles> {
  const known = shared.get(api) ?? storeFiles(api);
  shared.set(api, known);
  return known;
}

async function storeFiles(api: ApiHarness): Promise<SharedFiles> {
  const store = async (purpose: 'DOCUMENT' | 'PHOTO', content: Buffer): Promise<string> => {
    const order = { purpose, content, ownerId: 'drafts', fileName: '扫描件' };
    const stored = await api.app.get(StoredFiles).store(order);
    if (!stored.ok) throw new Error(stored.key);
    const { id } = stored.file;
    await api.app.get(StoredFiles).keep(api.db.manager, id);
    return id;
  };
  return {
    scan: await store('DOCUMENT', scanPdf()),
    photo: await store('PHOTO', await photoJpeg()),
  };
}
