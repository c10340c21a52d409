import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Certificate } from '../certificate.type.js';
import { StandingChange } from './standing-change.type.js';
import { StandingAction } from './standing-enums.js';
import { StandingReader } from './standing-reader.js';

/** The parts of a certificate that tell of its standing. */
@Resolver(() => Certificate)
export class StandingPartsResolver {
  constructor(private readonly reader: StandingReader) {}

  @ResolveField(() => [StandingChange], {
    nullable: true,
    description:
      'Newest first: approved changes for the holder, proposals too for the authority and auditors; null for others.',
  })
  standing(
    @Parent() certificate: Certificate,
    @CurrentActor() actor: Actor,
  ): Promise<StandingChange[] | null> {
    return this.reader.historyOf(actor, certificate.id);
  }

  @ResolveField(() => [StandingAction], { description: 'What the caller may propose now.' })
  allowedStandingActions(
    @Parent() certificate: Certificate,
    @CurrentActor() actor: Actor,
  ): Promise<readonly StandingAction[]> {
    return this.reader.actionsFor(actor, certificate.id);
  }
}
