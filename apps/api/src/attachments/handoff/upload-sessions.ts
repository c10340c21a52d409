import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { Transactions } from '../../platform/database/transactions.js';
import { accident } from '../../platform/graphql/accident.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  UserError,
  type RateLimitedError,
  type RefusedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { StoredFiles } from '../stored-files.js';
import { deviceWords } from './device-words.js';
import type { UploadAbout } from './upload-about.js';
import { UploadOwners } from './upload-owner.js';
import { LIVE_STATES, type StoredState } from './upload-session-state.js';
import { UploadSessionRow } from './upload-session.entity.js';
import { UploadSessionQueries, type UploadSessionNow } from './upload-session.queries.js';
import { ReceivedFile, StartedUpload, UploadSession } from './upload-session.type.js';

const TOKEN_BYTES = 24;
const LIFE_MILLISECONDS = 10 * 60_000;
const ATTEMPTS = 3;
const STARTS: Budget = { name: 'upload.start', points: 60, seconds: 3600 };
const ABOUT_CELL = { table: 'upload_session', column: 'about_enc' } as const;

/** Which slot of what a phone may fill, and what goes in. */
export interface UploadOrder {
  /** Account or unfinished registration the file is counted for. */
  readonly fileOwnerId: string;
  readonly subjectId: string;
  readonly slotCode: string;
  readonly extensions: readonly string[];
  readonly maxBytes: number;
  readonly about: UploadAbout;
}

/**
 * The desktop's side of an upload by phone (扫码拍照上传, security.md §1.5). The token is random,
 * stored hashed, good for one phone and one file; whether somebody may fill the slot was decided
 * by the domain that starts the session, and is decided again when the file is used.
 */
@Injectable()
export class UploadSessions {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly files: StoredFiles,
    private readonly owners: UploadOwners,
    private readonly queries: UploadSessionQueries,
  ) {}

  /** Draws a new code; an older one for the same slot is dead from now on. @throws NOT_FOUND for strangers. */
  async start(
    context: RequestContext,
    order: UploadOrder,
  ): Promise<StartedUpload | RateLimitedError | RefusedError> {
    const ownerKey = this.ownerKey(context);
    const wait = await this.limits.use(STARTS, ownerKey);
    if (wait > 0) return rateLimited(context.actor, wait);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.tryStart(context, ownerKey, order);
      } catch (thrown) {
        // Two tabs asked for the same slot at once: the later code wins.
        if (attempt >= ATTEMPTS || !isUniqueViolation(thrown, 'uq_upload_session_live'))
          throw thrown;
      }
    }
  }

  /** A fresh code for the same slot. @throws NOT_FOUND when the session is not the caller's. */
  async renew(
    context: RequestContext,
    id: string,
  ): Promise<StartedUpload | RateLimitedError | RefusedError> {
    const { extensions, ...session } = await this.mine(context, id);
    return this.start(context, {
      ...session,
      extensions: extensions.split(','),
      about: this.about(session),
    });
  }

  /** @throws NOT_FOUND when it is not the caller's. */
  async read(context: RequestContext, id: string): Promise<UploadSession> {
    return this.view(await this.mine(context, id));
  }

  /** The person uses the received file: nothing more may happen with the code. */
  finish(context: RequestContext, id: string): Promise<UploadSession> {
    return this.end(context, id, 'finishUpload', ['RECEIVED'], 'CONFIRMED');
  }

  cancel(context: RequestContext, id: string): Promise<UploadSession> {
    return this.end(context, id, 'cancelUpload', LIVE_STATES, 'CANCELLED');
  }

  /** Inside the transaction that ends what the caller's codes were for; what had arrived is swept. */
  async endMine(em: EntityManager, context: RequestContext): Promise<void> {
    const live = { ownerKey: this.ownerKey(context), state: In([...LIVE_STATES]) };
    await em.update(UploadSessionRow, live, { state: 'CANCELLED', fileId: null });
  }

  /** The session as the schema shows it. */
  async view(session: UploadSessionNow): Promise<UploadSession> {
    const { id, state, percent, expiresAt, phoneDevice, turnedAway } = session;
    return new UploadSession({
      id,
      state,
      percent,
      expiresAt,
      phone: phoneDevice,
      otherPhoneRefused: turnedAway > 0,
      file: state === 'RECEIVED' ? await this.received(session) : null,
    });
  }

  /** What the phone is told about it. @throws Error for a cell moved here from another row. */
  about({ id, aboutEnc }: Pick<UploadSessionNow, 'id' | 'aboutEnc'>): UploadAbout {
    return JSON.parse(this.cipher.decrypt(aboutEnc, { ...ABOUT_CELL, rowId: id })) as UploadAbout;
  }

  /** @throws NOT_FOUND when it is not the caller's. */
  async mine(context: RequestContext, id: string): Promise<UploadSessionNow> {
    const ownerKey = this.owners.keyOf(context);
    const session = (await this.queries.byIds([id])).get(id);
    if (!session || session.ownerKey !== ownerKey) throw accident('NOT_FOUND');
    return session;
  }

  private async tryStart(
    context: RequestContext,
    ownerKey: string,
    order: UploadOrder,
  ): Promise<StartedUpload | RefusedError> {
    const { fileOwnerId, subjectId, slotCode, extensions, maxBytes, about } = order;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const id = uuid();
    const now = this.clock.now();
    let left: readonly string[] = [];
    const done = await this.transactions.run<never>(
      this.intent(context, order, 'startUpload'),
      async ({ em, note }) => {
        left = await this.replace(em, { ownerKey, subjectId, slotCode });
        await em.insert(UploadSessionRow, {
          id,
          ownerKey,
          fileOwnerId,
          logInId: context.actor.sessionId,
          subjectId,
          slotCode,
          extensions: extensions.join(','),
          maxBytes,
          aboutEnc: this.cipher.encrypt(JSON.stringify(about), { ...ABOUT_CELL, rowId: id }),
          desktopDevice: deviceWords(context.actor.request.userAgent),
          tokenIndex: this.cipher.blindIndex('upload.token', token),
          state: 'WAITING',
          percent: 0,
          tries: 0,
          turnedAway: 0,
          createdAt: now,
          expiresAt: new Date(now.getTime() + LIFE_MILLISECONDS),
        });
        note({ subjectId, slotCode });
        return id;
      },
    );
    if (done instanceof UserError) return done;
    for (const fileId of left) await this.files.discard(fileId);
    return new StartedUpload(await this.read(context, id), `/m/#${token}`);
  }

  /** @returns received files nobody will use any more. */
  private async replace(
    em: EntityManager,
    slot: Pick<UploadSessionRow, 'ownerKey' | 'subjectId' | 'slotCode'>,
  ): Promise<string[]> {
    const live = { ...slot, state: In([...LIVE_STATES]) };
    const rows = await em.findBy(UploadSessionRow, live);
    await em.update(UploadSessionRow, live, { state: 'REPLACED', fileId: null });
    return rows.flatMap(({ fileId }) => fileId ?? []);
  }

  /** Idempotent by nature: ended twice is ended. */
  private async end(
    context: RequestContext,
    id: string,
    operation: string,
    from: readonly StoredState[],
    to: StoredState,
  ): Promise<UploadSession> {
    const session = await this.mine(context, id);
    const ended = await this.transactions.run<never>(
      this.intent(context, session, operation),
      async ({ em }) => {
        await em.update(
          UploadSessionRow,
          { id, state: In([...from]) },
          { state: to, fileId: null },
        );
        return id;
      },
    );
    if (ended instanceof UserError) throw accident('INTERNAL');
    const after = await this.mine(context, id);
    if (session.fileId !== null && after.fileId === null) await this.files.discard(session.fileId);
    return this.view(after);
  }

  private intent(
    { actor }: RequestContext,
    { fileOwnerId }: Pick<UploadOrder, 'fileOwnerId'>,
    operation: string,
  ): { actor: Actor; operation: string; idempotencyKey: null; input: null } {
    const who = actor.kind === 'account' ? actor : { ...actor, id: fileOwnerId };
    return { actor: who, operation, idempotencyKey: null, input: null };
  }

  private async received({ fileId }: UploadSessionNow): Promise<ReceivedFile | null> {
    if (fileId === null) return null;
    const file = await this.files.byId(fileId);
    return new ReceivedFile({
      fileName: this.files.fileName(file),
      mimeType: file.mime,
      byteSize: file.byteSize,
      url: this.files.url(fileId, 'attachment'),
    });
  }

  private ownerKey(context: RequestContext): string {
    const key = this.owners.keyOf(context);
    if (key === null) throw accident('UNAUTHENTICATED');
    return key;
  }
}
