import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { RequestInfo } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { isUniqueViolation } from '../platform/database/database-errors.js';
import { asDeclared, leanColumns } from '../platform/database/lean-rows.js';
import { lazily } from '../platform/lazily.js';
import { AttachmentRow } from './attachment.entity.js';
import { Attachment } from './attachment.type.js';
import type { SlotFile } from './slot-file.js';
import { StoredFile } from './stored-file.entity.js';
import { StoredFiles } from './stored-files.js';

const ATTEMPTS = 3;

/** What goes into which slot of what. */
export interface SlotPut {
  /** Id of what has the slot, for example an application; 36 characters. */
  readonly subjectId: string;
  readonly slotCode: string;
  /** A stored file nothing else refers to. */
  readonly fileId: string;
  /** Account that put it there. */
  readonly createdBy: string;
}

interface PlacedRow {
  readonly placedId: string;
  readonly subjectId: string;
  readonly slotCode: string;
  readonly versionNo: number;
  readonly placedAt: Date;
}

/**
 * The current file of each slot, with the versions before it (domain.md §8). Writes take the
 * caller's transaction, so that they stand or fall with its idempotency key and action row; whether
 * somebody may write the slot is the caller's to decide.
 */
@Injectable()
export class SlotFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the file the slot's current one; the one before stays as an older version.
   *
   * @throws NOT_FOUND when there is no such file.
   */
  async put(em: EntityManager, put: SlotPut): Promise<{ id: string; versionNo: number }> {
    await this.files.keep(em, put.fileId);
    for (let attempt = 1; ; attempt++) {
      await this.remove(em, put.subjectId, put.slotCode);
      const { subjectId, slotCode } = put;
      const last = await em.maximum(AttachmentRow, 'versionNo', { subjectId, slotCode });
      const row = { ...put, id: uuid(), versionNo: (last ?? 0) + 1, createdAt: this.clock.now() };
      try {
        await em.insert(AttachmentRow, { ...row, removedAt: null });
        return row;
      } catch (thrown) {
        // Somebody filled the same slot at the same moment: theirs becomes the older version.
        if (attempt >= ATTEMPTS || !isSlotTaken(thrown)) throw thrown;
      }
    }
  }

  /** Empties the slot; the version stays on record. @returns false when it was empty already. */
  async remove(em: EntityManager, subjectId: string, slotCode: string): Promise<boolean> {
    const { affected } = await em.update(
      AttachmentRow,
      { subjectId, slotCode, removedAt: IsNull() },
      { removedAt: this.clock.now() },
    );
    return affected === 1;
  }

  /** Current files of many subjects in one read; every subject has an entry. */
  async list(
    subjectIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly SlotFile[]>> {
    const bySubject = new Map(subjectIds.map((id) => [id, [] as SlotFile[]]));
    if (subjectIds.length === 0) return bySubject;
    const rows = await em.query<(PlacedRow & Record<string, unknown>)[]>(
      `SELECT x.id AS placedId, x.subject_id AS subjectId, x.slot_code AS slotCode, x.version_no AS versionNo,
              x.created_at AS placedAt, ${leanColumns(em, StoredFile, 'f')}
       FROM attachment x JOIN stored_file f ON f.id = x.file_id
       WHERE x.subject_id IN (?) AND x.removed_at IS NULL`,
      [subjectIds],
    );
    for (const { placedId, subjectId, slotCode, versionNo, placedAt, ...file } of rows) {
      bySubject.get(subjectId)?.push({
        id: placedId,
        slotCode,
        versionNo,
        createdAt: placedAt,
        file: asDeclared(em, StoredFile, file),
      });
    }
    return bySubject;
  }

  /** Current files of one subject. `em` sees what its transaction just wrote. */
  async current(subjectId: string, em?: EntityManager): Promise<readonly SlotFile[]> {
    return (await this.list([subjectId], em)).get(subjectId) ?? [];
  }

  /** The file as the schema shows it, with an address good for 5 minutes; see `StoredFiles.url`. */
  view(
    { id, slotCode, versionNo, createdAt, file }: SlotFile,
    language: RequestInfo['language'],
    readerId: string | null = null,
  ): Attachment {
    const disposition = file.mime === 'application/pdf' ? 'attachment' : 'inline';
    const shown = Object.assign(new Attachment(), {
      id,
      slot: slotCode,
      mimeType: file.mime,
      byteSize: file.byteSize,
      pageCount: file.pageCount,
      versionNo,
      uploadedAt: createdAt,
    });
    return lazily(shown, {
      fileName: () => this.files.fileName(file),
      photoChecks: () => this.files.checks(file, language),
      note: () => this.files.note(file),
      url: () => this.files.url(file.id, disposition, readerId),
    });
  }
}

const isSlotTaken = (thrown: unknown): boolean =>
  isUniqueViolation(thrown, 'uq_attachment_live') ||
  isUniqueViolation(thrown, 'uq_attachment_version');
