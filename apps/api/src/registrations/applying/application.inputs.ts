import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ApplicationAction } from '@kaopu/domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { IDEMPOTENCY_KEY } from '../../platform/graphql/idempotency-key.js';

const ROW_ID = /^[\w-]{1,64}$/;

@InputType()
export class StartApplicationInput {
  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;

  @Field(() => String)
  @Length(1, 40)
  readonly type: string;

  @Field(() => String)
  @Length(1, 24)
  readonly itemCode: string;
}

@InputType()
export class AnswerInput {
  @Field(() => String)
  @Length(1, 40)
  readonly fieldId: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Null empties the answer.' })
  @IsOptional()
  readonly value?: unknown;
}

/** A command on one application, seen at `version`. */
@InputType({ isAbstract: true })
export abstract class ApplicationCommandInput {
  @Field(() => ID)
  @Matches(ROW_ID)
  readonly applicationId: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  readonly version: number;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class SaveAnswersInput extends ApplicationCommandInput {
  @Field(() => [AnswerInput])
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AnswerInput)
  readonly answers: readonly AnswerInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The exam plan chosen; absent leaves it as it is.',
  })
  @IsOptional()
  @Matches(ROW_ID)
  readonly planId?: string | null;
}

@InputType()
export class UploadAttachmentInput {
  @Field(() => ID)
  @Matches(ROW_ID)
  readonly applicationId: string;

  @Field(() => String)
  @Length(1, 24)
  readonly slot: string;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class RemoveAttachmentInput extends ApplicationCommandInput {
  @Field(() => String)
  @Length(1, 24)
  readonly slot: string;
}

@InputType()
export class SubmitApplicationInput extends ApplicationCommandInput {
  @Field(() => Boolean)
  @IsBoolean()
  readonly truthDeclared: boolean;
}

@InputType({
  description: 'What the workflow table allows and what needs no data but a reason.',
})
export class ActOnApplicationInput extends ApplicationCommandInput {
  @Field(() => ApplicationAction)
  @IsIn(Object.keys(ApplicationAction))
  readonly action: ApplicationAction;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string | null;
}

@InputType()
export class AssignPlanInput extends ApplicationCommandInput {
  @Field(() => ID)
  @IsString()
  @MaxLength(36)
  readonly planId: string;
}

@InputType()
export class SubjectMarkInput {
  @Field(() => String)
  @Length(1, 8)
  readonly subjectCode: string;

  @Field(() => String, { description: 'PRESENT, ABSENT or VOID.' })
  @IsIn(['PRESENT', 'ABSENT', 'VOID'])
  readonly outcome: 'PRESENT' | 'ABSENT' | 'VOID';

  @Field(() => String, {
    nullable: true,
    description: 'Only for PRESENT: 0 to full mark, one decimal.',
  })
  @IsOptional()
  @Matches(/^\d{1,3}(\.\d)?$/)
  readonly score?: string | null;
}

@InputType()
export class EnterResultsInput extends ApplicationCommandInput {
  @Field(() => [SubjectMarkInput])
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => SubjectMarkInput)
  readonly subjects: readonly SubjectMarkInput[];
}

@InputType()
export class PublishResultsInput extends ApplicationCommandInput {}

@InputType()
export class VersionedIdInput {
  @Field(() => ID)
  @Matches(ROW_ID)
  readonly id: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  readonly version: number;
}

@InputType()
export class ForwardApplicationsInput {
  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;

  @Field(() => [VersionedIdInput])
  @IsDefined()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => VersionedIdInput)
  readonly applications: readonly VersionedIdInput[];
}
