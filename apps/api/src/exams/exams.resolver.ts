import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { PageArgs } from '../platform/graphql/page.js';
import { PlanConnection, PlanFilter } from './exam-plan.type.js';
import { PlansQueries } from './plans.queries.js';

@Resolver()
export class ExamsResolver {
  constructor(private readonly plans: PlansQueries) {}

  @Query(() => PlanConnection, {
    name: 'plans',
    description: 'Published exam plans, those that close first in front.',
  })
  @Allow('PUBLIC')
  page(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => PlanFilter, defaultValue: {} }) filter: PlanFilter,
    @Args() page: PageArgs,
  ): Promise<PlanConnection> {
    return this.plans.page(filter, page, actor.request.language);
  }
}
