import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IDEMPOTENCY_KEY } from '../../platform/graphql/idempotency-key.js';
import { StandingAction, StandingDecision } from './standing-enums.js';

/** What is carried at all; how much a reason may say is a rule (@kaopu/domain). */
const MOST_CARRIED = 2000;

@InputType()
export class ProposeStandingInput {
  @Field(() => ID)
  @IsUUID()
  readonly certificateId: string;

  @Field(() => Int, { description: 'Of the certificate.' })
  @IsInt()
  readonly version: number;

  @Field(() => StandingAction)
  readonly action: StandingAction;

  @Field(() => String, { description: '10 to 500 characters; the holder reads it.' })
  @IsString()
  @MaxLength(MOST_CARRIED)
  readonly reason: string;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

/** A command on one proposal, seen at `version`. */
@InputType({ isAbstract: true })
export abstract class ProposalCommandInput {
  @Field(() => ID)
  @IsUUID()
  readonly changeId: string;

  @Field(() => Int, { description: 'Of the proposal.' })
  @IsInt()
  readonly version: number;

  @Field(() => String)
  @Matches(IDEMPOTENCY_KEY)
  readonly idempotencyKey: string;
}

@InputType()
export class DecideStandingInput extends ProposalCommandInput {
  @Field(() => StandingDecision)
  readonly decision: StandingDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Needed to reject, 10 to 500 characters; only officers read it.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MOST_CARRIED)
  readonly reason?: string | null;
}

@InputType()
export class WithdrawStandingInput extends ProposalCommandInput {}
