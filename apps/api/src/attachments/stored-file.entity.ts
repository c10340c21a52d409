import { Column, Entity } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn } from '../platform/database/columns.js';
import type { FileMime, FilePurpose, FileState } from './file-rules.js';
import type { PhotoFinding } from './photo-quality.js';

/** One file we keep; its bytes lie encrypted in the FileStore under the same id. Never changed. */
@Entity('stored_file')
export class StoredFile {
  @IdColumn()
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  purpose!: FilePurpose;

  /** Who sent it: an account or a registration not finished yet; opaque here. */
  @Column({
    name: 'owner_id',
    type: 'varchar',
    length: 64,
    charset: 'ascii',
    collation: 'ascii_bin',
  })
  ownerId!: string;

  /** Of the plain bytes as they are served, hex. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  sha256!: string;

  @Column({ name: 'byte_size', type: 'int', unsigned: true })
  byteSize!: number;

  @Column({ type: 'varchar', length: 64 })
  mime!: FileMime;

  /** PDFs only. */
  @Column({ name: 'page_count', type: 'smallint', unsigned: true, nullable: true })
  pageCount!: number | null;

  /** Pixels of what is served; pictures only. */
  @Column({ type: 'int', unsigned: true, nullable: true })
  width!: number | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  height!: number | null;

  /** The sender's name for it, made safe, then encrypted: names hold names of people. */
  @Column({ name: 'original_name_enc', type: 'varbinary', length: 600 })
  originalNameEnc!: Buffer;

  @Column({ type: 'varchar', length: 16 })
  state!: FileState;

  /** Photos only: the whole picture the portrait was cut from, in the FileStore under this id. */
  @RefColumn('whole_picture_id', { nullable: true })
  wholePictureId!: string | null;

  /** The sender's word to staff about it, encrypted; null for none. */
  @Column({ name: 'note_enc', type: 'varbinary', length: 1200, nullable: true })
  noteEnc!: Buffer | null;

  /** Photos only: what was looked at. */
  @Column({ type: 'json', nullable: true })
  findings!: PhotoFinding[] | null;

  /** Photos only, see `perceptualHash`. */
  @Column({
    name: 'perceptual_hash',
    type: 'char',
    length: 16,
    charset: 'ascii',
    collation: 'ascii_bin',
    nullable: true,
  })
  perceptualHash!: string | null;

  @InstantColumn('created_at')
  createdAt!: Date;

  /** When something first referred to it; documents nobody refers to are swept after a day. */
  @InstantColumn('kept_at', { nullable: true })
  keptAt!: Date | null;
}
