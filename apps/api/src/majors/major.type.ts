import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { PAGE_MAX } from '../platform/graphql/page.js';

@ObjectType({ description: 'A major (专业) that fits what was typed.' })
export class MajorHit {
  @Field(() => String, { description: '2012, 1998 or 1993; a code says nothing without it.' })
  readonly catalogue: string;

  @Field(() => String, { description: 'For 1993, where no codes are known, the name.' })
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Null for the old catalogues.' })
  readonly discipline: string | null;

  @Field(() => String, { nullable: true, description: 'Null when the class is not known.' })
  readonly class: string | null;

  @Field(() => Boolean, { description: 'Came into the 2012 catalogue later.' })
  readonly added: boolean;

  @Field(() => String, { description: 'NAME, PINYIN, INITIALS, CODE or RELATED_NAME.' })
  readonly matchedBy: string;

  @Field(() => [String], {
    description: 'What it was called before or is called now, e.g. 热能与动力工程 (1998).',
  })
  readonly relatedNames: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'A sure … D a guess; null when the catalogue itself was read.',
  })
  readonly confidence: string | null;
}

@ArgsType()
export class SearchMajorsArgs {
  @Field(() => String, { description: 'Part of a name, pinyin, initials or a code.' })
  @IsString()
  @MaxLength(60)
  readonly text: string;

  @Field(() => Int, { defaultValue: 20 })
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  readonly first: number = 20;
}
