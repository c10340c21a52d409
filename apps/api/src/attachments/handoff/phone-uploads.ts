import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, LessThan, MoreThan } from 'typeorm';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions } from '../../platform/database/transactions.js';
import { UserError } from '../../platform/graphql/user-error.js';
import { requestInfo } from '../../platform/http/request-info.js';
import { refuse } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { refusal, type FileRefusal } from '../file-refusal.js';
import { PHOTO_FORMAT } from '../file-rules.js';
import type { StoredFile } from '../stored-file.entity.js';
import { StoredFiles, type StoreOutcome } from '../stored-files.js';
import { deviceWords } from './device-words.js';
import { phoneFile } from './phone-file.js';
import { UploadProgress } from './upload-progress.js';
import { UploadSessions } from './upload-sessions.js';
import { isLive, type UploadSessionState } from './upload-session-state.js';
import { UploadSessionRow } from './upload-session.entity.js';
import { UploadSessionQueries, type UploadSessionNow } from './upload-session.queries.js';

/** Guessing is hopeless, and is stopped all the same (security.md §1.5). */
const BAD_TOKENS: Budget = { name: 'upload.token.ip', points: 10, seconds: 60 };
const MAX_TRIES = 10;
const COOKIE_BYTES = 24;
/** For cutting and deciding at the desktop once the file is here. */
const DECIDING_MILLISECONDS = 30 * 60_000;
const OPEN_STATES = ['CONNECTED', 'UPLOADING'] as const;

/** Why a phone gets no further; each has its own words. */
export type TurnedAway =
  'UNKNOWN' | 'BLOCKED' | 'SECOND_PHONE' | 'USED' | 'CANCELLED' | 'REPLACED' | 'EXPIRED' | 'TRIES';

export type Opened =
  { readonly cookie: string; readonly expires: Date } | { readonly turnedAway: TurnedAway };

/** What became of a file the phone sent. */
export type Sent =
  'RECEIVED' | { readonly turnedAway: TurnedAway } | { readonly refused: FileRefusal };

/** The phone's side: a token opens one session for one phone, which may send one file. */
@Injectable()
export class PhoneUploads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly files: StoredFiles,
    private readonly sessions: UploadSessions,
    private readonly queries: UploadSessionQueries,
  ) {}

  /** Exchanges a token for a cookie; the first phone wins, the same phone may come again. */
  async open(request: FastifyRequest, token: string, cookie?: string): Promise<Opened> {
    if ((await this.limits.wait(BAD_TOKENS, request.ip)) > 0) return { turnedAway: 'BLOCKED' };
    const tokenIndex = this.cipher.blindIndex('upload.token', token);
    const session = await this.queries.byToken(tokenIndex);
    if (!session) {
      await this.limits.use(BAD_TOKENS, request.ip);
      return { turnedAway: 'UNKNOWN' };
    }
    if (cookie && session.cookieIndex === this.cookieIndex(cookie)) {
      return { cookie, expires: session.expiresAt };
    }
    if (session.state === 'WAITING') {
      const claimed = await this.claim(request, session);
      if (claimed) return claimed;
    }
    const late = (await this.queries.byToken(tokenIndex)) ?? session;
    if (late.state === 'CONNECTED' || late.state === 'UPLOADING') await this.countOther(late.id);
    return { turnedAway: whyClosed(late.state) };
  }

  /** Undefined for a phone that opened nothing. */
  current(cookie: string | undefined): Promise<UploadSessionNow | undefined> {
    return cookie ? this.queries.byCookie(this.cookieIndex(cookie)) : Promise.resolve(undefined);
  }

  /** Takes the file out of the phone's form; a refused one may be followed by a better one. */
  async receive(request: FastifyRequest, cookie: string | undefined): Promise<Sent> {
    const session = await this.current(cookie);
    if (!session) return { turnedAway: 'UNKNOWN' };
    const { id, state } = session;
    if (state !== 'CONNECTED' && state !== 'UPLOADING') return { turnedAway: whyClosed(state) };
    if (!(await this.useTry(id))) return { turnedAway: 'TRIES' };
    const progress = new UploadProgress((percent) => this.note(id, 'UPLOADING', percent));
    const stored = await this.store(request, session, progress);
    await progress.end();
    if (stored.ok) return this.deliver(request, session, stored.file);
    await this.note(id, 'CONNECTED', 0);
    return { refused: stored };
  }

  private async store(
    request: FastifyRequest,
    session: UploadSessionNow,
    progress: UploadProgress,
  ): Promise<StoreOutcome> {
    const { extensions, maxBytes, fileOwnerId } = session;
    const file = await phoneFile(request, maxBytes, (percent) => progress.report(percent));
    if (!file) return refusal('VALIDATION', 'file.missing');
    const stored = await this.files.store({
      purpose: 'DOCUMENT',
      ownerId: fileOwnerId,
      allowedExtensions: extensions.split(','),
      maxBytes,
      ...file,
    });
    if (!stored.ok || !this.sessions.about(session).isPhoto) return stored;
    const tooSmall = smallPhoto(stored.file);
    if (!tooSmall) return stored;
    await this.files.discard(stored.file.id);
    return tooSmall;
  }

  private async claim(
    request: FastifyRequest,
    { id, expiresAt }: UploadSessionNow,
  ): Promise<Opened | null> {
    const cookie = randomBytes(COOKIE_BYTES).toString('base64url');
    const actor = phoneActor(request, id);
    const claimed = await this.transactions.run(
      { actor, operation: 'openUpload', idempotencyKey: null, input: null },
      async ({ em }) => {
        const { affected } = await em.update(
          UploadSessionRow,
          { id, state: 'WAITING', expiresAt: MoreThan(this.clock.now()) },
          {
            state: 'CONNECTED',
            cookieIndex: this.cookieIndex(cookie),
            phoneDevice: deviceWords(actor.request.userAgent),
          },
        );
        return affected === 1 ? id : refuse(actor, 'STATE_INVALID');
      },
    );
    return claimed instanceof UserError ? null : { cookie, expires: expiresAt };
  }

  /** Conditional on the state: cancelled, replaced or run out meanwhile, the file is thrown away. */
  private async deliver(
    request: FastifyRequest,
    { id }: UploadSessionNow,
    file: StoredFile,
  ): Promise<Sent> {
    const now = this.clock.now();
    const actor = phoneActor(request, id);
    const received = await this.transactions.run(
      { actor, operation: 'receiveUpload', idempotencyKey: null, input: null },
      async ({ em, note }) => {
        const { affected } = await em.update(
          UploadSessionRow,
          { id, state: In([...OPEN_STATES]), expiresAt: MoreThan(now) },
          {
            state: 'RECEIVED',
            percent: 100,
            fileId: file.id,
            expiresAt: new Date(now.getTime() + DECIDING_MILLISECONDS),
          },
        );
        note({ mime: file.mime, bytes: file.byteSize });
        return affected === 1 ? id : refuse(actor, 'STATE_INVALID');
      },
    );
    if (!(received instanceof UserError)) return 'RECEIVED';
    await this.files.discard(file.id);
    const late = (await this.queries.byIds([id])).get(id);
    return { turnedAway: whyClosed(late?.state ?? 'EXPIRED') };
  }

  private async note(id: string, state: 'CONNECTED' | 'UPLOADING', percent: number): Promise<void> {
    const open = { id, state: In([...OPEN_STATES]) };
    await this.dataSource.manager.update(UploadSessionRow, open, { state, percent });
  }

  private async useTry(id: string): Promise<boolean> {
    const usable = { id, tries: LessThan(MAX_TRIES) };
    const { affected } = await this.dataSource.manager.increment(
      UploadSessionRow,
      usable,
      'tries',
      1,
    );
    return affected === 1;
  }

  private async countOther(id: string): Promise<void> {
    await this.dataSource.manager.increment(UploadSessionRow, { id }, 'turnedAway', 1);
  }

  private readonly cookieIndex = (cookie: string): string =>
    this.cipher.blindIndex('upload.cookie', cookie);
}

/** For the log: which session, from which address, with which browser. */
const phoneActor = (request: FastifyRequest, sessionId: string): Actor => ({
  ...anonymous(requestInfo(request)),
  id: sessionId,
});

export function whyClosed(state: UploadSessionState): TurnedAway {
  if (state === 'CANCELLED' || state === 'REPLACED' || state === 'EXPIRED') return state;
  return isLive(state) && state !== 'RECEIVED' ? 'SECOND_PHONE' : 'USED';
}

/** Held upright or not: it is turned and cut at the desktop. */
function smallPhoto({ width, height }: StoredFile): FileRefusal | null {
  const { minWidth, minHeight } = PHOTO_FORMAT;
  const [short, long] = [Math.min(width ?? 0, height ?? 0), Math.max(width ?? 0, height ?? 0)];
  if (short >= minWidth && long >= minHeight) return null;
  const params = { width: width ?? 0, height: height ?? 0, minWidth, minHeight };
  return refusal('VALIDATION', 'file.photoTooSmall', params);
}
