import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SlotFiles, type SlotPut } from '../../attachments/slot-files.js';
import { StoredFiles } from '../../attachments/stored-files.js';

/** A stored file on its way into a slot. */
export interface PlaceableFile {
  /** Puts it there inside the command's transaction; nothing happens when there is no file. */
  place(em: EntityManager, slot: Omit<SlotPut, 'fileId'>): Promise<void>;
}

/** Keeps files that reached their slot and discards those whose command was refused or repeated. */
@Injectable()
export class PlacedFiles {
  constructor(
    private readonly files: StoredFiles,
    private readonly slotFiles: SlotFiles,
  ) {}

  /** @returns the id of a file with the same content for another use. */
  async copy(fileId: string, ownerId: string): Promise<string> {
    return (await this.files.copyTo(fileId, ownerId)).id;
  }

  /** Runs a command that may place the file. @returns what the command returned. */
  async keep<Outcome>(
    fileId: string | null,
    command: (file: PlaceableFile) => Promise<Outcome>,
  ): Promise<Outcome> {
    if (fileId === null) return command({ place: () => Promise.resolve() });
    let isPlaced = false;
    try {
      const outcome = await command({
        place: async (em, slot) => {
          await this.slotFiles.put(em, { ...slot, fileId });
          isPlaced = true;
        },
      });
      isPlaced &&= typeof outcome === 'string';
      return outcome;
    } catch (thrown) {
      isPlaced = false;
      throw thrown;
    } finally {
      if (!isPlaced) await this.files.discard(fileId);
    }
  }
}
