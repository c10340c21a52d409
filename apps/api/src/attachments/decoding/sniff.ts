import { fileTypeFromBuffer } from 'file-type';
import { EXTENSION_OF, type FileMime } from '../file-rules.js';
import { refusal, type FileRefusal } from '../file-refusal.js';

/** Formats people send without knowing; named in the refusal. */
const CONVERTIBLE: Readonly<Record<string, string>> = {
  'image/heic': 'HEIC',
  'image/heif': 'HEIF',
  'image/avif': 'AVIF',
  'image/webp': 'WebP',
  'image/tiff': 'TIFF',
  'image/bmp': 'BMP',
  'image/gif': 'GIF',
};

/** What the first bytes claim to be; decoding has the last word. */
export async function sniff(
  content: Uint8Array,
  allowed: readonly FileMime[],
): Promise<FileMime | FileRefusal> {
  const found = (await fileTypeFromBuffer(content))?.mime.replace('heic-sequence', 'heic');
  const names = allowed.map((mime) => EXTENSION_OF[mime].toUpperCase()).join(' / ');
  const mime = allowed.find((one) => one === found);
  if (mime) return mime;
  const format = CONVERTIBLE[found ?? ''];
  return format
    ? refusal('FILE_TYPE', 'file.convert', { format, allowed: names })
    : refusal('FILE_TYPE', 'file.type', { allowed: names });
}
