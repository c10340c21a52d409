import { inject, Service, signal } from '@angular/core';
import {
  ChangePhoneDocument,
  ExplainProfilePhotoDocument,
  MyProfileDocument,
  type ProfilePartsFragment,
  RequestPhoneChangeCodeDocument,
  UpdateProfileDocument,
  type UpdateProfileInput,
  UpdateProfilePhotoDocument,
} from '@kaopu/graphql';
import { Apollo } from 'apollo-angular';
import { firstValueFrom } from 'rxjs';

import { type UploadProgress, withUpload } from '../../core/graphql/upload-progress.js';
import type {
  CodeOnItsWay,
  PhoneProof,
  PhoneRequest,
} from '../../core/person/phone-verification.js';
import type { Refusal } from '../../core/requests/refusal.js';
import { SessionRenewal } from '../../core/session/session-renewal.js';
import { mutate } from '../../core/requests/mutate.js';

/** The fields of one group, as they shall be. */
export type ProfileChanges = Omit<UpdateProfileInput, 'version' | 'idempotencyKey'>;

type Saved = 'saved' | Refusal;

/** The profile while it is being changed: written under the version that was read, so that nothing is lost. */
@Service({ autoProvided: false })
export class ProfileEditing {
  private readonly apollo = inject(Apollo);
  private readonly renewal = inject(SessionRenewal);
  private readonly read = signal<ProfilePartsFragment | undefined>(undefined);
  private version = 0;

  /** As it was read; the pages open only once it is (`requireProfile`). */
  profile(): ProfilePartsFragment {
    const profile = this.read();
    if (!profile) {
      throw new Error('The profile was not loaded');
    }
    return profile;
  }

  /** Throws when the server cannot be reached. */
  async load(): Promise<void> {
    const query = { query: MyProfileDocument, fetchPolicy: 'network-only' } as const;
    const { data } = await firstValueFrom(this.apollo.query(query));
    if (!data) {
      throw new Error('The answer holds no profile');
    }
    this.take(data.myProfile);
  }

  async save(idempotencyKey: string, changes: ProfileChanges): Promise<Saved> {
    const input = { ...changes, version: this.version, idempotencyKey };
    const { updateProfile: result } = await mutate(this.apollo, UpdateProfileDocument, { input });
    const saved = this.taken(result);
    if (saved === 'saved' && changes.name !== undefined) {
      // The name in the page's head comes with the session.
      void this.renewal.renew().catch(() => undefined);
    }
    return saved;
  }

  async uploadPhoto(idempotencyKey: string, photo: Blob, progress: UploadProgress): Promise<Saved> {
    const file = new File([photo], 'photo.jpg', { type: 'image/jpeg' });
    const variables = { file, input: { version: this.version, idempotencyKey } };
    const context = withUpload(progress);
    const data = await mutate(this.apollo, UpdateProfilePhotoDocument, variables, context);
    return this.taken(data.updateProfilePhoto);
  }

  /** A word to staff about the photo; empty takes it back. */
  async explainPhoto(idempotencyKey: string, note: string): Promise<Saved> {
    const input = { note, version: this.version, idempotencyKey };
    const data = await mutate(this.apollo, ExplainProfilePhotoDocument, { input });
    return this.taken(data.explainProfilePhoto);
  }

  /** How a new phone is verified. */
  readonly phoneProof: PhoneProof = {
    ask: (request) => this.askPhone(request),
    confirm: (code) => this.changePhone(code),
  };

  private async askPhone(input: PhoneRequest): Promise<CodeOnItsWay | Refusal> {
    const answer = await mutate(this.apollo, RequestPhoneChangeCodeDocument, { input });
    return answer.requestPhoneChangeCode;
  }

  private async changePhone(code: string): Promise<Saved> {
    const answer = await mutate(this.apollo, ChangePhoneDocument, { input: { code } });
    return this.taken(answer.changePhone);
  }

  /** A conflict moves the version on: saving again then writes over what somebody else wrote. */
  private taken(result: ProfilePartsFragment | (Refusal & { currentVersion?: number })): Saved {
    if ('idNumber' in result) {
      this.take(result);
      return 'saved';
    }
    this.version = result.currentVersion ?? this.version;
    return result;
  }

  private take(profile: ProfilePartsFragment): void {
    this.read.set(profile);
    this.version = profile.version;
    this.apollo.client.writeQuery({ query: MyProfileDocument, data: { myProfile: profile } });
  }
}
