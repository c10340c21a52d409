import { Field, ID, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A picture code (验证码), good for one try within two minutes.' })
export class Captcha {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { description: 'PNG, base64 data URI' })
  readonly image: string;

  @Field(() => Date)
  readonly expiresAt: Date;

  constructor(id: string, image: string, expiresAt: Date) {
    this.id = id;
    this.image = image;
    this.expiresAt = expiresAt;
  }
}

@ObjectType({
  description: 'ALTCHA challenge, to be solved in the browser; JSON as the widget wants it.',
})
export class ProofOfWork {
  @Field(() => JsonScalar)
  readonly challenge: unknown;

  constructor(challenge: unknown) {
    this.challenge = challenge;
  }
}
