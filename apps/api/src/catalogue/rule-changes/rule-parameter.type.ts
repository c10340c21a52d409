import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';

/** Where a value stands today. */
export const RulePhase = { PAST: 'PAST', CURRENT: 'CURRENT', PLANNED: 'PLANNED' } as const;
export type RulePhase = keyof typeof RulePhase;

registerEnumType(RulePhase, {
  name: 'RulePhase',
  description: 'Whether a value of a rule held, holds or will hold.',
});

@ObjectType({ description: 'A value of a rule from a day on.' })
export class RuleParameterValue {
  @Field(() => JsonScalar)
  readonly value: unknown;

  @Field(() => LocalDateScalar, { description: 'First day, China Standard Time.' })
  readonly validFrom: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day where one was set; a later value ends an earlier one in any case.',
  })
  readonly validTo: string | null;

  @Field(() => String, { description: 'How certain the source is, as docs/operators.md tells.' })
  readonly trust: string;

  @Field(() => String, { description: 'Clause, document or decision it follows.' })
  readonly source: string;

  @Field(() => RulePhase)
  readonly phase: RulePhase;

  @Field(() => Boolean, { description: 'Planned and not begun, and the reader may take it back.' })
  readonly withdrawable: boolean;

  constructor(fields: RuleParameterValue) {
    Object.assign(this, fields);
  }
}

@ObjectType({ description: 'A limit, window or switch of the rules.' })
export class RuleParameter {
  @Field(() => String)
  readonly code: string;

  @Field(() => [RuleParameterValue], { description: 'Newest first; few.' })
  readonly values: readonly RuleParameterValue[];

  @Field(() => Boolean, { description: 'False for what nothing reads yet.' })
  readonly inUse: boolean;

  @Field(() => Boolean, { description: 'Whether the reader may plan another value.' })
  readonly changeable: boolean;

  constructor(fields: RuleParameter) {
    Object.assign(this, fields);
  }
}

export const PlanRuleChangeResult = createUnionType({
  name: 'PlanRuleChangeResult',
  types: () => [RuleParameter, InvalidInputError, RefusedError] as const,
});

export const WithdrawRuleChangeResult = createUnionType({
  name: 'WithdrawRuleChangeResult',
  types: () => [RuleParameter, RefusedError] as const,
});
