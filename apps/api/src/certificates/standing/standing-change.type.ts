import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/page.js';
import { CertificateStatus } from '../certificate-status.js';
import { StandingAction, StandingDecision, StandingOutcome } from './standing-enums.js';

/** `certificate` is resolved by standing.resolver.ts. */
@ObjectType({
  description:
    'A change of a certificate’s standing, as proposed and as another officer decided it.',
})
export class StandingChange {
  @Field(() => ID)
  readonly id: string;

  readonly certificateId: string;

  @Field(() => StandingAction)
  readonly action: StandingAction;

  @Field(() => CertificateStatus, { description: 'What the register said when it was proposed.' })
  readonly from: CertificateStatus;

  @Field(() => CertificateStatus)
  readonly to: CertificateStatus;

  @Field(() => String, { description: 'As proposed, and as the holder is told.' })
  readonly reason: string;

  @Field(() => StandingOutcome, { nullable: true, description: 'Null while it is open.' })
  readonly outcome: StandingOutcome | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed; null while it is open.' })
  readonly at: Date | null;

  @Field(() => Date)
  readonly proposedAt: Date;

  @Field(() => String, { nullable: true, description: 'Name of the officer; null for holders.' })
  readonly proposedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the officer; null for holders, while it is open, and once it lapsed.',
  })
  readonly decidedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the deciding officer wrote; null for holders, and where nothing was.',
  })
  readonly decisionReason: string | null;

  @Field(() => Int)
  readonly version: number;

  @Field(() => [StandingDecision], { description: 'What the caller may decide now.' })
  readonly allowedDecisions: readonly StandingDecision[];

  @Field(() => Boolean, { description: 'True for one’s own proposal while it is open.' })
  readonly mayWithdraw: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why the caller may not approve it; null when they may, and once it is closed.',
  })
  readonly whyNot: string | null;

  constructor(fields: StandingChange) {
    Object.assign(this, fields);
  }
}

@ObjectType()
export class StandingChangeEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => StandingChange)
  readonly node: StandingChange;
}

@ObjectType()
export class StandingChangeConnection {
  @Field(() => [StandingChangeEdge])
  readonly edges: readonly StandingChangeEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;
}
