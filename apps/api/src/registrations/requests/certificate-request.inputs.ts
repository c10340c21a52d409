import { Field, ID, InputType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';
import { IDEMPOTENCY_KEY } from '../../platform/graphql/idempotency-key.js';

@InputType()
export class StartCertificateRequestInput {
  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;

  @Field(() => String, { description: '`certificate-reissue` or `certificate-change`.' })
  @Length(1, 40)
  readonly type: string;

  @Field(() => ID)
  @Matches(/^[\w-]{1,64}$/)
  readonly certificateId: string;
}
