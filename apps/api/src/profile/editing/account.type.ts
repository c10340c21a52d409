import { createUnionType } from '@nestjs/graphql';
import { Done } from '../../auth/sessions/session.type.js';
import {
  ConflictError,
  InvalidInputError,
  RateLimitedError,
  RefusedError,
} from '../../platform/graphql/user-error.js';
import { Profile } from '../person/profile.type.js';
import { CodeSent } from '../registering/registration.type.js';

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  types: () => [Done, InvalidInputError, RateLimitedError, RefusedError] as const,
});

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  types: () => [Profile, ConflictError, InvalidInputError, RefusedError] as const,
});

export const UpdateProfilePhotoResult = createUnionType({
  name: 'UpdateProfilePhotoResult',
  types: () => [Profile, ConflictError, RateLimitedError, RefusedError] as const,
});

export const RequestPhoneChangeCodeResult = createUnionType({
  name: 'RequestPhoneChangeCodeResult',
  types: () => [CodeSent, InvalidInputError, RateLimitedError, RefusedError] as const,
});

export const ChangePhoneResult = createUnionType({
  name: 'ChangePhoneResult',
  types: () => [Profile, InvalidInputError, RateLimitedError, RefusedError] as const,
});
