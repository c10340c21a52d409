import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileSweeper } from '../../src/attachments/file-sweeper.js';
import { StoredFile } from '../../src/attachments/stored-file.entity.js';
import { photoJpeg, pngScan, scanPdf } from '../builders/files.js';
import { AttachmentsHarness } from './attachments-harness.js';

const MARKER = 'KAOPU PLAIN MARKER';
const DAY_SECONDS = 86_400;

let harness: AttachmentsHarness;
beforeAll(async () => {
  harness = await AttachmentsHarness.start();
});
afterAll(() => harness.stop());

const get = (path: string): Promise<Response> => fetch(`${harness.api.baseUrl}${path}`);
const statusOf = async (path: string): Promise<number> => (await get(path)).status;

describe('A file at rest', () => {
  it('is encrypted, and so is its name', async () => {
    const { id } = await harness.stored(scanPdf(2, MARKER), { ownerId: uuid() });
    const blob = await readFile(harness.pathOf(id));
    expect(blob.includes(MARKER)).toBe(false);
    expect(blob.includes('%PDF')).toBe(false);
    const [row] = await harness.api.db.query<{ original_name_enc: Buffer }[]>(
      'SELECT original_name_enc FROM stored_file WHERE id = ?',
      [id],
    );
    expect(row?.original_name_enc.includes('演示材料')).toBe(false);
    const opened = await harness.files.bytes(id);
    expect(opened.includes(MARKER)).toBe(true);
    const file = await harness.files.byId(id);
    expect(file).toMatchObject({ state: 'UNSCANNED', pageCount: 2, byteSize: opened.length });
    expect(file.sha256).toBe(createHash('sha256').update(opened).digest('hex'));
  });

  it.each([
    ['a changed byte', (blob: Buffer) => blob.fill((blob.at(-1) ?? 0) ^ 1, blob.length - 1)],
    ['a changed tag', (blob: Buffer) => blob.fill((blob.at(13) ?? 0) ^ 1, 13, 14)],
    ['a missing end', (blob: Buffer) => blob.subarray(0, -5)],
    ['nothing in it', () => Buffer.alloc(0)],
  ])('does not open with %s', async (_, damage) => {
    const { id } = await harness.stored(scanPdf());
    await writeFile(harness.pathOf(id), damage(await readFile(harness.pathOf(id))));
    await expect(harness.files.bytes(id)).rejects.toThrow();
    expect(await statusOf(harness.files.url(id, 'attachment'))).toBe(404);
  });

  it('does not open under the name of another', async () => {
    const one = await harness.stored(scanPdf());
    const other = await harness.stored(scanPdf(3));
    await copyFile(harness.pathOf(one.id), harness.pathOf(other.id));
    await expect(harness.files.bytes(other.id)).rejects.toThrow();
    expect((await harness.files.bytes(one.id)).length).toBeGreaterThan(0);
  });
});

describe('A download', () => {
  it('shows a picture sandboxed and stored by nobody', async () => {
    const { id } = await harness.stored(await pngScan(), { fileName: '身份证.png' });
    const response = await get(harness.files.url(id, 'inline'));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="___.png"; filename*=UTF-8''%E8%BA%AB%E4%BB%BD%E8%AF%81.png`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    });
    const received = Buffer.from(await response.arrayBuffer());
    expect((await sharp(received).metadata()).width).toBe(1240);
  });

  it('gives a PDF only to be saved, or to be read by our viewer', async () => {
    const { id } = await harness.stored(scanPdf());
    for (const disposition of ['inline', 'attachment'] as const) {
      const response = await get(harness.files.url(id, disposition));
      expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(scanPdf());
    }
  });

  it('is 404 for every wrong address', async () => {
    const { id } = await harness.stored(await pngScan());
    const other = await harness.stored(await pngScan());
    const url = harness.files.url(id, 'inline');
    const [path = '', query = ''] = url.split('?');
    const wrong = [
      path,
      `${path}?`,
      `${path}?e=&s=`,
      `${url}x`,
      `${path}?${query.replace('e=', 'e=9')}`,
      `${path}?${query}&s=x`,
      `/files/attachment/${id}?${query}`,
      `/files/inline/${other.id}?${query}`,
      `/files/inline/..%2f${id}?${query}`,
      `/files/inline/%00?${query}`,
      harness.files.url(uuid(), 'inline'),
      harness.files.url('x', 'inline'),
    ];
    expect(await Promise.all(wrong.map(statusOf))).toEqual(wrong.map(() => 404));
    expect(await statusOf(url)).toBe(200);
  });

  it('ends after five minutes', async () => {
    const { id } = await harness.stored(await pngScan());
    const url = harness.files.url(id, 'inline');
    harness.api.clock.advance(299);
    expect(await statusOf(url)).toBe(200);
    harness.api.clock.advance(2);
    expect(await statusOf(url)).toBe(404);
  });

  it('does not give out what is still being written', async () => {
    const { id } = await harness.stored(await pngScan());
    await harness.api.db.query(`UPDATE stored_file SET state = 'STORING' WHERE id = ?`, [id]);
    expect(await statusOf(harness.files.url(id, 'inline'))).toBe(404);
  });
});

describe('A registration photo', () => {
  it('keeps its sender’s word to staff, encrypted, in every copy', async () => {
    const { id } = await harness.stored(await photoJpeg(), { purpose: 'PHOTO' });
    await harness.files.explain(harness.api.db.manager, id, '演示：无法重拍');
    const copy = await harness.files.copyTo(id, uuid());
    expect((await harness.files.photo(copy.id, 'zh-CN')).note).toBe('演示：无法重拍');
    expect(copy.noteEnc?.includes('演示')).toBe(false);
  });

  it('is served as portrait, with its doubts in the language of the reader', async () => {
    const { id } = await harness.stored(await photoJpeg({ blur: 8 }), { purpose: 'PHOTO' });
    const photo = await harness.files.photo(id, 'zh-CN');
    expect(photo).toMatchObject({
      id,
      width: 358,
      height: 441,
      note: null,
    });
    expect(photo.checks.map(({ check, good }) => [check, good])).toEqual([
      ['PIXELS', true],
      ['RATIO', true],
      ['SHARPNESS', false],
      ['EXPOSURE', true],
      ['BACKGROUND', true],
      ['COLOUR', true],
    ]);
    expect(photo.checks[2]).toMatchObject({
      name: '清晰度',
      wanted: '≥ 80',
      message: '照片可能不清晰(模糊或抖动)。建议重新拍摄。',
    });
    const english = await harness.files.photo(id, 'en');
    expect(english.checks[2]?.message).toBe('The photo looks blurred. Taking it again is advised.');
    expect(english.checks[2]?.figure).toMatch(/^\d+$/);
    const served = Buffer.from(await (await get(photo.url)).arrayBuffer());
    expect(served).toEqual(await harness.files.photoJpeg(id));
    expect(await sharp(served).metadata()).toMatchObject({
      format: 'jpeg',
      width: 358,
      height: 441,
    });
  });

  it('is no document, and a document is no photo', async () => {
    const { id } = await harness.stored(await pngScan());
    await expect(harness.files.photoJpeg(id)).rejects.toThrow('NOT_FOUND');
  });

  it('can be copied for another owner and lives on without the first', async () => {
    const first = await harness.stored(await photoJpeg(), { purpose: 'PHOTO' });
    const copy = await harness.files.copyTo(first.id, 'another-owner');
    const before = await harness.files.photoJpeg(first.id);
    await harness.files.discard(first.id);
    await expect(harness.files.bytes(first.id)).rejects.toThrow('NOT_FOUND');
    expect(existsSync(harness.pathOf(first.id))).toBe(false);
    expect(existsSync(harness.pathOf(first.wholePictureId ?? ''))).toBe(false);
    expect(await harness.files.photoJpeg(copy.id)).toEqual(before);
    expect(existsSync(harness.pathOf(copy.wholePictureId ?? ''))).toBe(true);
    expect(harness.files.fileName(await harness.files.byId(copy.id))).toBe('演示材料.jpg');
  });
});

describe('The sweeper', () => {
  const sweep = (): Promise<void> => harness.api.app.get(FileSweeper).sweep();
  const isThere = async (id: string): Promise<boolean> =>
    (await harness.api.db.manager.existsBy(StoredFile, { id })) && existsSync(harness.pathOf(id));

  it('removes what was being written when its writer died', async () => {
    const { id } = await harness.stored(await pngScan());
    await harness.api.db.query(`UPDATE stored_file SET state = 'STORING' WHERE id = ?`, [id]);
    await sweep();
    expect(await isThere(id)).toBe(true);
    harness.api.clock.advance(121);
    await sweep();
    expect(await isThere(id)).toBe(false);
    expect(existsSync(harness.pathOf(id))).toBe(false);
  });

  it('removes documents nothing refers to after a day, and nothing else', async () => {
    const loose = await harness.stored(await pngScan());
    const kept = await harness.stored(await pngScan());
    const photo = await harness.stored(await photoJpeg(), { purpose: 'PHOTO' });
    await harness.files.keep(harness.api.db.manager, kept.id);
    harness.api.clock.advance(DAY_SECONDS - 1);
    await sweep();
    expect(await isThere(loose.id)).toBe(true);
    harness.api.clock.advance(2);
    await sweep();
    expect(await Promise.all([loose, kept, photo].map(({ id }) => isThere(id)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
