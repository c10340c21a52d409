import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { DOCUMENTS, MARKER } from '../../../test/attachments/corpus.js';
import { photoJpeg, pngScan, scanPdf } from '../../../test/builders/files.js';
import { allowedTypes, type Crop } from '../file-rules.js';
import { DecodeWorker } from './decode-worker.js';
import type { Examination, Portrait } from './examination.js';
import { FileDecoder } from './file-decoder.js';

const decoder = new FileDecoder();
afterAll(() => decoder.onApplicationShutdown());

describe('A document', () => {
  it.each(DOCUMENTS)('that is $name gives $expected', async ({ content, expected }) => {
    const examined = await decoder.examine({
      content: await content(),
      purpose: 'DOCUMENT',
      allowed: allowedTypes('DOCUMENT'),
      crop: null,
    });
    expect(examined.ok ? examined.mime : examined.key).toBe(expected);
    if (examined.ok) expect(Buffer.from(examined.content).includes(MARKER)).toBe(false);
  });
});

const examinePhoto = async (content: Buffer, crop: Crop | null = null): Promise<Examination> =>
  decoder.examine({ content, purpose: 'PHOTO', allowed: allowedTypes('PHOTO'), crop });

const portraitOf = (examination: Examination): Portrait => {
  if (!examination.ok || !examination.portrait) throw new Error(JSON.stringify(examination));
  return examination.portrait;
};

/** Mean difference of two pictures of the same size, 0–255. */
function difference(one: Uint8Array, other: Uint8Array): number {
  expect(one.length).toBe(other.length);
  return (
    one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length
  );
}

describe('A photo', () => {
  it('becomes a JPEG of 358 × 441 pixels and at most 200 KB beside the whole picture', async () => {
    const examined = await examinePhoto(
      await photoJpeg({ width: 2400, height: 3200, busyBackground: true }),
    );
    const { jpeg } = portraitOf(examined);
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 358, height: 441 });
    expect(jpeg.length).toBeLessThanOrEqual(200 * 1024);
    expect(examined).toMatchObject({ width: 2400, height: 3200, mime: 'image/jpeg' });
  });

  it('of pure noise stays within 200 KB too', async () => {
    const raw = { width: 716, height: 882, channels: 3 } as const;
    const noise = sharp(randomBytes(raw.width * raw.height * raw.channels), { raw });
    const { jpeg } = portraitOf(await examinePhoto(await noise.png().toBuffer()));
    expect(jpeg.length).toBeLessThanOrEqual(200 * 1024);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'held in orientation %i comes out upright',
    async (orientation) => {
      const upright = portraitOf(await examinePhoto(await photoJpeg()));
      const turned = portraitOf(await examinePhoto(await photoJpeg({ exif: { orientation } })));
      expect(difference(turned.pixels, upright.pixels)).toBeLessThan(4);
      const jpeg = await sharp(turned.jpeg).metadata();
      expect(jpeg.orientation ?? 1).toBe(1);
    },
  );

  it('loses place and author', async () => {
    const sent = await photoJpeg({ exif: { gps: true, artist: 'KAOPU-ARTIST' } });
    expect(sent.includes('KAOPU-ARTIST')).toBe(true);
    const examined = await examinePhoto(sent);
    if (!examined.ok) throw new Error(examined.key);
    for (const part of [examined.content, portraitOf(examined).jpeg]) {
      const { exif } = await sharp(part).metadata();
      expect(Buffer.from(part).includes('KAOPU-ARTIST')).toBe(false);
      // Tag 0x8825 points at the GPS block.
      expect(exif?.includes(Buffer.from([0x88, 0x25])) ?? false).toBe(false);
      expect(exif?.includes(Buffer.from([0x25, 0x88])) ?? false).toBe(false);
    }
  });

  it('is cut where the person put the frame, counted in the upright picture', async () => {
    const crop = { x: 450, y: 0, width: 450, height: 554 };
    const sent = await photoJpeg({ exif: { orientation: 6 } });
    const { pixels, cutWidth, cutHeight } = portraitOf(await examinePhoto(sent, crop));
    const expected = await sharp(await photoJpeg())
      .extract({ left: 450, top: 0, width: 450, height: 554 })
      .resize(358, 441, { fit: 'fill' })
      .raw()
      .toBuffer();
    expect(difference(pixels, expected)).toBeLessThan(4);
    expect([cutWidth, cutHeight]).toEqual([450, 554]);
  });

  it.each([
    ['outside of the picture', { x: 800, y: 0, width: 358, height: 441 }],
    ['with a negative corner', { x: -1, y: 0, width: 358, height: 441 }],
    ['without a size', { x: 0, y: 0, width: 0, height: 0 }],
    ['with broken pixels', { x: 0.5, y: 0, width: 358, height: 441 }],
  ])('with a frame %s is refused', async (_, crop) => {
    expect(await examinePhoto(await photoJpeg(), crop)).toMatchObject({ key: 'file.crop' });
  });

  it('that is too small is refused with its figures', async () => {
    expect(await examinePhoto(await photoJpeg({ width: 280, height: 360 }))).toMatchObject({
      code: 'VALIDATION',
      key: 'file.photoTooSmall',
      params: { width: 280, height: 345, minWidth: 295, minHeight: 413 },
    });
  });

  it('of more than 25 megapixels is refused', async () => {
    const huge = sharp({
      create: { width: 5001, height: 5000, channels: 3, background: '#ffffff' },
    });
    expect(await examinePhoto(await huge.jpeg().toBuffer())).toMatchObject({ key: 'file.pixels' });
  });

  it('as PDF is refused by its type', async () => {
    expect(await examinePhoto(scanPdf())).toMatchObject({
      key: 'file.type',
      params: { allowed: 'JPG / PNG' },
    });
  });
});

describe('The decoder', () => {
  it('takes many files at once, two at a time', async () => {
    const sent = await pngScan();
    const order = {
      content: sent,
      purpose: 'DOCUMENT',
      allowed: allowedTypes('DOCUMENT'),
      crop: null,
    } as const;
    const examined = await Promise.all(Array.from({ length: 12 }, () => decoder.examine(order)));
    expect(examined.every(({ ok }) => ok)).toBe(true);
  });

  it('goes on after a process was lost', async () => {
    const order = { purpose: 'DOCUMENT', allowed: allowedTypes('DOCUMENT'), crop: null } as const;
    const worker = await DecodeWorker.start();
    const endless = Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(700_000)}%%EOF`);
    expect(await worker.run({ ...order, content: endless }, 300)).toBe('DIED');
    await expect.poll(() => worker.isAlive).toBe(false);
    expect(await decoder.examine({ ...order, content: scanPdf() })).toMatchObject({ ok: true });
  });
});
