import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, RequestInfo } from '../platform/access/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { FieldCipher } from '../platform/crypto/field-cipher.js';
import { SignedUrls } from '../platform/crypto/signed-url.js';
import { accident } from '../platform/graphql/accident.js';
import { RefusedError } from '../platform/graphql/user-error.js';
import { FileStore } from '../platform/storage/file-store.js';
import type { Examined } from './decoding/examination.js';
import { FileDecoder } from './decoding/file-decoder.js';
import { fileText } from './file-texts.js';
import { safeFileName } from './file-name.js';
import { refusal, type FileRefusal } from './file-refusal.js';
import {
  allowedTypes,
  FILE_LIMITS,
  PHOTO_FORMAT,
  type Crop,
  type FilePurpose,
} from './file-rules.js';
import { judgePhoto, perceptualHash } from './photo-quality.js';
import { StoredFile } from './stored-file.entity.js';
import { PhotoCheckResult, StoredPhoto } from './stored-photo.type.js';
import { readContent, readUpload } from './read-upload.js';
import type { UploadArg } from './upload-arg.js';

const DAY_MILLISECONDS = 86_400_000;
const NOTE_CELL = { table: 'stored_file', column: 'note_enc' } as const;
const NAME_CELL = { table: 'stored_file', column: 'original_name_enc' } as const;

/** What may be stored, for whom and how. */
export interface StoreRules {
  readonly purpose: FilePurpose;
  /** Account or unfinished registration; ≤ 64 ASCII characters. */
  readonly ownerId: string;
  /** `jpg`, `jpeg`, `png`, `pdf`, any case; all that the purpose takes when left out. */
  readonly allowedExtensions?: readonly string[];
  /** Lowers the platform's 5 MiB, never raises it. */
  readonly maxBytes?: number;
  /** Photos only, in pixels of the upright picture; the middle is taken when left out. */
  readonly crop?: Crop | null;
  /** Reads the QR codes on it, see `StoreOutcome.codes`. */
  readonly readsCodes?: boolean;
}

export interface StoreOrder extends StoreRules {
  readonly content: Buffer | AsyncIterable<Uint8Array>;
  readonly fileName: string;
}

/** `codes`: texts of its QR codes, if they were asked for; they are kept nowhere. */
export type StoreOutcome =
  { readonly ok: true; readonly file: StoredFile; readonly codes: readonly string[] } | FileRefusal;

/**
 * Takes foreign files in and gives them out again: checked, pictures encoded anew, encrypted at
 * rest (security.md P15, P16; domain.md §8, §15). Works outside of transactions, because decoding
 * takes time: store first, refer to the file inside the transaction, `discard` it if that fails.
 * A DOCUMENT that nothing refers to (`keep`, `SlotFiles.put`) within a day is swept.
 */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: FileStore,
    private readonly decoder: FileDecoder,
    private readonly cipher: FieldCipher,
    private readonly urls: SignedUrls,
    private readonly clock: Clock,
  ) {}

  /** `store` for a resolver's `file` argument. */
  async storeUpload(upload: UploadArg, rules: StoreRules): Promise<StoreOutcome> {
    const incoming = await readUpload(upload, rules.maxBytes);
    return incoming.ok ? this.store({ ...rules, ...incoming }) : incoming;
  }

  /**
   * Exactly 5 MiB passes, one byte more is refused.
   *
   * @throws SERVICE_UNAVAILABLE when too many files wait to be decoded.
   */
  async store(order: StoreOrder): Promise<StoreOutcome> {
    const content = await readContent(order.content, order.maxBytes);
    if (!Buffer.isBuffer(content)) return content;
    if (content.length === 0) return refusal('FILE_BROKEN', 'file.empty');
    const overQuota = await this.quotaRefusal(order.ownerId);
    if (overQuota) return overQuota;
    const examined = await this.decoder.examine({
      content,
      purpose: order.purpose,
      allowed: allowedTypes(order.purpose, order.allowedExtensions),
      crop: order.crop ?? null,
      readsCodes: order.readsCodes ?? false,
    });
    if (!examined.ok) return examined;
    return { ok: true, file: await this.write(order, examined), codes: examined.codes ?? [] };
  }

  /** A refusal of `store` as the schema's RefusedError, told in the actor's language. */
  refusal(actor: Actor, why: FileRefusal): RefusedError {
    return new RefusedError(why.code, fileText(actor.request.language, why.key, why.params));
  }

  /** What is served of the file: for a photo the 358 × 441 portrait. @throws NOT_FOUND; Error when the bytes were tampered with. */
  async bytes(id: string): Promise<Buffer> {
    await this.byId(id);
    return this.vault.get(id);
  }

  /** JPEG, 358 × 441, at most 200 KB. @throws NOT_FOUND when the file is no photo. */
  async photoJpeg(id: string): Promise<Buffer> {
    const file = await this.byId(id);
    if (file.purpose !== 'PHOTO') throw accident('NOT_FOUND');
    return this.vault.get(id);
  }

  /**
   * A signed address, good for 5 minutes. PDFs are only ever served as attachments.
   *
   * @param readerId staff whose opening is audited; null for the owner.
   */
  url(id: string, disposition: 'inline' | 'attachment', readerId: string | null = null): string {
    return this.urls.sign(`/files/${disposition}/${id}`, readerId);
  }

  /** The photo as the schema shows it, doubts told in the reader's language. @throws NOT_FOUND */
  async photo(id: string, language: RequestInfo['language']): Promise<StoredPhoto> {
    const file = await this.byId(id);
    const { width, height } = file;
    return Object.assign(new StoredPhoto(), {
      id,
      url: this.url(id, 'inline'),
      width: width ?? PHOTO_FORMAT.width,
      height: height ?? PHOTO_FORMAT.height,
      checks: this.checks(file, language),
      note: this.note(file),
    });
  }

  /** What was looked at on a photo, told in the reader's language; empty for documents. */
  checks({ findings }: StoredFile, language: RequestInfo['language']): PhotoCheckResult[] {
    return (findings ?? []).map((finding) => new PhotoCheckResult(finding, language));
  }

  /** The sender's word to staff; goes with the file into every copy. @throws NOT_FOUND */
  async explain(em: EntityManager, id: string, note: string | null): Promise<void> {
    const { affected } = await em.update(StoredFile, { id }, { noteEnc: this.noteCell(note, id) });
    if (!affected) throw accident('NOT_FOUND');
  }

  note({ id, noteEnc }: Pick<StoredFile, 'id' | 'noteEnc'>): string | null {
    return noteEnc && this.cipher.decrypt(noteEnc, { ...NOTE_CELL, rowId: id });
  }

  /** The name it was sent under, made safe. */
  fileName(file: Pick<StoredFile, 'id' | 'originalNameEnc'>): string {
    return this.cipher.decrypt(file.originalNameEnc, { ...NAME_CELL, rowId: file.id });
  }

  /** A second, independent file with the same content, for another owner. @throws NOT_FOUND */
  async copyTo(id: string, ownerId: string): Promise<StoredFile> {
    const file = await this.byId(id);
    const newId = uuid();
    const wholePictureId = file.wholePictureId && uuid();
    const parts = [{ id: newId, content: await this.vault.get(id) }];
    if (file.wholePictureId && wholePictureId) {
      parts.push({ id: wholePictureId, content: await this.vault.get(file.wholePictureId) });
    }
    return this.writeWhole(
      Object.assign(new StoredFile(), file, {
        id: newId,
        ownerId,
        wholePictureId,
        originalNameEnc: this.nameCell(this.fileName(file), newId),
        noteEnc: this.noteCell(this.note(file), newId),
        createdAt: this.clock.now(),
        keptAt: null,
      }),
      parts,
    );
  }

  /** Says that a row of the caller's refers to the file from now on. @throws NOT_FOUND */
  async keep(em: EntityManager, id: string): Promise<void> {
    const { affected } = await em.update(StoredFile, { id }, { keptAt: this.clock.now() });
    if (!affected) throw accident('NOT_FOUND');
  }

  /** Deletes bytes and row; nothing may refer to it any more. */
  async discard(id: string): Promise<void> {
    const file = await this.dataSource.manager.findOneBy(StoredFile, { id });
    if (!file) return;
    await this.dataSource.manager.delete(StoredFile, { id });
    await this.vault.remove(id);
    if (file.wholePictureId) await this.vault.remove(file.wholePictureId);
  }

  /** @throws NOT_FOUND for files that are not there or not whole yet. */
  async byId(id: string): Promise<StoredFile> {
    const file = await this.dataSource.manager.findOneBy(StoredFile, { id });
    if (!file || file.state === 'STORING') throw accident('NOT_FOUND');
    return file;
  }

  private async quotaRefusal(ownerId: string): Promise<FileRefusal | null> {
    const since = new Date(this.clock.now().getTime() - DAY_MILLISECONDS);
    const [used] = await this.dataSource.query<{ files: number; bytes: string | null }[]>(
      'SELECT COUNT(*) AS files, SUM(byte_size) AS bytes FROM stored_file WHERE owner_id = ? AND created_at > ?',
      [ownerId, since],
    );
    const { filesPerDay, bytesPerDay } = FILE_LIMITS;
    if (Number(used?.files) < filesPerDay && Number(used?.bytes) < bytesPerDay) return null;
    return refusal('VALIDATION', 'file.quota', {
      files: filesPerDay,
      mb: bytesPerDay / 1024 / 1024,
    });
  }

  private write(
    { purpose, ownerId, fileName }: StoreOrder,
    examined: Examined,
  ): Promise<StoredFile> {
    const { mime, content, pageCount, portrait } = examined;
    const id = uuid();
    const served = Buffer.from(portrait?.jpeg ?? content);
    const wholePictureId = portrait && uuid();
    const file = Object.assign(new StoredFile(), {
      id,
      purpose,
      ownerId,
      mime,
      pageCount,
      width: portrait ? PHOTO_FORMAT.width : examined.width,
      height: portrait ? PHOTO_FORMAT.height : examined.height,
      originalNameEnc: this.nameCell(safeFileName(fileName, mime), id),
      noteEnc: null,
      state: mime === 'application/pdf' ? ('UNSCANNED' as const) : ('CLEAN' as const),
      wholePictureId,
      findings: portrait && judgePhoto(portrait),
      perceptualHash: portrait && perceptualHash(portrait),
      createdAt: this.clock.now(),
      keptAt: null,
    });
    const whole = wholePictureId ? [{ id: wholePictureId, content: Buffer.from(content) }] : [];
    return this.writeWhole(file, [{ id, content: served }, ...whole]);
  }

  /** Row first, marked as being written: a crash leaves nothing the sweeper does not find. */
  private async writeWhole(
    file: StoredFile,
    [served, ...others]: readonly { readonly id: string; readonly content: Buffer }[],
  ): Promise<StoredFile> {
    if (!served) throw new Error('A stored file has content.');
    const { state } = file;
    file.byteSize = served.content.length;
    file.sha256 = '';
    file.state = 'STORING';
    await this.dataSource.manager.insert(StoredFile, file);
    for (const { id, content } of others) await this.vault.put(id, content);
    file.sha256 = await this.vault.put(served.id, served.content);
    file.state = state;
    await this.dataSource.manager.update(
      StoredFile,
      { id: file.id },
      { state, sha256: file.sha256 },
    );
    return file;
  }

  private readonly noteCell = (note: string | null, rowId: string): Buffer | null =>
    note === null ? null : this.cipher.encrypt(note, { ...NOTE_CELL, rowId });

  private readonly nameCell = (name: string, rowId: string): Buffer =>
    this.cipher.encrypt(name, { ...NAME_CELL, rowId });
}
