import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { PageArgs } from '../../platform/graphql/page.js';
import {
  ActOnApplicationResult,
  AssignPlanResult,
  EnterResultsResult,
  ForwardApplicationsResult,
  PublishResultsResult,
  RevealPersonalDataResult,
  SetVerdictsResult,
} from '../cases/application.errors.js';
import {
  ActOnApplicationInput,
  AssignPlanInput,
  EnterResultsInput,
  ForwardApplicationsInput,
  PublishResultsInput,
} from '../applying/application.inputs.js';
import { ApplicationConnection } from '../cases/application.type.js';
import { Desk } from './desk.js';
import { ResultRowConnection } from '../results/result-row.type.js';
import { ReviewFilter, RevealPersonalDataInput, SetVerdictsInput } from './review.inputs.js';

/** What the exam institution's staff do with cases; the workflow table has the last word. */
@Resolver()
export class DeskResolver {
  constructor(private readonly desk: Desk) {}

  @Query(() => ApplicationConnection, {
    description: 'What waits for the desk, longest waiting first.',
  })
  @Allow(
    'REVIEWER',
    'PLAN_CLERK',
    'RESULT_CLERK',
    'RESULT_PUBLISHER',
    'FORWARDER',
    'INSTITUTION_ADMIN',
    'AUDITOR',
  )
  reviewQueue(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => ReviewFilter, defaultValue: {} }) filter: ReviewFilter,
    @Args() page: PageArgs,
  ): Promise<ApplicationConnection> {
    return this.desk.queue(actor, filter, page);
  }

  @Query(() => ApplicationConnection, {
    description: 'What candidates deleted and the desk may still restore, last deleted first.',
  })
  @Allow('REVIEWER', 'INSTITUTION_ADMIN')
  deletedApplications(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<ApplicationConnection> {
    return this.desk.deleted(actor, page);
  }

  @Query(() => ResultRowConnection, {
    description: 'Cases of a plan that reached the exam, with their marks.',
  })
  @Allow('RESULT_CLERK', 'RESULT_PUBLISHER', 'INSTITUTION_ADMIN')
  resultSheet(
    @CurrentActor() actor: Actor,
    @Args('planId', { type: () => ID }) planId: string,
    @Args() page: PageArgs,
  ): Promise<ResultRowConnection> {
    return this.desk.resultSheet(actor, planId, page);
  }

  @Mutation(() => ActOnApplicationResult, {
    description: 'One action of the workflow table that needs no data but a reason.',
  })
  @Allow(
    'CANDIDATE',
    'REVIEWER',
    'PLAN_CLERK',
    'RESULT_PUBLISHER',
    'FORWARDER',
    'INSTITUTION_ADMIN',
  )
  actOnApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: ActOnApplicationInput,
  ): Promise<typeof ActOnApplicationResult> {
    return this.desk.act(actor, input);
  }

  @Mutation(() => AssignPlanResult, {
    description: 'Gives a case its plan and seat, where the type leaves that to the desk.',
  })
  @Allow('PLAN_CLERK', 'REVIEWER')
  assignPlan(
    @CurrentActor() actor: Actor,
    @Args('input') input: AssignPlanInput,
  ): Promise<typeof AssignPlanResult> {
    return this.desk.assignPlan(actor, input);
  }

  @Mutation(() => SetVerdictsResult, {
    description: 'A verdict per field and file, while under review.',
  })
  @Allow('REVIEWER')
  setVerdicts(
    @CurrentActor() actor: Actor,
    @Args('input') input: SetVerdictsInput,
  ): Promise<typeof SetVerdictsResult> {
    return this.desk.setVerdicts(actor, input);
  }

  @Mutation(() => RevealPersonalDataResult, {
    description: 'Full values of one case, with a reason, audited.',
  })
  @Allow('REVIEWER', 'INSTITUTION_ADMIN', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER')
  revealPersonalData(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevealPersonalDataInput,
  ): Promise<typeof RevealPersonalDataResult> {
    return this.desk.reveal(actor, input);
  }

  @Mutation(() => EnterResultsResult)
  @Allow('RESULT_CLERK')
  enterResults(
    @CurrentActor() actor: Actor,
    @Args('input') input: EnterResultsInput,
  ): Promise<typeof EnterResultsResult> {
    return this.desk.enterResults(actor, input);
  }

  @Mutation(() => PublishResultsResult, {
    description: 'By another person than the one who entered them.',
  })
  @Allow('RESULT_PUBLISHER')
  publishResults(
    @CurrentActor() actor: Actor,
    @Args('input') input: PublishResultsInput,
  ): Promise<typeof PublishResultsResult> {
    return this.desk.publishResults(actor, input);
  }

  @Mutation(() => ForwardApplicationsResult, {
    description: 'A batch for one authority, all or nothing.',
  })
  @Allow('FORWARDER')
  forwardApplications(
    @CurrentActor() actor: Actor,
    @Args('input') input: ForwardApplicationsInput,
  ): Promise<typeof ForwardApplicationsResult> {
    return this.desk.forward(actor, input);
  }
}
