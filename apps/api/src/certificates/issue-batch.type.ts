import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../catalogue/bodies/authority.type.js';
import { Institution } from '../catalogue/bodies/institution.type.js';
import { PageInfo } from '../platform/graphql/page.js';

/** `lines` is resolved by issue-batch.resolver.ts. */
@ObjectType({ description: 'What an exam institution forwarded together (上报批次).' })
export class IssueBatch {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String)
  readonly number: string;

  @Field(() => Institution)
  readonly institution: Institution;

  @Field(() => Authority)
  readonly authority: Authority;

  @Field(() => Date)
  readonly createdAt: Date;

  @Field(() => Int)
  readonly lineCount: number;

  @Field(() => Int, { description: 'Lines without a decision.' })
  readonly pendingCount: number;

  constructor(fields: IssueBatch) {
    Object.assign(this, fields);
  }
}

@ObjectType()
export class IssueBatchEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => IssueBatch)
  readonly node: IssueBatch;
}

@ObjectType()
export class IssueBatchConnection {
  @Field(() => [IssueBatchEdge])
  readonly edges: readonly IssueBatchEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;
}
