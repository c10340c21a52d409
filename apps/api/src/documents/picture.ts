/** The bytes handed in as a photo are neither JPEG nor PNG, the two kinds a PDF can carry unchanged. */
export class UnprintablePictureError extends Error {
  constructor() {
    super('Pictures in printed documents must be JPEG or PNG');
    this.name = 'UnprintablePictureError';
  }
}

const JPEG_START = [0xff, 0xd8, 0xff];
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The picture as a data address, the only form in which the PDF writer accepts one: it opens no file or network address.
 *
 * @throws UnprintablePictureError for anything but JPEG and PNG bytes.
 */
export function pictureAddress(picture: Uint8Array): string {
  return `data:image/${kindOf(picture)};base64,${Buffer.from(picture).toString('base64')}`;
}

function kindOf(picture: Uint8Array): 'jpeg' | 'png' {
  if (JPEG_START.every((byte, index) => picture[index] === byte)) return 'jpeg';
  if (PNG_START.every((byte, index) => picture[index] === byte)) return 'png';
  throw new UnprintablePictureError();
}
