import { Injectable } from '@nestjs/common';
import { StoredFiles } from '../../attachments/stored-files.js';
import type { UploadArg } from '../../attachments/upload-arg.js';
import { Accounts } from '../../auth/accounts/accounts.js';
import { SessionReader } from '../../auth/sessions/session-reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { Transactions, type Tx } from '../../platform/database/transactions.js';
import { updateVersioned } from '../../platform/database/versioned-update.js';
import {
  RefusedError,
  UserError,
  type ConflictError,
  type InvalidInputError,
  type RateLimitedError,
} from '../../platform/graphql/user-error.js';
import { conflict, rateLimited } from '../../platform/i18n/refuse.js';
import { RateLimits, type Budget } from '../../platform/limits/rate-limits.js';
import { invalidFields, profileText } from '../profile-texts.js';
import { PersonCells } from '../person/person-cells.js';
import { PersonEntity } from '../person/person.entity.js';
import { PersonReader } from '../person/person-reader.js';
import { photoNote } from '../person/photo-note.js';
import { ProfileQueries } from '../person/profile.queries.js';
import type { Profile } from '../person/profile.type.js';
import type {
  ExplainProfilePhotoInput,
  UpdateProfileInput,
  UpdateProfilePhotoInput,
} from './account.inputs.js';
import { ProfileEdit, type EditedProfile } from './profile-edit.js';

const PHOTOS_PER_ACCOUNT: Budget = { name: 'profile.photo', points: 20, seconds: 3600 };

/** 基本信息修改 (manual chapter 4). Applications already submitted keep what they froze. */
@Injectable()
export class ProfileEditingService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly limits: RateLimits,
    private readonly accounts: Accounts,
    private readonly sessions: SessionReader,
    private readonly files: StoredFiles,
    private readonly reader: PersonReader,
    private readonly cells: PersonCells,
    private readonly edit: ProfileEdit,
    private readonly queries: ProfileQueries,
  ) {}

  async update(
    actor: Actor,
    input: UpdateProfileInput,
  ): Promise<Profile | ConflictError | InvalidInputError | RefusedError> {
    const edited = await this.edit.of(await this.reader.snapshot(actor.id), input);
    if (edited.wrongs.length > 0) return invalidFields(actor, edited.wrongs);
    const updated = await this.transactions.run<ConflictError>(
      {
        actor,
        operation: 'updateProfile',
        idempotencyKey: input.idempotencyKey,
        // A keyed hash: the plain input is the person's data.
        input: this.cipher.blindIndex('updateProfile.input', JSON.stringify(input)),
      },
      (tx) => this.write(tx, actor, edited, input.version),
    );
    if (updated instanceof UserError) return updated;
    if (actor.sessionId !== null) this.sessions.forget(actor.sessionId);
    return this.queries.mine(actor);
  }

  async updatePhoto(
    actor: Actor,
    { version, crop, idempotencyKey }: UpdateProfilePhotoInput,
    file: UploadArg,
  ): Promise<Profile | ConflictError | RateLimitedError | RefusedError> {
    const wait = await this.limits.use(PHOTOS_PER_ACCOUNT, actor.id);
    if (wait > 0) return rateLimited(actor, wait);
    const ownerId = actor.id;
    const rules = { purpose: 'PHOTO', ownerId, crop: crop ?? null } as const;
    const stored = await this.files.storeUpload(file, rules);
    if (!stored.ok) return this.files.refusal(actor, stored);
    const { photoId } = await this.reader.row(actor.id);
    const updated = await this.transactions.run<ConflictError>(
      { actor, operation: 'updateProfilePhoto', idempotencyKey, input: { version, crop } },
      async ({ em }) => {
        const changes = { photoId: stored.file.id, updatedAt: this.clock.now() };
        if (!(await updateVersioned(em, PersonEntity, actor.id, version, changes))) {
          return this.stale(actor);
        }
        await this.files.keep(em, stored.file.id);
        return actor.id;
      },
    );
    // A repeated request, like a refused one, leaves its picture over.
    const isTaken = (await this.reader.row(actor.id)).photoId === stored.file.id;
    const left = isTaken ? photoId : stored.file.id;
    if (left !== null) await this.files.discard(left);
    return updated instanceof UserError ? updated : this.queries.mine(actor);
  }

  /** What the checks of the photo doubt may have its reasons; staff read them beside the photo. */
  async explainPhoto(
    actor: Actor,
    { version, note, idempotencyKey }: ExplainProfilePhotoInput,
  ): Promise<Profile | ConflictError | InvalidInputError | RefusedError> {
    const said = photoNote(actor, note);
    if (said instanceof UserError) return said;
    const { photoId } = await this.reader.row(actor.id);
    if (photoId === null) {
      const words = profileText(actor.request.language, 'registration.photoMissing');
      return new RefusedError('STATE_INVALID', words);
    }
    const explained = await this.transactions.run<ConflictError>(
      {
        actor,
        operation: 'explainProfilePhoto',
        idempotencyKey,
        // A keyed hash: people write about themselves.
        input: this.cipher.blindIndex('explainProfilePhoto.input', `${version} ${said.words}`),
      },
      async ({ em }) => {
        const changes = { updatedAt: this.clock.now() };
        if (!(await updateVersioned(em, PersonEntity, actor.id, version, changes))) {
          return this.stale(actor);
        }
        await this.files.explain(em, photoId, said.words);
        return actor.id;
      },
    );
    return explained instanceof UserError ? explained : this.queries.mine(actor);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    { person, changed }: EditedProfile,
    version: number,
  ): Promise<string | ConflictError> {
    const columns = this.cells.columns(actor.id, person);
    const changes = { ...columns, updatedAt: this.clock.now() };
    if (!(await updateVersioned(tx.em, PersonEntity, actor.id, version, changes))) {
      return this.stale(actor);
    }
    if (changed.includes('name')) await this.accounts.rename(tx.em, actor.id, person.name);
    tx.note({ changed });
    return actor.id;
  }

  private async stale(actor: Actor): Promise<ConflictError> {
    const { version, updatedAt } = await this.reader.row(actor.id);
    return conflict(actor, version, updatedAt);
  }
}
