import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { CreateApiClientInput, RevokeApiClientInput } from './api-client.inputs.js';
import { ApiClient, CreateApiClientResult, RevokeApiClientResult } from './api-client.type.js';
import { ApiClients } from './api-clients.js';

@Resolver()
export class ApiClientsResolver {
  constructor(private readonly clients: ApiClients) {}

  @Query(() => [ApiClient], { description: 'All API clients, newest first.' })
  @Allow('SYSADMIN')
  apiClients(): Promise<ApiClient[]> {
    return this.clients.list();
  }

  @Mutation(() => CreateApiClientResult)
  @Allow('SYSADMIN')
  createApiClient(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateApiClientInput,
  ): Promise<typeof CreateApiClientResult> {
    return this.clients.create(actor, input);
  }

  @Mutation(() => RevokeApiClientResult, { description: 'Ends its tokens at once.' })
  @Allow('SYSADMIN')
  revokeApiClient(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevokeApiClientInput,
  ): Promise<typeof RevokeApiClientResult> {
    return this.clients.revoke(actor, input);
  }
}
