import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { PageArgs } from '../platform/graphql/page.js';
import { Inbox } from './inbox.js';
import { InboxQueries } from './inbox.queries.js';
import { InboxMessageConnection, MarkInboxReadPayload } from './inbox.type.js';

@Resolver()
export class InboxResolver {
  constructor(
    private readonly queries: InboxQueries,
    private readonly inbox: Inbox,
  ) {}

  @Query(() => InboxMessageConnection, { description: 'My messages, newest first.' })
  @Allow('SIGNED_IN')
  myInbox(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<InboxMessageConnection> {
    return this.queries.page(actor, page);
  }

  @Mutation(() => MarkInboxReadPayload, { description: 'Marks all my messages as read.' })
  @Allow('SIGNED_IN')
  markInboxRead(@CurrentActor() actor: Actor): Promise<MarkInboxReadPayload> {
    return this.inbox.markRead(actor);
  }
}
