import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDefined, IsNotEmpty, IsString, MaxLength, ValidateNested } from 'class-validator';
import { HumanCheckInput } from '../../auth/human-check/human-check.inputs.js';

const CHALLENGE_LENGTH = 64;
const CODE_LENGTH = 20;

@InputType({ description: 'Number and phone as given at registration.' })
export class StatedOwnerInput {
  @Field(() => String, {
    description: 'As written on the document; blanks and case do not matter.',
  })
  @IsString()
  @MaxLength(60)
  readonly idNumber: string;

  @Field(() => String)
  @IsString()
  @MaxLength(40)
  readonly phone: string;

  @Field(() => HumanCheckInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;
}

@InputType()
export class LogInByCodeInput {
  @Field(() => String, { description: 'Of `requestLogInCode`.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(CHALLENGE_LENGTH)
  readonly challenge: string;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE_LENGTH)
  readonly code: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'Of `requestPasswordCode`.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(CHALLENGE_LENGTH)
  readonly challenge: string;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE_LENGTH)
  readonly code: string;

  @Field(() => String)
  @IsString()
  @MaxLength(256)
  readonly password: string;
}
