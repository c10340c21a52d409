import { Injectable } from '@nestjs/common';
import { IssueBatches } from '../../certificates/issue-batches.js';
import type { Actor } from '../../platform/access/actor.js';
import type { PageArgs } from '../../platform/graphql/page.js';
import { UserError } from '../../platform/graphql/user-error.js';
import type {
  ActOnApplicationResult,
  AssignPlanResult,
  EnterResultsResult,
  ForwardApplicationsResult,
  PublishResultsResult,
  RevealPersonalDataResult,
  SetVerdictsResult,
} from '../cases/application.errors.js';
import type {
  ActOnApplicationInput,
  AssignPlanInput,
  EnterResultsInput,
  ForwardApplicationsInput,
  PublishResultsInput,
} from '../applying/application.inputs.js';
import type { ApplicationConnection } from '../cases/application.type.js';
import { CasePages } from '../cases/case-pages.js';
import { ForwardingService } from '../forwarding/forwarding.service.js';
import { MovesService } from '../cases/moves.service.js';
import type { ResultRowConnection } from '../results/result-row.type.js';
import { PlanAssigning } from './plan-assigning.service.js';
import { ResultRows } from '../results/result-rows.js';
import { ResultsService } from '../results/results.service.js';
import type { RevealPersonalDataInput, ReviewFilter, SetVerdictsInput } from './review.inputs.js';
import { ReviewService } from './review.service.js';

/** The services behind the desk's commands. */
@Injectable()
export class DeskWork {
  constructor(
    readonly moves: MovesService,
    readonly review: ReviewService,
    readonly results: ResultsService,
    readonly forwarding: ForwardingService,
    readonly planning: PlanAssigning,
  ) {}
}

/** The staff's commands and reads, answered with the case as it is afterwards. */
@Injectable()
export class Desk {
  constructor(
    private readonly pages: CasePages,
    private readonly rows: ResultRows,
    private readonly batches: IssueBatches,
    private readonly work: DeskWork,
  ) {}

  queue(actor: Actor, filter: ReviewFilter, page: PageArgs): Promise<ApplicationConnection> {
    return this.pages.reviewQueue(actor, filter, page);
  }

  deleted(actor: Actor, page: PageArgs): Promise<ApplicationConnection> {
    return this.pages.deleted(actor, page);
  }

  resultSheet(actor: Actor, planId: string, page: PageArgs): Promise<ResultRowConnection> {
    return this.rows.sheet(actor, planId, page);
  }

  async act(actor: Actor, input: ActOnApplicationInput): Promise<typeof ActOnApplicationResult> {
    return this.pages.after(actor, await this.work.moves.act(actor, input));
  }

  async assignPlan(actor: Actor, input: AssignPlanInput): Promise<typeof AssignPlanResult> {
    return this.pages.after(actor, await this.work.planning.assign(actor, input));
  }

  async setVerdicts(actor: Actor, input: SetVerdictsInput): Promise<typeof SetVerdictsResult> {
    return this.pages.after(actor, await this.work.review.setVerdicts(actor, input));
  }

  reveal(actor: Actor, input: RevealPersonalDataInput): Promise<typeof RevealPersonalDataResult> {
    return this.work.review.reveal(actor, input);
  }

  async enterResults(actor: Actor, input: EnterResultsInput): Promise<typeof EnterResultsResult> {
    return this.rows.after(actor, await this.work.results.enter(actor, input));
  }

  async publishResults(
    actor: Actor,
    input: PublishResultsInput,
  ): Promise<typeof PublishResultsResult> {
    return this.rows.after(actor, await this.work.results.publish(actor, input));
  }

  async forward(
    actor: Actor,
    input: ForwardApplicationsInput,
  ): Promise<typeof ForwardApplicationsResult> {
    const done = await this.work.forwarding.forward(actor, input);
    return done instanceof UserError ? done : this.batches.byId(actor, done);
  }
}
