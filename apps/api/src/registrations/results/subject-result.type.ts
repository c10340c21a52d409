import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class SubjectResult {
  @Field(() => String)
  readonly subjectCode: string;

  @Field(() => String)
  readonly subjectName: string;

  @Field(() => String, {
    description: 'PRESENT, ABSENT, VOID, or PENDING while nothing is entered.',
  })
  readonly outcome: string;

  @Field(() => String, { nullable: true, description: 'Null unless PRESENT.' })
  readonly score: string | null;

  @Field(() => Int)
  readonly passMark: number;

  @Field(() => Boolean)
  readonly passed: boolean;
}
