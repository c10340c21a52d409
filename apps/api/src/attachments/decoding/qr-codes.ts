import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Longest sides in pixels that are tried: the small one first, which also smooths a bad scan. */
const SIDES = [1600, 2800] as const;

let isPrepared = false;

/** The reader's program lies in its package; nothing is fetched. */
function prepare(): void {
  if (isPrepared) return;
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(path)).buffer } });
  isPrepared = true;
}

/** Texts of the QR codes on a picture, however it lies; empty when none can be read. */
export async function qrTextsOn(picture: Uint8Array): Promise<string[]> {
  prepare();
  for (const side of SIDES) {
    const seen = await sharp(picture)
      .flatten({ background: '#ffffff' })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .normalise()
      .png({ compressionLevel: 1 })
      .toBuffer();
    const found = await readBarcodes(new Uint8Array(seen), {
      formats: ['QRCode'],
      tryHarder: true,
    });
    if (found.length > 0) return found.map(({ text }) => text);
  }
  return [];
}
