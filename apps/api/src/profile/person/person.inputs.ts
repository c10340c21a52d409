import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

/** Far above every field's own limit, which is told as a problem of the field. */
const ABSURD = 1000;
const CODE = 64;

@InputType()
export class PersonInput {
  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  readonly education: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly degree?: string | null;

  @Field(() => String)
  @IsString()
  @MaxLength(ABSURD)
  readonly school: string;

  @Field(() => LocalDateScalar)
  @IsString()
  readonly graduationDate: string;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  readonly majorType: string;

  @Field(() => String)
  @IsString()
  @MaxLength(ABSURD)
  readonly major: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly majorCatalogue?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly majorCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly title?: string | null;

  @Field(() => String)
  @IsString()
  @MaxLength(ABSURD)
  readonly employer: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly employerType?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  readonly employerAddress?: string | null;

  @Field(() => String)
  @IsString()
  @MaxLength(CODE)
  readonly divisionCode: string;

  @Field(() => String)
  @IsString()
  @MaxLength(ABSURD)
  readonly postalAddress: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(CODE)
  readonly postcode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  readonly email?: string | null;

  @Field(() => Int)
  @IsInt()
  readonly workYears: number;
}
