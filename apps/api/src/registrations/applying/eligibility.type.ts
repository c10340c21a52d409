import { Field, Int, ObjectType } from '@nestjs/graphql';
import { RenewalDays } from './renewal.type.js';
import { ResitBasis } from './resit.type.js';
import { VerdictAnswer } from '../cases/workflow-enums.js';

@ObjectType({ description: 'One rule of eligibility (报考条件), answered, with its clause.' })
export class EligibilityVerdict {
  @Field(() => String)
  readonly ruleCode: string;

  @Field(() => String, { description: 'Where the rule stands.' })
  readonly clause: string;

  @Field(() => VerdictAnswer)
  readonly answer: VerdictAnswer;

  @Field(() => String)
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'What to do about a NO; null otherwise.' })
  readonly remedy: string | null;
}

@ObjectType({ description: 'One material (材料) this person must or may hand in.' })
export class SlotRequirement {
  @Field(() => String)
  readonly slot: string;

  @Field(() => String)
  readonly name: string;

  @Field(() => Boolean)
  readonly required: boolean;

  @Field(() => Boolean, { description: 'The signed form can only exist after submission.' })
  readonly afterSubmission: boolean;

  @Field(() => [String])
  readonly extensions: readonly string[];

  @Field(() => Int)
  readonly maxBytes: number;

  @Field(() => String, { description: 'The red remark (红字备注) of the row.' })
  readonly redRemark: string;

  @Field(() => String, { nullable: true, description: 'Why it is asked for; null when always.' })
  readonly reason: string | null;
}

@ObjectType()
export class EligibilityReport {
  @Field(() => [EligibilityVerdict])
  readonly verdicts: readonly EligibilityVerdict[];

  @Field(() => Boolean, { description: 'No rule answers NO.' })
  readonly eligible: boolean;

  @Field(() => [SlotRequirement])
  readonly slots: readonly SlotRequirement[];

  @Field(() => ResitBasis, {
    nullable: true,
    description: 'Our results a resit follows; null for other types and results from elsewhere.',
  })
  readonly resit: ResitBasis | null;

  @Field(() => RenewalDays, {
    nullable: true,
    description: 'Null for types that renew nothing and while no certificate is known.',
  })
  readonly renewal: RenewalDays | null;
}
