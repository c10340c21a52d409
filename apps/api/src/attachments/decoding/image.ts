import sharp, { type Sharp, type SharpOptions } from 'sharp';
import { FILE_LIMITS, PHOTO_FORMAT, type Crop, type FileMime } from '../file-rules.js';
import { refusal, type FileRefusal } from '../file-refusal.js';
import type { Examination, ExaminationOrder, Portrait } from './examination.js';

const TRUNCATED_FAILS = { failOn: 'error', pages: 1 } as const satisfies SharpOptions;
const PHOTO_QUALITIES = [92, 85, 75, 60, 40] as const;
const WHITE = '#ffffff';
const BROKEN = refusal('FILE_BROKEN', 'file.broken');

/** Leaves only the two decoders we want; for a process that decodes nothing else. */
export function allowOnlyJpegAndPng(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });
}

/**
 * Decodes a picture whole, turns it upright and encodes it anew, so that neither metadata nor
 * bytes behind the picture survive (security.md §0.11).
 */
export async function examineImage(order: ExaminationOrder, mime: FileMime): Promise<Examination> {
  const limit = order.purpose === 'PHOTO' ? FILE_LIMITS.photoPixels : FILE_LIMITS.documentPixels;
  const tooMany = await pixelRefusal(order.content, limit);
  if (tooMany) return tooMany;
  try {
    const upright = sharp(order.content, {
      ...TRUNCATED_FAILS,
      limitInputPixels: limit,
    }).autoOrient();
    return order.purpose === 'PHOTO'
      ? await examinePhoto(upright, order.crop)
      : await examineScan(upright, mime);
  } catch {
    return BROKEN;
  }
}

/** Reads the header alone: a picture that lies about its size is refused before memory is taken. */
async function pixelRefusal(content: Uint8Array, limit: number): Promise<FileRefusal | null> {
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata();
    if (width * height <= limit) return null;
    return refusal('FILE_BROKEN', 'file.pixels', {
      limitMp: limit / 1_000_000,
      actualMp: Math.ceil((width * height) / 100_000) / 10,
    });
  } catch {
    return BROKEN;
  }
}

async function examineScan(upright: Sharp, mime: FileMime): Promise<Examination> {
  const encoded =
    mime === 'image/png'
      ? upright.png()
      : upright.flatten({ background: WHITE }).jpeg({ quality: 90 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    ok: true,
    mime,
    content: data,
    width: info.width,
    height: info.height,
    pageCount: null,
    portrait: null,
  };
}

async function examinePhoto(upright: Sharp, crop: Crop | null): Promise<Examination> {
  const { data, info } = await upright
    .flatten({ background: WHITE })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const frame = crop ?? { x: 0, y: 0, width, height };
  if (!isInside(frame, width, height)) return refusal('VALIDATION', 'file.crop');
  const cut = centredCut(frame);
  if (cut.width < PHOTO_FORMAT.minWidth || cut.height < PHOTO_FORMAT.minHeight) {
    const { minWidth, minHeight } = PHOTO_FORMAT;
    return refusal('VALIDATION', 'file.photoTooSmall', {
      width: cut.width,
      height: cut.height,
      minWidth,
      minHeight,
    });
  }
  const whole = (): Sharp => sharp(data, { raw: { width, height, channels: 3 } });
  return {
    ok: true,
    mime: 'image/jpeg',
    content: await whole().jpeg({ quality: 92 }).toBuffer(),
    width,
    height,
    pageCount: null,
    portrait: await portraitOf(whole(), cut, frame),
  };
}

const isInside = ({ x, y, width, height }: Crop, maxWidth: number, maxHeight: number): boolean =>
  [x, y, width, height].every(Number.isInteger) &&
  x >= 0 &&
  y >= 0 &&
  width > 0 &&
  height > 0 &&
  x + width <= maxWidth &&
  y + height <= maxHeight;

/** The largest rectangle of the photo's shape around the middle of `frame`. */
function centredCut({ x, y, width, height }: Crop): Crop {
  const ratio = PHOTO_FORMAT.width / PHOTO_FORMAT.height;
  const cutWidth = Math.min(width, Math.round(height * ratio));
  const cutHeight = Math.min(height, Math.round(width / ratio));
  return {
    x: x + Math.floor((width - cutWidth) / 2),
    y: y + Math.floor((height - cutHeight) / 2),
    width: cutWidth,
    height: cutHeight,
  };
}

async function portraitOf(picture: Sharp, cut: Crop, frame: Crop): Promise<Portrait> {
  const pixels = await picture
    .extract({ left: cut.x, top: cut.y, width: cut.width, height: cut.height })
    .resize(PHOTO_FORMAT.width, PHOTO_FORMAT.height, { fit: 'fill' })
    .raw()
    .toBuffer();
  return {
    jpeg: await smallJpeg(pixels),
    pixels,
    cutWidth: cut.width,
    cutHeight: cut.height,
    givenRatio: frame.width / frame.height,
  };
}

/** The best quality that stays within the photo's 200 KB; the last step always does. */
async function smallJpeg(pixels: Buffer): Promise<Buffer> {
  const { width, height, maxBytes } = PHOTO_FORMAT;
  let jpeg = Buffer.alloc(0);
  for (const quality of PHOTO_QUALITIES) {
    jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .withMetadata({ density: 300 })
      .toBuffer();
    if (jpeg.length <= maxBytes) break;
  }
  return jpeg;
}
