import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PhotoCheckResult } from './stored-photo.type.js';

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

  @Field(() => [PhotoCheckResult], { description: 'Photos only; empty for documents.' })
  readonly photoChecks!: readonly PhotoCheckResult[];

  @Field(() => String, { nullable: true, description: 'The sender’s word to staff; null: none.' })
  readonly note!: string | null;

  @Field(() => String, { description: 'Signed, good for 5 minutes.' })
  readonly url!: string;
}
