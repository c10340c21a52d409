import type { StoredFile } from './stored-file.entity.js';

/** The current version of one slot, with the file in it. */
export interface SlotFile {
  readonly id: string;
  readonly slotCode: string;
  readonly versionNo: number;
  readonly createdAt: Date;
  readonly file: StoredFile;
}
