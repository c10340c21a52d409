import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor, CurrentContext } from '../platform/access/current-actor.js';
import { PageArgs } from '../platform/graphql/page.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { DecideIssueLineResult } from './certificate.results.js';
import { DecideIssueLineInput } from './issuance.inputs.js';
import { IssueBatch, IssueBatchConnection } from './issue-batch.type.js';
import { IssueBatches } from './issue-batches.js';
import { IssuePurpose } from './issue-purpose.js';
import { IssueLineLoader } from './issue-line-loader.js';
import { IssueLine } from './issue-line.type.js';
import { IssuingService } from './issuing.service.js';

@Resolver(() => IssueBatch)
export class IssuanceResolver {
  constructor(
    private readonly batches: IssueBatches,
    private readonly lineLoader: IssueLineLoader,
    private readonly issuing: IssuingService,
  ) {}

  @Query(() => IssueBatchConnection, {
    description: 'Batches of the caller’s institution or authority, newest first.',
  })
  @Allow('FORWARDER', 'INSTITUTION_ADMIN', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR')
  issueBatches(
    @CurrentActor() actor: Actor,
    @Args('pendingOnly', { type: () => Boolean, defaultValue: false }) pendingOnly: boolean,
    @Args('purpose', { type: () => IssuePurpose, nullable: true }) purpose: IssuePurpose | null,
    @Args() page: PageArgs,
  ): Promise<IssueBatchConnection> {
    return this.batches.page(actor, { pendingOnly, purpose: purpose ?? null }, page);
  }

  @Query(() => IssueBatch)
  @Allow('FORWARDER', 'INSTITUTION_ADMIN', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR')
  issueBatch(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<IssueBatch> {
    return this.batches.byId(actor, id);
  }

  @ResolveField(() => [IssueLine])
  lines(
    @CurrentContext() context: RequestContext,
    @Parent() batch: IssueBatch,
  ): Promise<IssueLine[]> {
    return this.lineLoader.load(context, batch.id);
  }

  @Mutation(() => DecideIssueLineResult, {
    description:
      'The issuing authority’s decision about one line; approving issues the certificate.',
  })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER')
  decideIssueLine(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideIssueLineInput,
  ): Promise<typeof DecideIssueLineResult> {
    return this.issuing.decide(actor, input);
  }
}
