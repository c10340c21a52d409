import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { Plan, Site } from './exam-plan.type.js';
import { ExamPlans } from './exam-plans.js';

/** The lists of a plan, read only when they are asked for. */
@Resolver(() => Plan)
export class PlanResolver {
  constructor(private readonly plans: ExamPlans) {}

  @ResolveField(() => [String])
  async itemCodes(@Parent() plan: Plan, @CurrentActor() actor: Actor): Promise<readonly string[]> {
    return (await this.plans.parts(plan, actor.request.language)).itemCodes;
  }

  @ResolveField(() => [String])
  async registrationTypes(
    @Parent() plan: Plan,
    @CurrentActor() actor: Actor,
  ): Promise<readonly string[]> {
    return (await this.plans.parts(plan, actor.request.language)).registrationTypes;
  }

  @ResolveField(() => [Site])
  async sites(@Parent() plan: Plan, @CurrentActor() actor: Actor): Promise<readonly Site[]> {
    return (await this.plans.parts(plan, actor.request.language)).sites;
  }
}
