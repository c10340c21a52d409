import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Track, type RegistrationType } from '@kaopu/domain';

registerEnumType(Track, { name: 'Track' });

@ObjectType({ description: 'One subject (科目) of an item’s examination.' })
export class Subject {
  @Field(() => String)
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly nameEn: string;

  @Field(() => String, { description: 'THEORY_CLOSED, THEORY_OPEN, PRACTICAL or ORAL.' })
  readonly kind: string;

  @Field(() => Int)
  readonly minutes: number;

  @Field(() => Int)
  readonly fullMark: number;

  @Field(() => Int)
  readonly passMark: number;
}

@ObjectType({ description: 'What a certificate is for (报名项目), e.g. RT-II.' })
export class Item {
  @Field(() => ID)
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly nameEn: string;

  @Field(() => Track)
  readonly track: Track;

  @Field(() => String, {
    nullable: true,
    description: 'I, II, III, INSPECTOR, SENIOR or CHIEF; null for type tests, which have none.',
  })
  readonly level: string | null;

  @Field(() => String, { description: 'Testing method or kind of equipment.' })
  readonly method: string;

  @Field(() => String, { nullable: true, description: 'Null when there is no level below.' })
  readonly lowerItemCode: string | null;

  @Field(() => [String], {
    description: 'Codes of the registration types it may be applied for, see registrationTypes.',
  })
  readonly registrationTypes: readonly RegistrationType[];

  @Field(() => [Subject], { description: 'Empty for items without an examination.' })
  readonly subjects: readonly Subject[];
}
