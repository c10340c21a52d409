import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/page.js';
import { Application } from '../cases/application.type.js';
import { SubjectResult } from './subject-result.type.js';

@ObjectType()
export class ResultRow {
  @Field(() => Application)
  readonly application: Application;

  @Field(() => [SubjectResult])
  readonly subjects: readonly SubjectResult[];

  @Field(() => String, { nullable: true, description: 'Null until results are entered.' })
  readonly enteredBy: string | null;

  @Field(() => Boolean)
  readonly publishable: boolean;

  @Field(() => String, { nullable: true, description: 'Null when it may be published.' })
  readonly whyNot: string | null;
}

@ObjectType()
export class ResultRowEdge {
  @Field(() => String)
  readonly cursor: string;

  @Field(() => ResultRow)
  readonly node: ResultRow;
}

@ObjectType()
export class ResultRowConnection {
  @Field(() => [ResultRowEdge])
  readonly edges: readonly ResultRowEdge[];

  @Field(() => PageInfo)
  readonly pageInfo: PageInfo;
}
