import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SlotFiles } from '../../src/attachments/slot-files.js';
import { isRetryable } from '../../src/platform/database/database-errors.js';
import { pngScan, scanPdf } from '../builders/files.js';
import { AttachmentsHarness } from './attachments-harness.js';

const CREATED_BY = 'demo-account';
const AT_ONCE = 6;

let harness: AttachmentsHarness;
let slots: SlotFiles;
beforeAll(async () => {
  harness = await AttachmentsHarness.start();
  slots = harness.api.app.get(SlotFiles);
});
afterAll(() => harness.stop());

const inTransaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
  harness.api.db.transaction('READ COMMITTED', work);

const put = (subjectId: string, slotCode: string, fileId: string): Promise<{ versionNo: number }> =>
  inTransaction((em) => slots.put(em, { subjectId, slotCode, fileId, createdBy: CREATED_BY }));

const pdf = async (): Promise<string> => (await harness.stored(scanPdf(2))).id;

describe('A slot', () => {
  it('shows its file as the schema wants it', async () => {
    const subjectId = uuid();
    const file = await harness.stored(scanPdf(2), { fileName: '学历证书.pdf' });
    await put(subjectId, 'DIPLOMA', file.id);
    const [current] = await slots.current(subjectId);
    if (!current) throw new Error('The slot is empty.');
    const shown = slots.view(current, 'zh-CN');
    expect(shown).toMatchObject({
      slot: 'DIPLOMA',
      fileName: '学历证书.pdf',
      mimeType: 'application/pdf',
      byteSize: file.byteSize,
      pageCount: 2,
      versionNo: 1,
      uploadedAt: harness.api.clock.now(),
    });
    expect((await fetch(`${harness.api.baseUrl}${shown.url}`)).status).toBe(200);
  });

  it('keeps the versions before the current one', async () => {
    const subjectId = uuid();
    const [first, second] = [await pdf(), (await harness.stored(await pngScan())).id];
    await put(subjectId, 'DIPLOMA', first);
    expect(await put(subjectId, 'DIPLOMA', second)).toMatchObject({ versionNo: 2 });
    const current = await slots.current(subjectId);
    expect(current.map(({ file, versionNo }) => [file.id, versionNo])).toEqual([[second, 2]]);
    expect((await harness.files.bytes(first)).length).toBeGreaterThan(0);
  });

  it('can be emptied and filled again, and counts on', async () => {
    const subjectId = uuid();
    await put(subjectId, 'DIPLOMA', await pdf());
    const remove = (): Promise<boolean> =>
      inTransaction((em) => slots.remove(em, subjectId, 'DIPLOMA'));
    expect(await remove()).toBe(true);
    expect(await remove()).toBe(false);
    expect(await slots.current(subjectId)).toEqual([]);
    expect(await put(subjectId, 'DIPLOMA', await pdf())).toMatchObject({ versionNo: 2 });
  });

  it('stays as it was when the transaction around it fails', async () => {
    const subjectId = uuid();
    const before = await pdf();
    await put(subjectId, 'DIPLOMA', before);
    const failing = inTransaction(async (em) => {
      await slots.put(em, {
        subjectId,
        slotCode: 'DIPLOMA',
        fileId: await pdf(),
        createdBy: CREATED_BY,
      });
      const inside = await slots.current(subjectId, em);
      expect(inside.map(({ versionNo }) => versionNo)).toEqual([2]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await slots.current(subjectId)).map(({ file }) => file.id)).toEqual([before]);
  });

  it('does not take a file that is not there', async () => {
    await expect(put(uuid(), 'DIPLOMA', uuid())).rejects.toThrow('NOT_FOUND');
  });
});

describe('Many slots', () => {
  it('are read together, each subject with its own', async () => {
    const [one, two, none] = [uuid(), uuid(), uuid()];
    await put(one, 'DIPLOMA', await pdf());
    await put(one, 'ID_CARD', await pdf());
    await put(two, 'DIPLOMA', await pdf());
    const listed = await slots.list([one, two, none]);
    expect(
      [one, two, none].map((id) =>
        listed
          .get(id)
          ?.map(({ slotCode }) => slotCode)
          .toSorted(),
      ),
    ).toEqual([['DIPLOMA', 'ID_CARD'], ['DIPLOMA'], []]);
    expect((await slots.list([])).size).toBe(0);
  });
});

describe('Uploads into one slot at the same moment', () => {
  /** @returns how many files the slot holds afterwards as its current one. */
  async function race(): Promise<number> {
    const subjectId = uuid();
    const files = await Promise.all(Array.from({ length: AT_ONCE }, pdf));
    await Promise.allSettled(
      files.map((fileId) => untilDone(() => put(subjectId, 'DIPLOMA', fileId))),
    );
    const [row] = await harness.api.db.query<{ live: string }[]>(
      'SELECT COUNT(*) AS live FROM attachment WHERE subject_id = ? AND removed_at IS NULL',
      [subjectId],
    );
    return Number(row?.live);
  }

  /** Deadlock victims run again, as Transactions does. */
  async function untilDone(work: () => Promise<unknown>): Promise<void> {
    for (let attempt = 0; attempt < AT_ONCE; attempt++) {
      try {
        await work();
        return;
      } catch (thrown) {
        if (!isRetryable(thrown)) throw thrown;
      }
    }
  }

  it('leave one current file', async () => {
    for (let round = 0; round < 5; round++) expect(await race()).toBe(1);
  });

  it('would leave several without the unique keys', async () => {
    await harness.api.db.query(
      'ALTER TABLE attachment DROP KEY uq_attachment_live, DROP KEY uq_attachment_version, ADD KEY ix_control (subject_id)',
    );
    const rounds: number[] = [];
    while (rounds.length < 20 && Math.max(1, ...rounds) === 1) rounds.push(await race());
    expect(Math.max(...rounds)).toBeGreaterThan(1);
  });
});
