import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { stateAt, type StoredState, type UploadSessionState } from './upload-session-state.js';

/** A session as it is now, with what the log-in behind it says. */
export interface UploadSessionNow {
  readonly id: string;
  readonly ownerKey: string;
  readonly fileOwnerId: string;
  readonly logInId: string | null;
  readonly subjectId: string;
  readonly slotCode: string;
  readonly extensions: string;
  readonly maxBytes: number;
  readonly aboutEnc: Buffer;
  readonly desktopDevice: string;
  readonly phoneDevice: string | null;
  readonly cookieIndex: string | null;
  readonly state: UploadSessionState;
  readonly percent: number;
  readonly turnedAway: number;
  readonly fileId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

type Row = Omit<UploadSessionNow, 'state'> & {
  readonly state: StoredState;
  readonly loggedOut: number;
};

const SELECT = `SELECT u.id, u.owner_key AS ownerKey, u.file_owner_id AS fileOwnerId, u.log_in_id AS logInId,
  u.subject_id AS subjectId, u.slot_code AS slotCode, u.extensions, u.max_bytes AS maxBytes,
  u.about_enc AS aboutEnc, u.desktop_device AS desktopDevice, u.phone_device AS phoneDevice,
  u.cookie_index AS cookieIndex, u.state, u.percent, u.turned_away AS turnedAway, u.file_id AS fileId,
  u.created_at AS createdAt, u.expires_at AS expiresAt,
  (u.log_in_id IS NOT NULL AND (s.id IS NULL OR s.ended_at IS NOT NULL)) AS loggedOut
  FROM upload_session u LEFT JOIN session s ON s.id = u.log_in_id`;

/** Reads upload sessions; one statement for any number of them. */
@Injectable()
export class UploadSessionQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, UploadSessionNow>> {
    const rows = await this.read(`${SELECT} WHERE u.id IN (?)`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async byToken(tokenIndex: string): Promise<UploadSessionNow | undefined> {
    return (await this.read(`${SELECT} WHERE u.token_index = ?`, [tokenIndex]))[0];
  }

  async byCookie(cookieIndex: string): Promise<UploadSessionNow | undefined> {
    return (await this.read(`${SELECT} WHERE u.cookie_index = ?`, [cookieIndex]))[0];
  }

  private async read(sql: string, values: readonly unknown[]): Promise<UploadSessionNow[]> {
    const now = this.clock.now();
    const rows = await this.dataSource.query<Row[]>(sql, [...values]);
    return rows.map(({ loggedOut, ...row }) => ({
      ...row,
      state: stateAt({ ...row, isLoggedOut: loggedOut === 1 }, now),
    }));
  }
}
