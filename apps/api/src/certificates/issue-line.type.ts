import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Institution } from '../catalogue/bodies/institution.type.js';
import { Item } from '../catalogue/items/item.type.js';
import { JsonScalar } from '../platform/graphql/scalars.js';
import { CertificateLink } from './certificate-link.type.js';
import { Certificate } from './certificate.type.js';
import { IssuePurpose } from './issue-purpose.js';
import { IssueDecision, IssueLineStatus } from './issue-line-status.js';

@ObjectType({ description: 'One certificate asked for, with what the decision rests on.' })
export class IssueLine {
  @Field(() => ID)
  readonly id: string;

  @Field(() => IssueLineStatus)
  readonly status: IssueLineStatus;

  @Field(() => Int)
  readonly version: number;

  @Field(() => String, { description: 'With what was corrected since it was forwarded.' })
  readonly holderName: string;

  @Field(() => String, { description: 'Masked.' })
  readonly holderIdNumber: string;

  @Field(() => Item)
  readonly item: Item;

  @Field(() => IssuePurpose)
  readonly purpose: IssuePurpose;

  @Field(() => Certificate, {
    nullable: true,
    description: 'The print that becomes void on approval; null for ISSUE.',
  })
  readonly replaces: Certificate | null;

  @Field(() => CertificateLink, {
    nullable: true,
    description: 'The change approved after this was forwarded whose data it takes; null for most.',
  })
  readonly correctedBy: CertificateLink | null;

  @Field(() => Institution)
  readonly institution: Institution;

  @Field(() => JsonScalar, { description: 'Results and checks as frozen when it was forwarded.' })
  readonly evidence: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Good for 5 minutes; null without a photo.',
  })
  readonly photoUrl: string | null;

  @Field(() => ID, { nullable: true, description: 'Null when it came from no application.' })
  readonly applicationId: string | null;

  @Field(() => String, { nullable: true, description: 'Null unless it was returned or rejected.' })
  readonly reason: string | null;

  @Field(() => Date, { nullable: true, description: 'Null while it is pending.' })
  readonly decidedAt: Date | null;

  @Field(() => [IssueDecision], { description: 'What the caller may decide now.' })
  readonly allowedDecisions: readonly IssueDecision[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the caller may not approve it; null when they may.',
  })
  readonly whyNot: string | null;

  @Field(() => Certificate, { nullable: true, description: 'Null unless it was approved.' })
  readonly certificate: Certificate | null;

  constructor(fields: IssueLine) {
    Object.assign(this, fields);
  }
}
