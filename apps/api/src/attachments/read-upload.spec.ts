import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readContent, readUpload } from './read-upload.js';
import type { UploadArg } from './upload-arg.js';

const CUT = Object.assign(new Error('File truncated'), { status: 413 });

const upload = (createReadStream: () => Readable): UploadArg =>
  Promise.resolve({
    filename: 'a.jpg',
    mimetype: 'image/jpeg',
    encoding: '7bit',
    createReadStream,
  });

describe('Reading an upload', () => {
  it('gives name and content', async () => {
    const read = await readUpload(
      upload(() => Readable.from([Buffer.from('ab'), Buffer.from('c')])),
    );
    expect(read).toEqual({ ok: true, fileName: 'a.jpg', content: Buffer.from('abc') });
  });

  it('says when the request held no file', async () => {
    const missing: UploadArg = Promise.reject(new Error('File missing in the request.'));
    expect(await readUpload(missing)).toMatchObject({ code: 'VALIDATION', key: 'file.missing' });
  });

  it('says when the file was cut before it was opened', async () => {
    const cut = upload(() => {
      throw CUT;
    });
    expect(await readUpload(cut)).toMatchObject({
      key: 'file.tooLargeCut',
      params: { limitMb: 5 },
    });
  });

  it('says when the file was cut while it was read', async () => {
    const stream = new Readable({ read: () => stream.destroy(CUT) });
    expect(await readUpload(upload(() => stream))).toMatchObject({ key: 'file.tooLargeCut' });
  });

  it('says when the sender went away', async () => {
    const stream = new Readable({ read: () => stream.destroy(new Error('Request disconnected')) });
    expect(await readUpload(upload(() => stream))).toMatchObject({ key: 'file.interrupted' });
  });

  it.each([
    ['at the limit', 1024, true],
    ['one byte above', 1025, false],
  ])('%s of its slot counts exactly, as buffer and as stream', async (_, bytes, isTaken) => {
    const content = Buffer.alloc(bytes);
    expect(Buffer.isBuffer(await readContent(content, 1024))).toBe(isTaken);
    expect(Buffer.isBuffer(await readContent(Readable.from([content]), 1024))).toBe(isTaken);
  });
});
