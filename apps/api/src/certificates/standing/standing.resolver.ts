import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { PageArgs } from '../../platform/graphql/page.js';
import { Certificate } from '../certificate.type.js';
import { StandingCertificates } from './standing-certificates.js';
import { StandingChange, StandingChangeConnection } from './standing-change.type.js';
import { StandingDecisions } from './standing-decisions.service.js';
import { StandingProposals } from './standing-proposals.service.js';
import {
  DecideStandingInput,
  ProposeStandingInput,
  WithdrawStandingInput,
} from './standing.inputs.js';
import { StandingQueries } from './standing.queries.js';
import {
  DecideStandingResult,
  ProposeStandingResult,
  WithdrawStandingResult,
} from './standing.results.js';

/** 证书状态: 暂停, 恢复, 撤销, 注销, each by four eyes. */
@Resolver(() => StandingChange)
export class StandingResolver {
  constructor(
    private readonly queries: StandingQueries,
    private readonly proposals: StandingProposals,
    private readonly decisions: StandingDecisions,
    private readonly certificates: StandingCertificates,
  ) {}

  @Query(() => StandingChangeConnection, {
    description: 'Proposals that wait for a decision of the caller’s authority, oldest first.',
  })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'AUDITOR')
  standingProposals(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<StandingChangeConnection> {
    return this.queries.waiting(actor, page);
  }

  @Mutation(() => ProposeStandingResult, {
    description: 'Changes nothing until another officer approves it; one at a time a certificate.',
  })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER')
  proposeStanding(
    @CurrentActor() actor: Actor,
    @Args('input') input: ProposeStandingInput,
  ): Promise<typeof ProposeStandingResult> {
    return this.proposals.propose(actor, input);
  }

  @Mutation(() => DecideStandingResult, {
    description: 'By an approver who did not propose it; approving changes the register at once.',
  })
  @Allow('AUTHORITY_APPROVER')
  decideStanding(
    @CurrentActor() actor: Actor,
    @Args('input') input: DecideStandingInput,
  ): Promise<typeof DecideStandingResult> {
    return this.decisions.decide(actor, input);
  }

  @Mutation(() => WithdrawStandingResult, { description: 'Takes one’s own open proposal back.' })
  @Allow('AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER')
  withdrawStanding(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawStandingInput,
  ): Promise<typeof WithdrawStandingResult> {
    return this.decisions.withdraw(actor, input);
  }

  @ResolveField(() => Certificate)
  certificate(
    @Parent() { certificateId: id }: StandingChange,
    @CurrentActor() { request: { language } }: Actor,
  ): Promise<Certificate> {
    return this.certificates.of({ id, language });
  }
}
