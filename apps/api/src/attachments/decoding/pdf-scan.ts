import { constants, inflateSync } from 'node:zlib';

const INFLATED_BYTES = 32 * 1024 * 1024;
const STREAM = /\bstream\b[ \t]*(?:\r\n|\n|\r)/g;
const NAME = /\/([^\s()<>[\]{}/%]+)/g;

/** What a walk over the bytes of a PDF found, without trusting its table of contents. */
export interface PdfScan {
  /** Every name in the file, spelt plainly (`/J#53` is `JS`); data of pictures adds noise. */
  readonly names: ReadonlySet<string>;
  /** A part that holds objects could not be unpacked. */
  readonly isUnreadable: boolean;
}

/**
 * Collects the names of all objects, those packed into object streams included. Nothing is
 * skipped, so that an object hidden inside the data of another is seen too.
 */
export function scanPdfNames(content: Uint8Array): PdfScan {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
  const names = new Set<string>();
  collectNames(text, names);
  let budget = INFLATED_BYTES;
  for (const { index, 0: keyword } of text.matchAll(STREAM)) {
    const dictionary = new Set<string>();
    collectNames(text.slice(text.lastIndexOf(' obj', index) + 1, index), dictionary);
    if (!dictionary.has('ObjStm') && !dictionary.has('First')) continue;
    const start = index + keyword.length;
    const packed = unpack(text.slice(start, text.indexOf('endstream', start)), dictionary, budget);
    if (packed === null) return { names, isUnreadable: true };
    budget -= packed.length;
    collectNames(packed, names);
  }
  return { names, isUnreadable: false };
}

function collectNames(text: string, names: Set<string>): void {
  for (const [, name = ''] of text.matchAll(NAME)) {
    names.add(
      name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    );
  }
}

/** @returns null when the stream is packed as object streams never are, or does not unpack. */
function unpack(data: string, dictionary: ReadonlySet<string>, budget: number): string | null {
  if (!dictionary.has('Filter')) return data;
  if (!dictionary.has('FlateDecode') || dictionary.has('DecodeParms') || budget <= 0) return null;
  try {
    return inflateSync(Buffer.from(data, 'latin1'), {
      maxOutputLength: budget,
      // The line end before `endstream` is not part of the data.
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString('latin1');
  } catch {
    return null;
  }
}
