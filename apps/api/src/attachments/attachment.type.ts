import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** The current file of a slot, as it is shown. */
@ObjectType()
export class Attachment {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly slot!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String)
  readonly mimeType!: string;

  @Field(() => Int)
  readonly byteSize!: number;

  @Field(() => Int, { nullable: true })
  readonly pageCount!: number | null;

  @Field(() => Int)
  readonly versionNo!: number;

  @Field(() => Date)
  readonly uploadedAt!: Date;

  @Field(() => String, { description: 'Signed, good for 5 minutes.' })
  readonly url!: string;
}
