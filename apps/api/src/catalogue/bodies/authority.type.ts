import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Issuing authority (发证机关).' })
export class Authority {
  @Field(() => ID)
  readonly code: string;

  @Field(() => String)
  readonly name: string;
}
