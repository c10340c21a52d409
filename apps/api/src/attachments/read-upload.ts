import { MAX_UPLOAD_BYTES } from '../platform/http/uploads.js';
import { refusal, type FileRefusal } from './file-refusal.js';
import type { UploadArg } from './upload-arg.js';

const MEBIBYTE = 1024 * 1024;
const CONTENT_TOO_LARGE = 413;

/** @returns the whole content, or why it did not arrive; never more than `maxBytes` in memory. */
export async function readContent(
  content: Buffer | AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_UPLOAD_BYTES,
): Promise<Buffer | FileRefusal> {
  if (Buffer.isBuffer(content)) {
    return content.length > maxBytes ? tooLarge(maxBytes, content.length) : content;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of content) {
      length += chunk.length;
      if (length > maxBytes) return tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (thrown) {
    return isTooLarge(thrown) ? tooLarge(maxBytes) : refusal('FILE_BROKEN', 'file.interrupted');
  }
  return Buffer.concat(chunks);
}

/** An uploaded file before anybody has looked at it. */
export interface IncomingFile {
  readonly ok: true;
  readonly fileName: string;
  readonly content: Buffer;
}

/** @returns name and content of a resolver's `file` argument, or why they did not arrive. */
export async function readUpload(
  upload: UploadArg,
  maxBytes?: number,
): Promise<IncomingFile | FileRefusal> {
  let file: Awaited<UploadArg>;
  try {
    file = await upload;
  } catch {
    return refusal('VALIDATION', 'file.missing');
  }
  const content = await readContent(streamOf(file), maxBytes);
  return Buffer.isBuffer(content) ? { ok: true, fileName: file.filename, content } : content;
}

/** Opened on the first read: graphql-upload throws at once for a file already known to be cut. */
async function* streamOf(file: Awaited<UploadArg>): AsyncGenerator<Uint8Array> {
  yield* file.createReadStream() as AsyncIterable<Uint8Array>;
}

/** graphql-upload tells of a cut file by an error with this status. */
const isTooLarge = (thrown: unknown): boolean =>
  thrown instanceof Error && 'status' in thrown && thrown.status === CONTENT_TOO_LARGE;

/** Rounded up, so that one byte above 5 MB does not read as 5 MB. */
function tooLarge(maxBytes: number, actualBytes?: number): FileRefusal {
  const limitMb = maxBytes / MEBIBYTE;
  return actualBytes === undefined
    ? refusal('FILE_TOO_LARGE', 'file.tooLargeCut', { limitMb })
    : refusal('FILE_TOO_LARGE', 'file.tooLarge', {
        limitMb,
        actualMb: Math.ceil((actualBytes / MEBIBYTE) * 100) / 100,
      });
}
