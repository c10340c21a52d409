import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Application } from '../cases/application.type.js';
import { fileOf } from '../cases/case-view.js';
import { CertificateRequest, Milestone } from './certificate-request.type.js';
import { RequestDetails } from './request-details.js';

/** The parts of an application that is about a certificate. */
@Resolver(() => Application)
export class RequestPartsResolver {
  constructor(private readonly details: RequestDetails) {}

  @ResolveField(() => CertificateRequest, {
    nullable: true,
    description: 'Null for an application for an item.',
  })
  certificateRequest(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<CertificateRequest | null> {
    return this.details.of(actor, fileOf(application));
  }

  @ResolveField(() => [Milestone], {
    description: 'The way of the case with the time of each station; empty without a tracker.',
  })
  milestones(
    @Parent() application: Application,
    @CurrentActor() actor: Actor,
  ): Promise<Milestone[]> {
    return this.details.milestones(fileOf(application), actor);
  }
}
