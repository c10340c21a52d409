import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { StoredFiles } from '../../attachments/stored-files.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { UploadVisitors } from '../../platform/http/upload-visitors.js';
import type { DraftFields } from './draft-fields.js';
import { RegistrationCookie } from './registration-cookie.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationDraft } from './registration.type.js';

const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;
const TABLE = 'registration_session';

/** Registrations in progress, found by the browser's cookie. */
@Injectable()
export class RegistrationSessions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly cookie: RegistrationCookie,
    private readonly files: StoredFiles,
    private readonly visitors: UploadVisitors,
  ) {}

  onModuleInit(): void {
    this.visitors.register(async (request) => {
      const session = await this.find({ request });
      return session?.completedAt === null && session.phoneVerifiedAt !== null;
    });
  }

  /** Null for a browser that has none, or one that is over; also finds one that became an account. */
  find({ request }: Pick<RequestContext, 'request'>): Promise<RegistrationSessionEntity | null> {
    const token = this.cookie.read(request);
    if (!token) return Promise.resolve(null);
    return this.dataSource.manager.findOneBy(RegistrationSessionEntity, {
      tokenIndex: this.index(token),
      expiresAt: MoreThan(this.clock.now()),
    });
  }

  /** Null, too, for a registration that became an account. */
  async open(context: RequestContext): Promise<RegistrationSessionEntity | null> {
    const found = await this.find(context);
    return found?.completedAt === null ? found : null;
  }

  async openOrNew(context: RequestContext): Promise<RegistrationSessionEntity> {
    return (await this.open(context)) ?? this.create(context);
  }

  /** @throws Error for a draft that was moved here from another row. */
  fields({ id, fieldsEnc }: RegistrationSessionEntity): DraftFields {
    if (!fieldsEnc) return {};
    return JSON.parse(
      this.cipher.decrypt(fieldsEnc, { table: TABLE, column: 'fields_enc', rowId: id }),
    ) as DraftFields;
  }

  sealedFields(id: string, fields: DraftFields): Buffer {
    const json = JSON.stringify(fields);
    return this.cipher.encrypt(json, { table: TABLE, column: 'fields_enc', rowId: id });
  }

  /** Null before a code was sent. */
  phone({ id, phoneEnc }: RegistrationSessionEntity): string | null {
    return (
      phoneEnc && this.cipher.decrypt(phoneEnc, { table: TABLE, column: 'phone_enc', rowId: id })
    );
  }

  sealedPhone(id: string, phone: string): Buffer {
    return this.cipher.encrypt(phone, { table: TABLE, column: 'phone_enc', rowId: id });
  }

  async draft(
    { actor }: RequestContext,
    session: RegistrationSessionEntity,
  ): Promise<RegistrationDraft> {
    const { photoId } = session;
    return new RegistrationDraft({
      phone: this.phone(session),
      phoneVerified: session.phoneVerifiedAt !== null,
      fields: this.fields(session),
      photo: photoId === null ? null : await this.files.photo(photoId, actor.request.language),
      expiresAt: session.expiresAt,
    });
  }

  /** The draft as it is now. */
  async draftOf(context: RequestContext, id: string): Promise<RegistrationDraft> {
    const row = await this.dataSource.manager.findOneByOrFail(RegistrationSessionEntity, { id });
    return this.draft(context, row);
  }

  private async create({ reply }: RequestContext): Promise<RegistrationSessionEntity> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const id = uuid();
    const expiresAt = new Date(now.getTime() + LIFE_MILLISECONDS);
    await this.dataSource.manager.insert(RegistrationSessionEntity, {
      id,
      tokenIndex: this.index(token),
      createdAt: now,
      expiresAt,
    });
    this.cookie.set(reply, token, expiresAt);
    return this.dataSource.manager.findOneByOrFail(RegistrationSessionEntity, { id });
  }

  private index(token: string): string {
    return this.cipher.blindIndex('registration.token', token);
  }
}
