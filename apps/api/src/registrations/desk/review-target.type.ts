import { Field, ObjectType } from '@nestjs/graphql';
import { TargetKind } from '../../catalogue/dictionaries/target-kind.js';

@ObjectType({ description: 'A field or material of a case that the desk can judge.' })
export class ReviewTarget {
  @Field(() => TargetKind)
  readonly targetKind: TargetKind;

  @Field(() => String)
  readonly target: string;

  @Field(() => Boolean, { description: 'Filled in: nothing is accepted without a verdict on it.' })
  readonly due: boolean;

  @Field(() => String, {
    description: 'Stands for its present content; goes back with the verdict.',
  })
  readonly seen: string;
}
