import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'The days a holder should know before renewing (domain.md §5).' })
export class RenewalDays {
  @Field(() => String, { description: 'Empty where the person stated none.' })
  readonly certificateNo: string;

  @Field(() => LocalDateScalar, { description: 'First day of renewal by exam.' })
  readonly examOpens: string;

  @Field(() => LocalDateScalar, { description: 'From here on plans are made for the renewal.' })
  readonly planning: string;

  @Field(() => LocalDateScalar, { description: 'First day of renewal by review or without exam.' })
  readonly windowOpens: string;

  @Field(() => LocalDateScalar, { description: 'Last day that leaves time for the new one.' })
  readonly lastSafe: string;

  @Field(() => LocalDateScalar, { description: 'Last day of the certificate.' })
  readonly expires: string;

  @Field(() => LocalDateScalar, { description: 'Last day of renewal by exam after the end.' })
  readonly lastChance: string;
}
