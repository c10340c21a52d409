import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PHOTO_FORMAT } from './file-rules.js';
import { fileText } from './file-texts.js';
import type { PhotoFinding } from './photo-quality.js';
import type { RequestInfo } from '../platform/access/actor.js';

/** One thing that was looked at on a photo, with its figure; the photo was taken all the same. */
@ObjectType({ description: 'One thing that was looked at on a photo.' })
export class PhotoCheckResult {
  @Field(() => String, { description: 'Stable code, e.g. `SHARPNESS`.' })
  readonly check: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => Boolean)
  readonly good: boolean;

  @Field(() => String, { description: 'What was measured.' })
  readonly figure: string;

  @Field(() => String, { description: 'What would be good.' })
  readonly wanted: string;

  @Field(() => String, { description: 'The same as a sentence, with what to do.' })
  readonly message: string;

  constructor(finding: PhotoFinding, language: RequestInfo['language']) {
    const { check, figure, wanted, doubt } = finding;
    this.check = check;
    this.name = fileText(language, `photo.name.${check}`);
    this.good = doubt === null;
    this.figure = figure;
    this.wanted = wanted;
    this.message = fileText(language, doubt === null ? `photo.good.${check}` : `photo.${doubt}`, {
      wantedWidth: PHOTO_FORMAT.width,
      wantedHeight: PHOTO_FORMAT.height,
    });
  }
}

@ObjectType()
export class StoredPhoto {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => Int)
  readonly width!: number;

  @Field(() => Int)
  readonly height!: number;

  @Field(() => [PhotoCheckResult])
  readonly checks!: readonly PhotoCheckResult[];

  @Field(() => String, { nullable: true, description: 'The sender’s word to staff about it.' })
  readonly note!: string | null;
}
