import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One of the signed-in person’s own log-ins that are still open.' })
export class OwnSession {
  @Field(() => ID)
  readonly id: string;

  @Field(() => String, {
    nullable: true,
    description: 'As the browser calls itself, e.g. `Chrome · Windows`; null when it is not known.',
  })
  readonly device: string | null;

  @Field(() => Date)
  readonly startedAt: Date;

  @Field(() => Date, { description: 'To the minute.' })
  readonly lastUsedAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  readonly isCurrent: boolean;

  constructor(session: OwnSession) {
    Object.assign(this, session);
  }
}

@ObjectType()
export class OtherSessionsEnded {
  @Field(() => Int, { description: 'How many were open.' })
  readonly ended: number;

  constructor(ended: number) {
    this.ended = ended;
  }
}
