import { existsSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FILE_LIMITS } from '../../src/attachments/file-rules.js';
import { UploadFolder } from '../../src/attachments/upload-folder.js';
import { MAX_UPLOAD_BYTES } from '../../src/platform/http/uploads.js';
import { asUpload, jpegScan, photoJpeg, pngScan, scanPdf } from '../builders/files.js';
import { testSettings } from '../support/test-settings.js';
import { AttachmentsHarness } from './attachments-harness.js';
import { DOCUMENTS } from './corpus.js';

let harness: AttachmentsHarness;
beforeAll(async () => {
  harness = await AttachmentsHarness.start();
});
afterAll(() => harness.stop());

/** A readable JPEG filled up to exactly `bytes` behind its end. */
async function jpegOf(bytes: number): Promise<Buffer> {
  const jpeg = await jpegScan();
  return Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length)]);
}

describe('An upload', () => {
  afterEach(async () => {
    await expect.poll(() => harness.temporaryFiles()).toEqual([]);
  });

  it('of exactly 5 MiB passes', async () => {
    const content = await jpegOf(MAX_UPLOAD_BYTES);
    const { id, message } = await harness.upload(asUpload(content, '身份证.jpg', 'image/jpeg'));
    expect(message).toBeNull();
    expect(id).not.toBeNull();
  });

  it.each([
    ['one byte above 5 MiB', MAX_UPLOAD_BYTES + 1],
    ['two bytes above 5 MiB', MAX_UPLOAD_BYTES + 2],
    ['three bytes above 5 MiB', MAX_UPLOAD_BYTES + 3],
    ['9 MiB', 9 * 1024 * 1024],
  ])('of %s is refused in words', async (_, bytes) => {
    const content = await jpegOf(bytes);
    const answer = await harness.upload(asUpload(content, '身份证.jpg', 'image/jpeg'));
    expect(answer).toMatchObject({ id: null, code: 'FILE_TOO_LARGE' });
    expect(answer.message).toContain('不能超过 5 MB');
  });

  it('of nothing is refused with its own sentence', async () => {
    const answer = await harness.upload(asUpload(Buffer.alloc(0), 'a.pdf', 'application/pdf'));
    expect(answer).toEqual({ id: null, code: 'FILE_BROKEN', message: '文件是空的,请重新选择。' });
  });

  it.each(DOCUMENTS)('that is $name ends as $expected without an accident', async (file) => {
    const { id, code } = await harness.upload(
      asUpload(Buffer.from(await file.content()), 'scan.jpg', 'image/jpeg'),
    );
    if (!file.expected.startsWith('file.')) expect(id).not.toBeNull();
    else expect(code).toMatch(/^FILE_(TYPE|BROKEN|MALICIOUS)$/);
  });

  it.each([
    ['../../../etc/passwd', 'passwd.png'],
    ['C:\\temp\\证书.png', '证书.png'],
    ['cod\u202Egnp.exe', 'codgnp.png'],
    ['长'.repeat(200) + '.png', '长'.repeat(95) + '.png'],
    ['a"b\r\nX-Evil: 1.png', 'a%22b%0D%0AX-Evil_ 1.png'],
  ])('called %j is kept under a harmless name', async (given, expected) => {
    const { id } = await harness.upload(asUpload(await pngScan(), given, 'image/png'));
    const file = await harness.files.byId(id ?? '');
    expect(harness.files.fileName(file)).toBe(expected);
  });

  it('that the sender breaks off leaves nothing, and the next one works', async () => {
    const { port, hostname: host } = new URL(harness.api.baseUrl);
    const boundary = 'demo';
    const operations = JSON.stringify({
      query:
        'mutation ($file: Upload!) { probeUpload(file: $file, ownerId: "demo", purpose: "DOCUMENT") { id } }',
      variables: { file: null },
    });
    const part = (name: string, extra = ''): string =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${extra}\r\n\r\n`;
    const socket = connect(Number(port), host);
    socket.on('error', () => undefined);
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${host}:${port}\r\nContent-Length: 4000000\r\n` +
        `apollo-require-preflight: 1\r\ncookie: kaopu_probe=demo\r\n` +
        `Content-Type: multipart/form-data; boundary=${boundary}\r\n\r\n` +
        `${part('operations')}${operations}\r\n${part('map')}{"0":["variables.file"]}\r\n` +
        part('0', '; filename="a.jpg"'),
    );
    socket.write(Buffer.alloc(1_000_000));
    await expect.poll(() => harness.temporaryFiles()).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => harness.temporaryFiles()).toEqual([]);
    const { id } = await harness.upload(asUpload(await pngScan(), 'a.png', 'image/png'));
    expect(id).not.toBeNull();
  });

  it('of the sixty-first file of a day is refused, and taken again a day later', async () => {
    const ownerId = uuid();
    const tiny = Buffer.from(scanPdf());
    for (let count = 0; count < FILE_LIMITS.filesPerDay; count++) {
      await harness.stored(tiny, { ownerId });
    }
    const upload = asUpload(tiny, 'a.pdf', 'application/pdf');
    const refused = await harness.upload(upload, 'DOCUMENT', ownerId);
    expect(refused.message).toContain('24 小时内最多上传 60 个文件');
    harness.api.clock.advance(86_401);
    expect((await harness.upload(upload, 'DOCUMENT', ownerId)).id).not.toBeNull();
  });
});

describe('A slot', () => {
  it('that takes less than 5 MiB says its own limit', async () => {
    const outcome = await harness.files.store({
      purpose: 'DOCUMENT',
      ownerId: uuid(),
      fileName: 'a.pdf',
      content: Buffer.alloc(1_100_000),
      maxBytes: 1024 * 1024,
    });
    expect(outcome).toMatchObject({
      code: 'FILE_TOO_LARGE',
      key: 'file.tooLarge',
      params: { limitMb: 1, actualMb: 1.05 },
    });
  });

  it('that takes pictures only refuses a PDF by name', async () => {
    const rules = {
      purpose: 'DOCUMENT',
      ownerId: uuid(),
      allowedExtensions: ['jpg', 'jpeg', 'PNG'],
    } as const;
    const refused = await harness.files.store({ ...rules, fileName: 'a.jpg', content: scanPdf() });
    expect(refused).toMatchObject({ key: 'file.type', params: { allowed: 'JPG / PNG' } });
    const taken = await harness.files.store({
      ...rules,
      fileName: 'a',
      content: await photoJpeg(),
    });
    expect(taken.ok).toBe(true);
  });
});

describe('A process that starts', () => {
  it('removes uploads of dead processes and leaves those of living ones', async () => {
    const settings = {
      ...testSettings('mysql://unused'),
      dataDir: mkdtempSync(join(tmpdir(), 'kaopu-sweep-')),
    };
    const root = join(settings.dataDir, 'uploads');
    const put = (folder: string, ageSeconds: number): string => {
      mkdirSync(join(root, folder), { recursive: true });
      const file = join(root, folder, `capacitor-${ageSeconds}.tmp`);
      writeFileSync(file, 'demo');
      const at = (performance.timeOrigin + performance.now()) / 1000 - ageSeconds;
      utimesSync(file, at, at);
      return file;
    };
    const dead = put(`${hostname()}-999999999`, 1);
    const own = put(`${hostname()}-${process.pid}`, 1);
    const living = put(`${hostname()}-${process.ppid}`, 1);
    const elsewhereNew = put('elsewhere-1', 1);
    const elsewhereOld = put('elsewhere-1', 600);
    const folder = new UploadFolder(settings);
    await folder.onModuleInit();
    expect([dead, own, living, elsewhereNew, elsewhereOld].map((file) => existsSync(file))).toEqual(
      [false, false, true, true, false],
    );
    expect(tmpdir()).toBe(folder.path);
    await folder.onApplicationShutdown();
    expect(tmpdir()).not.toBe(folder.path);
  });
});
