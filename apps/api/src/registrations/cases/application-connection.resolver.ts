import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationConnection } from './application.type.js';

/** How many cases a list has. */
@Resolver(() => ApplicationConnection)
export class ApplicationConnectionResolver {
  @ResolveField(() => Int, { description: 'Exact up to 1000, then capped.' })
  async totalCount(@Parent() { total }: ApplicationConnection): Promise<number> {
    return (await total()).count;
  }

  @ResolveField(() => Boolean)
  async totalCapped(@Parent() { total }: ApplicationConnection): Promise<boolean> {
    return (await total()).isCapped;
  }
}
