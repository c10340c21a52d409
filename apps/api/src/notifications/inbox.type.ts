import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../platform/graphql/page.js';

@ObjectType({ description: 'Something the signed-in person was told.' })
export class InboxMessage {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, { description: 'Stable code of what it is about, e.g. RETURNED.' })
  readonly template: string;

  @Field(() => String)
  readonly title: string;

  @Field(() => String)
  readonly body: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an office wrote, e.g. its reason; null for most.',
  })
  readonly details: string | null;

  @Field(() => ID, { nullable: true, description: 'Null when it is about no application.' })
  readonly applicationId: string | null;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Null while it is unread.' })
  readonly readAt: Date | null;
}

@ObjectType()
export class InboxMessageEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => InboxMessage)
  readonly node: InboxMessage;
}

@ObjectType()
export class InboxMessageConnection {
  @Field(() => [InboxMessageEdge])
  readonly edges: readonly InboxMessageEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;

  @Field(() => Int, { description: 'Unread messages in all, not on this page.' })
  readonly unread: number;
}

@ObjectType()
export class MarkInboxReadPayload {
  @Field(() => Int)
  readonly unread: number;
}
