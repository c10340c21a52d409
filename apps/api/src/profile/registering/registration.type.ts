import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { StoredPhoto } from '../../attachments/stored-photo.type.js';
import { Session } from '../../auth/sessions/session.type.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import {
  InvalidInputError,
  RateLimitedError,
  RefusedError,
  UserError,
} from '../../platform/graphql/user-error.js';

@ObjectType({ description: 'A code is on its way to the phone.' })
export class CodeSent {
  @Field(() => Int)
  readonly resendAfterSeconds: number;

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(resendAfterSeconds: number, expiresAt: Date) {
    this.resendAfterSeconds = resendAfterSeconds;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({
  description:
    'What somebody typed so far, kept for 24 hours under an HttpOnly cookie; null fields are not filled in yet.',
})
export class RegistrationDraft {
  @Field(() => String, { nullable: true, description: 'Null before a code was sent.' })
  readonly phone: string | null;

  @Field(() => Boolean)
  readonly phoneVerified: boolean;

  @Field(() => JsonScalar)
  readonly fields: unknown;

  @Field(() => StoredPhoto, { nullable: true, description: 'Null before it is uploaded.' })
  readonly photo: StoredPhoto | null;

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(draft: RegistrationDraft) {
    Object.assign(this, draft);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'This document has an account already; log in instead.',
})
export class IdAlreadyRegisteredError extends UserError {
  constructor(message: string) {
    super('ID_ALREADY_REGISTERED', message);
  }
}

export const RequestRegistrationCodeResult = createUnionType({
  name: 'RequestRegistrationCodeResult',
  types: () => [CodeSent, InvalidInputError, RateLimitedError, RefusedError] as const,
});

export const VerifyRegistrationCodeResult = createUnionType({
  name: 'VerifyRegistrationCodeResult',
  types: () => [RegistrationDraft, RateLimitedError, RefusedError] as const,
});

export const SaveRegistrationDraftResult = createUnionType({
  name: 'SaveRegistrationDraftResult',
  types: () => [RegistrationDraft, InvalidInputError, RefusedError] as const,
});

export const UploadRegistrationPhotoResult = createUnionType({
  name: 'UploadRegistrationPhotoResult',
  types: () => [RegistrationDraft, RateLimitedError, RefusedError] as const,
});

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  types: () =>
    [Session, IdAlreadyRegisteredError, InvalidInputError, RateLimitedError, RefusedError] as const,
});
