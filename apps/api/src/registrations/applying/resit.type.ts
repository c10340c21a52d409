import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'How one subject of the item stands after our earlier exams.' })
export class ResitSubject {
  @Field(() => String)
  readonly subjectCode: string;

  @Field(() => String)
  readonly subjectName: string;

  @Field(() => String, { nullable: true, description: 'The result that counts; null: never sat.' })
  readonly score: string | null;

  @Field(() => Boolean, { description: 'Passed, and the pass is still good.' })
  readonly passed: boolean;
}

@ObjectType({ description: 'The results of ours a resit follows (domain.md §9).' })
export class ResitBasis {
  @Field(() => String, { description: 'Number of the application the last exam belongs to.' })
  readonly applicationNumber: string;

  @Field(() => LocalDateScalar)
  readonly previousExamDate: string;

  @Field(() => LocalDateScalar, { description: 'Last day a resit may be applied for.' })
  readonly until: string;

  @Field(() => [ResitSubject])
  readonly subjects: readonly ResitSubject[];
}
