import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { Rounds } from '../platform/clock/rounds.js';
import { StoredFiles } from './stored-files.js';
import { UploadFolder } from './upload-folder.js';

const WRITING_MILLISECONDS = 120_000;
const UNKEPT_MILLISECONDS = 86_400_000;
const SESSION_MILLISECONDS = 86_400_000;
const BATCH = 200;

/**
 * Removes what interrupted work left: uploads of dead processes, files whose writer died, and
 * documents nothing came to refer to within a day, and uploads by phone that ran out a day ago. Several processes may sweep at once.
 */
@Injectable()
export class FileSweeper implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: StoredFiles,
    private readonly folder: UploadFolder,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
  ) {}

  onModuleInit(): void {
    this.rounds.register('FileSweeper', () => this.sweep());
  }

  /** One round; tests call it instead of waiting. */
  async sweep(): Promise<void> {
    await this.folder.sweep();
    const now = this.clock.now().getTime();
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM stored_file WHERE state = 'STORING' AND created_at < ?
       UNION SELECT id FROM stored_file WHERE kept_at IS NULL AND purpose = 'DOCUMENT' AND created_at < ?
       LIMIT ${BATCH}`,
      [new Date(now - WRITING_MILLISECONDS), new Date(now - UNKEPT_MILLISECONDS)],
    );
    for (const { id } of rows) await this.files.discard(id);
    await this.dataSource.query(`DELETE FROM upload_session WHERE expires_at < ? LIMIT ${BATCH}`, [
      new Date(now - SESSION_MILLISECONDS),
    ]);
  }
}
