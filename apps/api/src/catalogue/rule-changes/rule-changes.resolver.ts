import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { PlanRuleChangeInput, WithdrawRuleChangeInput } from './rule-change.inputs.js';
import { CHANGES_RULES, RuleChanges } from './rule-changes.js';
import {
  PlanRuleChangeResult,
  RuleParameter,
  WithdrawRuleChangeResult,
} from './rule-parameter.type.js';

@Resolver()
export class RuleChangesResolver {
  constructor(private readonly changes: RuleChanges) {}

  @Query(() => [RuleParameter], { description: 'Every rule that is data, with all its values.' })
  @Allow(CHANGES_RULES, 'AUDITOR')
  ruleParameters(@CurrentActor() actor: Actor): Promise<RuleParameter[]> {
    return this.changes.list(actor);
  }

  @Mutation(() => PlanRuleChangeResult, {
    description: 'Sets the value of a rule from a coming day on; cases filed before keep theirs.',
  })
  @Allow(CHANGES_RULES)
  planRuleChange(
    @CurrentActor() actor: Actor,
    @Args('input') input: PlanRuleChangeInput,
  ): Promise<typeof PlanRuleChangeResult> {
    return this.changes.plan(actor, input);
  }

  @Mutation(() => WithdrawRuleChangeResult, {
    description: 'Takes back a value that was planned and has not begun.',
  })
  @Allow(CHANGES_RULES)
  withdrawRuleChange(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawRuleChangeInput,
  ): Promise<typeof WithdrawRuleChangeResult> {
    return this.changes.withdraw(actor, input);
  }
}
