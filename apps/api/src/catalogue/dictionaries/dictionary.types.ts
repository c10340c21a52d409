import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Track } from '@kaopu/domain';
import { TargetKind } from './target-kind.js';

@ObjectType({ description: 'Registration type (报名类别) as one track offers it.' })
export class RegistrationType {
  @Field(() => ID)
  readonly code: string;

  @Field(() => Track)
  readonly track: Track;

  @Field(() => String)
  readonly name: string;

  @Field(() => String)
  readonly nameEn: string;

  @Field(() => String, {
    nullable: true,
    description: 'The application type to start; null while it is not offered online.',
  })
  readonly applicationType: string | null;

  @Field(() => String, { description: 'EXAM or REVIEW.' })
  readonly path: string;

  @Field(() => Boolean)
  readonly isResit: boolean;

  @Field(() => Boolean, { description: 'Candidates choose their exam plan; else staff assign it.' })
  readonly choosesPlan: boolean;

  @Field(() => String, { description: 'When this is the type to take.' })
  readonly usedWhen: string;

  @Field(() => String)
  readonly usedWhenEn: string;
}

@ObjectType({ description: 'A province, or a city, county or district right below it.' })
export class Division {
  @Field(() => ID)
  readonly code: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Null for provinces.' })
  readonly parentCode: string | null;
}

@ObjectType({ description: 'A ready-made reason for returning an application (退回原因).' })
export class ReturnReason {
  @Field(() => ID)
  readonly code: string;

  @Field(() => TargetKind)
  readonly targetKind: TargetKind;

  @Field(() => String, { description: 'A field id, a material code, or * for every target.' })
  readonly target: string;

  @Field(() => Boolean, { description: 'Whether the candidate may mend it and submit again.' })
  readonly correctable: boolean;

  @Field(() => String)
  readonly textZh: string;

  @Field(() => String)
  readonly textEn: string;

  @Field(() => Boolean)
  readonly needsNote: boolean;

  @Field(() => Int, { description: 'Days to answer; 0 when it cannot be corrected.' })
  readonly deadlineDays: number;
}
