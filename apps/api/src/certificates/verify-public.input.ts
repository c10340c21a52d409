import { Field, InputType } from '@nestjs/graphql';
import { IsString, Length, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { HumanCheckInput } from '../auth/human-check/human-check.inputs.js';

@InputType()
export class VerifyPublicInput {
  @Field(() => String, { description: 'As printed on the certificate.' })
  @IsString()
  @Length(1, 64)
  readonly number: string;

  @Field(() => String, { description: 'The holder’s name as printed.' })
  @IsString()
  @Length(1, 100)
  readonly name: string;

  @Field(() => HumanCheckInput)
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;
}
