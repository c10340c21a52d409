import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { IdType as IdTypeCode } from '@kaopu/domain';
import { HumanCheckInput } from '../../auth/human-check/human-check.inputs.js';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { IDEMPOTENCY_KEY } from '../../platform/graphql/idempotency-key.js';
import { PersonInput } from '../person/person.inputs.js';
import { IdType } from '../person/profile.type.js';

const MAX_PIXEL = 100_000;

@InputType()
export class RequestRegistrationCodeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(40)
  readonly phone: string;

  @Field(() => HumanCheckInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => HumanCheckInput)
  readonly humanCheck: HumanCheckInput;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class VerifyRegistrationCodeInput {
  @Field(() => String)
  @IsString()
  @MaxLength(20)
  readonly code: string;
}

@InputType()
export class SaveRegistrationDraftInput {
  @Field(() => JsonScalar, { description: 'Fields of RegisterInput as far as they are filled in.' })
  @IsObject()
  readonly fields: Readonly<Record<string, unknown>>;
}

@InputType({ description: 'Pixels of the upright picture, origin top left.' })
export class CropInput {
  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(MAX_PIXEL)
  readonly x: number;

  @Field(() => Int)
  @IsInt()
  @Min(0)
  @Max(MAX_PIXEL)
  readonly y: number;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_PIXEL)
  readonly width: number;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_PIXEL)
  readonly height: number;
}

@InputType()
export class UploadRegistrationPhotoInput {
  @Field(() => CropInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CropInput)
  readonly crop?: CropInput | null;
}

@InputType()
export class ExplainPhotoInput {
  @Field(() => String, { description: 'A word to staff about the photo; empty takes it back.' })
  @IsString()
  @MaxLength(2000)
  readonly note: string;
}

@InputType()
export class RegisterInput {
  @Field(() => IdType)
  @IsIn(Object.keys(IdType))
  readonly idType: IdTypeCode;

  @Field(() => String)
  @IsString()
  @MaxLength(60)
  readonly idNumber: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166 alpha-3, for passports.' })
  @IsOptional()
  @Matches(/^[A-Za-z]{0,3}$/)
  readonly idCountry?: string | null;

  @Field(() => String)
  @IsString()
  @MaxLength(200)
  readonly name: string;

  @Field(() => String, {
    nullable: true,
    description: 'Only for ID types that do not carry them.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(16)
  readonly sex?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only for ID types that do not carry them.',
  })
  @IsOptional()
  @IsString()
  readonly birthDate?: string | null;

  @Field(() => String)
  @IsString()
  @MaxLength(256)
  readonly password: string;

  @Field(() => PersonInput)
  @IsDefined()
  @ValidateNested()
  @Type(() => PersonInput)
  readonly person: PersonInput;

  @Field(() => Boolean)
  @IsBoolean()
  readonly photoConsent: boolean;

  @Field(() => String)
  @IsString()
  @MaxLength(32)
  readonly privacyNoticeVersion: string;

  @Field(() => Boolean)
  @IsBoolean()
  readonly truthDeclared: boolean;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}
