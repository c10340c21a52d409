import type { Crop, FileMime, FilePurpose } from '../file-rules.js';
import type { FileRefusal } from '../file-refusal.js';

/** What the decoding process is asked. */
export interface ExaminationOrder {
  readonly content: Uint8Array;
  readonly purpose: FilePurpose;
  /** Content types the slot takes; a photo is never a PDF. */
  readonly allowed: readonly FileMime[];
  readonly crop: Crop | null;
  /** Whether QR codes on it are read, as on a printed form that comes back signed. */
  readonly readsCodes?: boolean;
}

/** The registration photo cut out of a picture. */
export interface Portrait {
  /** JPEG of `PHOTO_FORMAT`. */
  readonly jpeg: Uint8Array;
  /** The same picture as RGB bytes, for judging it. */
  readonly pixels: Uint8Array;
  /** Size of the cut before it was scaled. */
  readonly cutWidth: number;
  readonly cutHeight: number;
  /** Width by height of what the person sent as their frame. */
  readonly givenRatio: number;
}

/** A file that could be read whole. */
export interface Examined {
  readonly ok: true;
  readonly mime: FileMime;
  /** Encoded anew for pictures; the sender's bytes for a PDF. */
  readonly content: Uint8Array;
  readonly width: number | null;
  readonly height: number | null;
  readonly pageCount: number | null;
  readonly portrait: Portrait | null;
  /** Texts of the QR codes on it; empty when they were not asked for or cannot be read. */
  readonly codes?: readonly string[];
}

export type Examination = Examined | FileRefusal;
