import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PHOTO_FORMAT } from './file-rules.js';
import { fileText } from './file-texts.js';
import type { PhotoFinding } from './photo-quality.js';
import type { RequestInfo } from '../platform/access/actor.js';

/** Something that looks doubtful on a photo; it was taken all the same. */
@ObjectType()
export class PhotoWarning {
  @Field(() => String)
  readonly check: string;

  @Field(() => String)
  readonly figure: string;

  @Field(() => String)
  readonly message: string;

  constructor({ check, figure }: PhotoFinding, language: RequestInfo['language']) {
    this.check = check;
    this.figure = figure;
    this.message = fileText(language, `photo.${check}`, {
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

  @Field(() => [PhotoWarning])
  readonly warnings!: readonly PhotoWarning[];
}
