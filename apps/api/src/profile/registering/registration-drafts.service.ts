import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StoredFiles } from '../../attachments/stored-files.js';
import type { UploadArg } from '../../attachments/upload-arg.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import {
  RefusedError,
  UserError,
  type InvalidInputError,
  type RateLimitedError,
} from '../../platform/graphql/user-error.js';
import { rateLimited, refuse } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { invalidFields, profileText } from '../profile-texts.js';
import { photoNote } from '../person/photo-note.js';
import { mergeDraft } from './draft-fields.js';
import { RegistrationSessionEntity } from './registration-session.entity.js';
import { RegistrationSessions } from './registration-sessions.js';
import type {
  ExplainPhotoInput,
  SaveRegistrationDraftInput,
  UploadRegistrationPhotoInput,
} from './registration.inputs.js';
import type { RegistrationDraft } from './registration.type.js';

/** New drafts per address: a room of people registering is fine, filling our disk is not. */
const DRAFTS_PER_ADDRESS: Budget = { name: 'registration.draft.ip', points: 600, seconds: 600 };
const PHOTOS_PER_SESSION: Budget = { name: 'registration.photo', points: 20, seconds: 3600 };

/** What somebody typed and uploaded so far; nothing of it is an account. */
@Injectable()
export class RegistrationDraftsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: RateLimits,
    private readonly sessions: RegistrationSessions,
    private readonly files: StoredFiles,
  ) {}

  /** Null while nothing was begun in this browser. */
  async current(context: RequestContext): Promise<RegistrationDraft | null> {
    const session = await this.sessions.open(context);
    return session && this.sessions.draft(context, session);
  }

  async save(
    context: RequestContext,
    { fields }: SaveRegistrationDraftInput,
  ): Promise<RegistrationDraft | InvalidInputError | RefusedError> {
    const { actor } = context;
    if ((await this.limits.use(DRAFTS_PER_ADDRESS, actor.request.ip)) > 0) {
      return refuse(actor, 'RATE_LIMITED');
    }
    const session = await this.sessions.openOrNew(context);
    const merged = mergeDraft(this.sessions.fields(session), fields);
    if (!merged) {
      return invalidFields(actor, [{ path: 'fields', key: 'registration.draftTooLarge' }]);
    }
    await this.dataSource.manager.update(
      RegistrationSessionEntity,
      { id: session.id },
      { fieldsEnc: this.sessions.sealedFields(session.id, merged) },
    );
    return this.sessions.draftOf(context, session.id);
  }

  /** Only once the phone is verified: nobody unknown makes us decode pictures. */
  async uploadPhoto(
    context: RequestContext,
    { crop }: UploadRegistrationPhotoInput,
    file: UploadArg,
  ): Promise<RegistrationDraft | RateLimitedError | RefusedError> {
    const { actor } = context;
    const { language } = actor.request;
    const session = await this.sessions.open(context);
    if (!session) {
      return new RefusedError('UNAUTHENTICATED', profileText(language, 'registration.noSession'));
    }
    if (session.phoneVerifiedAt === null) {
      return new RefusedError(
        'STATE_INVALID',
        profileText(language, 'registration.phoneNotVerified'),
      );
    }
    const wait = await this.limits.use(PHOTOS_PER_SESSION, session.id);
    if (wait > 0) return rateLimited(actor, wait);
    const stored = await this.files.storeUpload(file, {
      purpose: 'PHOTO',
      ownerId: session.id,
      crop: crop ?? null,
    });
    if (!stored.ok) return this.files.refusal(actor, stored);
    await this.replacePhoto(session, stored.file.id);
    return this.sessions.draftOf(context, session.id);
  }

  /** What the checks of the photo doubt may have its reasons; staff read them beside the photo. */
  async explainPhoto(
    context: RequestContext,
    { note }: ExplainPhotoInput,
  ): Promise<RegistrationDraft | InvalidInputError | RefusedError> {
    const { actor } = context;
    const { language } = actor.request;
    const session = await this.sessions.open(context);
    if (!session?.photoId) {
      return new RefusedError('STATE_INVALID', profileText(language, 'registration.photoMissing'));
    }
    const said = photoNote(actor, note);
    if (said instanceof UserError) return said;
    await this.files.explain(this.dataSource.manager, session.photoId, said.words);
    return this.sessions.draftOf(context, session.id);
  }

  private async replacePhoto(
    { id, photoId }: RegistrationSessionEntity,
    newId: string,
  ): Promise<void> {
    await this.dataSource.transaction(async (em) => {
      await em.update(RegistrationSessionEntity, { id }, { photoId: newId });
      await this.files.keep(em, newId);
    });
    if (photoId !== null) await this.files.discard(photoId);
  }
}
