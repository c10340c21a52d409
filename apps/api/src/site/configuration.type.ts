import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'What a client must know of this installation before anybody signs in.',
})
export class Configuration {
  @Field(() => Boolean, { description: 'A demonstration: nothing here is real.' })
  readonly demo: boolean;

  @Field(() => String)
  readonly helpPhone: string;

  @Field(() => String)
  readonly privacyNoticeVersion: string;

  @Field(() => Int, { description: 'Files of exactly this size are still taken.' })
  readonly maxUploadBytes: number;
}
