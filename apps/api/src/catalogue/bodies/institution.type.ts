import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Exam institution (考试机构).' })
export class Institution {
  @Field(() => ID)
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Null when none is published.' })
  readonly phone: string | null;
}
