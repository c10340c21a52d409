import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Done, Session } from '../../auth/sessions/session.type.js';
import {
  InvalidInputError,
  RateLimitedError,
  RefusedError,
} from '../../platform/graphql/user-error.js';

@ObjectType({
  description:
    'A code is on its way if the number and the phone belong to one account; if not, the answer is the same.',
})
export class CodeRequested {
  @Field(() => String, { description: 'To be sent with the code, by this browser only.' })
  readonly challenge: string;

  @Field(() => Int)
  readonly resendAfterSeconds: number;

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(challenge: string, resendAfterSeconds: number, expiresAt: Date) {
    this.challenge = challenge;
    this.resendAfterSeconds = resendAfterSeconds;
    this.expiresAt = expiresAt;
  }
}

export const RequestPhoneCodeResult = createUnionType({
  name: 'RequestPhoneCodeResult',
  types: () => [CodeRequested, InvalidInputError, RateLimitedError, RefusedError] as const,
});

export const LogInByCodeResult = createUnionType({
  name: 'LogInByCodeResult',
  types: () => [Session, RateLimitedError, RefusedError] as const,
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  types: () => [Done, InvalidInputError, RateLimitedError, RefusedError] as const,
});
