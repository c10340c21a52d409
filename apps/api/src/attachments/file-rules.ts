/** What a stored file is for; decides how it is decoded. */
export const FilePurpose = { PHOTO: 'PHOTO', DOCUMENT: 'DOCUMENT' } as const;
export type FilePurpose = keyof typeof FilePurpose;

/** How far a file is known to be safe. */
export const FileState = {
  /** Being written; swept when the writer died. Never served. */
  STORING: 'STORING',
  /** A picture we encoded anew: nothing of the sender's bytes is left. */
  CLEAN: 'CLEAN',
  /** A PDF whose structure was checked, kept byte for byte; no virus scanner has seen it. */
  UNSCANNED: 'UNSCANNED',
} as const;
export type FileState = keyof typeof FileState;

/** Content types we keep, with the extension their name gets. */
export const EXTENSION_OF = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
} as const;
export type FileMime = keyof typeof EXTENSION_OF;

/** Ceilings beside the size in bytes, which the platform sets (security.md P15). */
export const FILE_LIMITS = {
  documentPixels: 40_000_000,
  photoPixels: 25_000_000,
  pdfPages: 30,
  /** One owner's uploads within 24 hours. */
  filesPerDay: 60,
  bytesPerDay: 100 * 1024 * 1024,
} as const;

/** The registration photo, 2-inch ID style (domain.md §15): pixels, and bytes at most. */
export const PHOTO_FORMAT = {
  width: 358,
  height: 441,
  maxBytes: 200 * 1024,
  /** Below this a print shows blocks; the one thing a photo is refused for. */
  minWidth: 295,
  minHeight: 413,
} as const;

/** A rectangle in pixels of the upright picture (after its EXIF turn), origin top left. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Content types a purpose takes, narrowed by a slot's extensions. */
export function allowedTypes(
  purpose: FilePurpose,
  extensions?: readonly string[],
): readonly FileMime[] {
  const all = Object.keys(EXTENSION_OF) as FileMime[];
  const taken = purpose === 'PHOTO' ? all.filter((mime) => mime !== 'application/pdf') : all;
  if (!extensions) return taken;
  const wanted = extensions.map((one) =>
    one.toLowerCase().replace(/^\.?(jpeg)?/, (_, jpeg) => (jpeg ? 'jpg' : '')),
  );
  return taken.filter((mime) => wanted.includes(EXTENSION_OF[mime]));
}
