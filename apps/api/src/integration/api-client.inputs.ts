import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IDEMPOTENCY_KEY } from '../platform/graphql/idempotency-key.js';

@InputType()
export class CreateApiClientInput {
  @Field(() => String, { description: 'Whose system it is, for people.' })
  @IsString()
  @MaxLength(80)
  readonly name: string;

  @Field(() => [String], { description: 'E.g. `certificates:verify`.' })
  @ArrayMaxSize(20)
  @IsString({ each: true })
  readonly scopes: readonly string[];

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class RevokeApiClientInput {
  @Field(() => ID)
  @IsUUID()
  readonly id: string;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}
