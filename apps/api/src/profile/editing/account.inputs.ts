import { Field, InputType, Int, PartialType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { HumanCheckInput } from '../../auth/human-check/human-check.inputs.js';
import { PersonInput } from '../person/person.inputs.js';
import { CropInput, ExplainPhotoInput } from '../registering/registration.inputs.js';

const KEY_LENGTH = 64;
const PASSWORD_LENGTH = 256;

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @IsString()
  @MaxLength(PASSWORD_LENGTH)
  readonly currentPassword: string;

  @Field(() => String)
  @IsString()
  @MaxLength(PASSWORD_LENGTH)
  readonly newPassword: string;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(KEY_LENGTH)
  readonly idempotencyKey: string;
}

@InputType({ description: 'Only the fields that are given change; null empties one.' })
export class PersonChangesInput extends PartialType(PersonInput) {}

@InputType()
export class UpdateProfileInput {
  @Field(() => Int, { description: 'The profile’s version that was read.' })
  @IsInt()
  readonly version: number;

  @Field(() => String, { nullable: true, description: 'Unchanged when left out.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only for ID types that do not carry it; unchanged when left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(16)
  readonly sex?: string | null;

  @Field(() => PersonChangesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PersonChangesInput)
  readonly person?: PersonChangesInput | null;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(KEY_LENGTH)
  readonly idempotencyKey: string;
}

@InputType()
export class UpdateProfilePhotoInput {
  @Field(() => Int, { description: 'The profile’s version that was read.' })
  @IsInt()
  readonly version: number;

  @Field(() => CropInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CropInput)
  readonly crop?: CropInput | null;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(KEY_LENGTH)
  readonly idempotencyKey: string;
}

@InputType()
export class ExplainProfilePhotoInput extends ExplainPhotoInput {
  @Field(() => Int, { description: 'The profile’s version that was read.' })
  @IsInt()
  readonly version: number;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(KEY_LENGTH)
  readonly idempotencyKey: string;
}

@InputType()
export class RequestPhoneChangeCodeInput {
  @Field(() => String, { description: 'The new number; it gets the code.' })
  @IsString()
  @MaxLength(40)
  readonly phone: string;

  @Field(() => String, { description: 'A session alone may not move the account to a new phone.' })
  @IsString()
  @MaxLength(PASSWORD_LENGTH)
  readonly password: string;

  @Field(() => HumanCheckInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;

  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(KEY_LENGTH)
  readonly idempotencyKey: string;
}

@InputType()
export class ChangePhoneInput {
  @Field(() => String, { description: 'The code of `requestPhoneChangeCode`.' })
  @IsString()
  @MaxLength(20)
  readonly code: string;
}
