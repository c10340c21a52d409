import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsString, IsUUID, Length, MaxLength } from 'class-validator';

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
  @Length(8, 64)
  readonly idempotencyKey: string;
}

@InputType()
export class RevokeApiClientInput {
  @Field(() => ID)
  @IsUUID()
  readonly id: string;

  @Field(() => String)
  @Length(8, 64)
  readonly idempotencyKey: string;
}
