import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IDEMPOTENCY_KEY } from '../platform/graphql/idempotency-key.js';
import { CertificateStep } from './certificate-status.js';
import { IssueDecision } from './issue-line-status.js';

@InputType()
export class DecideIssueLineInput {
  @Field(() => ID)
  @IsUUID()
  readonly lineId: string;

  @Field(() => Int)
  @IsInt()
  readonly version: number;

  @Field(() => IssueDecision)
  readonly decision: IssueDecision;

  @Field(() => String, { nullable: true, description: 'Needed to return or reject.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly reason?: string | null;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class AdvanceCertificateInput {
  @Field(() => ID)
  @IsUUID()
  readonly certificateId: string;

  @Field(() => Int)
  @IsInt()
  readonly version: number;

  @Field(() => CertificateStep)
  readonly step: CertificateStep;

  @Field(() => String, { nullable: true, description: 'Of the parcel, when it was posted.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly trackingNo?: string | null;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}
