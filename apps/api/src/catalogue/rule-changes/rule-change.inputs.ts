import { Field, InputType } from '@nestjs/graphql';
import { IsString, Matches, MaxLength } from 'class-validator';
import { IDEMPOTENCY_KEY } from '../../platform/graphql/idempotency-key.js';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';

@InputType()
export class PlanRuleChangeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(60)
  readonly code: string;

  @Field(() => JsonScalar, { description: 'Of the same shape as the value it follows.' })
  readonly value: unknown;

  @Field(() => LocalDateScalar, { description: 'First day; tomorrow at the earliest.' })
  readonly validFrom: string;

  @Field(() => String, { description: 'Document or decision it follows, 2 to 200 characters.' })
  @IsString()
  @MaxLength(1000)
  readonly source: string;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class WithdrawRuleChangeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(60)
  readonly code: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the planned value.' })
  readonly validFrom: string;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}
