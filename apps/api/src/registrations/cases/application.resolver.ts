import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Certificate } from '../../certificates/certificate.type.js';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ApplicationDetails } from './application-details.js';
import { Application, PlanChoice, SlotState, TimelineEntry } from './application.type.js';
import { fileOf } from './case-view.js';
import { EligibilityReport } from '../applying/eligibility.type.js';
import { ReviewTarget } from '../desk/review-target.type.js';
import { ReviewTargets } from '../desk/review-targets.js';
import { StatedItem } from '../applying/stated-item.type.js';
import { statedItemsOf } from '../applying/stated-view.js';
import { SubjectResult } from '../results/subject-result.type.js';

/** The parts of an application that are read only when asked for. */
@Resolver(() => Application)
export class ApplicationResolver {
  constructor(
    private readonly details: ApplicationDetails,
    private readonly targets: ReviewTargets,
  ) {}

  @ResolveField(() => [ReviewTarget], {
    description: 'What the desk can judge; empty for the owner.',
  })
  reviewTargets(@Parent() application: Application, @CurrentActor() actor: Actor): ReviewTarget[] {
    return this.targets.of(actor, fileOf(application));
  }

  @ResolveField(() => [SlotState], {
    description: 'Every material asked for, with its file and verdict.',
  })
  slots(@Parent() application: Application, @CurrentActor() actor: Actor): Promise<SlotState[]> {
    return this.details.slots(actor, fileOf(application));
  }

  @ResolveField(() => EligibilityReport)
  eligibility(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<EligibilityReport> {
    return this.details.eligibility(actor, fileOf(application));
  }

  @ResolveField(() => [StatedItem], {
    description: 'Certificates the person states (持证项目), each beside the register.',
  })
  statedItems(@Parent() application: Application): StatedItem[] {
    return statedItemsOf(fileOf(application));
  }

  @ResolveField(() => [PlanChoice], {
    description: 'Plans that fit, each with whether it may be chosen.',
  })
  planChoices(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<PlanChoice[]> {
    return this.details.planChoices(actor, fileOf(application));
  }

  @ResolveField(() => [TimelineEntry])
  timeline(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<TimelineEntry[]> {
    return this.details.timeline(actor, fileOf(application));
  }

  @ResolveField(() => [SubjectResult], { description: 'For candidates empty until published.' })
  results(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<SubjectResult[]> {
    return this.details.results(actor, fileOf(application));
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Server PDF, signed address good for 5 minutes; null while there is nothing to print and for everybody but the owner (revealPersonalData).',
  })
  formUrl(@Parent() application: Application, @CurrentActor() actor: Actor): string | null {
    return this.details.formUrl(actor, fileOf(application));
  }

  @ResolveField(() => Certificate, { nullable: true, description: 'Null until approved.' })
  certificate(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<Certificate | null> {
    return this.details.certificate(actor, fileOf(application));
  }
}
