import busboy from 'busboy';
import type { FastifyRequest } from 'fastify';

/** A file while it arrives from the phone's form. */
export interface PhoneFile {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Told how much of the request has arrived, 0–100. */
export type Arrival = (percent: number) => void;

/**
 * Reads the one file out of the phone's form, whether a script or the browser itself sent it. The
 * form offers camera and album beside each other; the one that was left empty is skipped.
 *
 * @param maxBytes one byte more ends the reading, so that nobody fills our memory.
 * @returns null when the form brings no file, or is no form.
 */
export function phoneFile(
  request: FastifyRequest,
  maxBytes: number,
  arrival: Arrival,
): Promise<PhoneFile | null> {
  return new Promise((resolve) => {
    const { raw } = request;
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: raw.headers,
        defParamCharset: 'utf8',
        // busboy cuts a file of exactly its limit.
        limits: { files: 2, fields: 4, fieldSize: 1000, fileSize: maxBytes + 2 },
      });
    } catch {
      resolve(null);
      return;
    }
    form.on('file', (_field, stream, { filename }) => {
      // Browsers send a file box that was left empty as a file without a name.
      if (!filename) stream.resume();
      else resolve({ fileName: filename, content: stream as AsyncIterable<Uint8Array> });
    });
    form.on('close', () => resolve(null));
    form.on('error', () => resolve(null));
    raw.on('aborted', () => form.destroy(new Error('The phone went away.')));
    count(request, arrival);
    raw.pipe(form);
  });
}

function count({ raw }: FastifyRequest, arrival: Arrival): void {
  const total = Number(raw.headers['content-length']);
  let arrived = 0;
  raw.on('data', (chunk: Buffer) => {
    arrived += chunk.length;
    if (total > 0) arrival(Math.min(99, Math.floor((arrived / total) * 100)));
  });
}
