import { Field, ID, ObjectType } from '@nestjs/graphql';
import { IssuePurpose } from './issue-purpose.js';

@ObjectType({ description: 'The other print of a pair: what was replaced, or what replaced it.' })
export class CertificateLink {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly number: string;

  @Field(() => IssuePurpose, { description: 'Why the newer of the two was issued.' })
  readonly purpose: IssuePurpose;

  constructor(id: string, number: string, purpose: IssuePurpose) {
    this.id = id;
    this.number = number;
    this.purpose = purpose;
  }
}
