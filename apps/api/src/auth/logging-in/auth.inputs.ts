import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, IsString, MaxLength, ValidateNested } from 'class-validator';
import { HumanCheckInput } from '../human-check/human-check.inputs.js';

@InputType()
export class LogInInput {
  @Field(() => String, {
    description: 'As written on the document; blanks and case do not matter.',
  })
  @IsString()
  @MaxLength(60)
  readonly idNumber: string;

  @Field(() => String)
  @IsString()
  @MaxLength(256)
  readonly password: string;

  @Field(() => HumanCheckInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;
}

@InputType()
export class LogInStaffInput {
  @Field(() => String)
  @IsString()
  @MaxLength(64)
  readonly loginName: string;

  @Field(() => String)
  @IsString()
  @MaxLength(256)
  readonly password: string;

  @Field(() => HumanCheckInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;
}

@InputType()
export class ConfirmSecondFactorInput {
  @Field(() => String)
  @IsString()
  @MaxLength(100)
  readonly challenge: string;

  @Field(() => String)
  @IsString()
  @MaxLength(20)
  readonly code: string;
}
