import { Field, ObjectType } from '@nestjs/graphql';
import { Viewer } from './viewer.type.js';

@ObjectType({ description: 'A log-in. The refresh token travels in an HttpOnly cookie only.' })
export class Session {
  @Field(() => String, { description: 'Bearer token, to be kept in memory only.' })
  readonly accessToken: string;

  @Field(() => Date, { description: 'When the access token has to be refreshed.' })
  readonly expiresAt: Date;

  @Field(() => Viewer)
  readonly viewer: Viewer;

  constructor(accessToken: string, expiresAt: Date, viewer: Viewer) {
    this.accessToken = accessToken;
    this.expiresAt = expiresAt;
    this.viewer = viewer;
  }
}

@ObjectType({
  description: 'The password was right; staff also confirm a code of their authenticator.',
})
export class SecondFactorRequired {
  @Field(() => String, { description: 'Good for five minutes and five codes.' })
  readonly challenge: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Set when the account has no authenticator yet: show it as a QR code and confirm a code from it.',
  })
  readonly enrolmentUri: string | null;

  constructor(challenge: string, enrolmentUri: string | null) {
    this.challenge = challenge;
    this.enrolmentUri = enrolmentUri;
  }
}

@ObjectType({ description: 'It is done, and there is nothing more to tell.' })
export class Done {
  @Field(() => Boolean)
  readonly done = true;
}
