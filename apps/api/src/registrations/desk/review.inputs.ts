import { Field, ID, InputType } from '@nestjs/graphql';
import { ApplicationStatus } from '@kaopu/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { TargetKind } from '../../catalogue/dictionaries/target-kind.js';
import { ApplicationCommandInput } from '../applying/application.inputs.js';

@InputType()
export class ReviewFilter {
  @Field(() => [ApplicationStatus], { nullable: true, description: 'Null: what waits for review.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(21)
  @IsIn(Object.keys(ApplicationStatus), { each: true })
  readonly statuses?: readonly ApplicationStatus[] | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 24)
  readonly itemCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Length(1, 24)
  readonly registrationType?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/)
  readonly planId?: string | null;

  @Field(() => String, { nullable: true, description: 'An application number, whole.' })
  @IsOptional()
  @Length(1, 16)
  readonly number?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those the caller is reviewing.' })
  @IsOptional()
  @IsBoolean()
  readonly mine?: boolean | null;
}

@InputType()
export class VerdictInput {
  @Field(() => TargetKind)
  @IsIn(Object.keys(TargetKind))
  readonly targetKind: TargetKind;

  @Field(() => String)
  @Length(1, 40)
  readonly target: string;

  @Field(() => String, {
    description: '`ReviewTarget.seen` of what was looked at; another content is refused.',
  })
  @Matches(/^[0-9a-f]{64}$/)
  readonly seen: string;

  @Field(() => Boolean)
  @IsBoolean()
  readonly ok: boolean;

  @Field(() => String, { nullable: true, description: 'From the catalogue of return reasons.' })
  @IsOptional()
  @Length(1, 40)
  readonly reasonCode?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly note?: string | null;
}

@InputType()
export class SetVerdictsInput extends ApplicationCommandInput {
  @Field(() => [VerdictInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(80)
  @ValidateNested({ each: true })
  @Type(() => VerdictInput)
  readonly verdicts: readonly VerdictInput[];
}

@InputType()
export class RevealPersonalDataInput {
  @Field(() => ID)
  @Matches(/^[\w-]{1,64}$/)
  readonly applicationId: string;

  @Field(() => String, { description: 'Why the full values are needed; kept in the audit log.' })
  @IsString()
  @MaxLength(200)
  readonly reason: string;
}
