import { Args, Query, Resolver } from '@nestjs/graphql';
import { Track } from '@kaopu/domain';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { Bodies } from './bodies/bodies.js';
import { Dictionaries } from './dictionaries/dictionaries.js';
import { Division, RegistrationType, ReturnReason } from './dictionaries/dictionary.types.js';
import { TargetKind } from './dictionaries/target-kind.js';
import { Item } from './items/item.type.js';
import { Items } from './items/items.js';

@Resolver()
export class CatalogueResolver {
  constructor(
    private readonly catalogueItems: Items,
    private readonly dictionaries: Dictionaries,
    private readonly bodies: Bodies,
  ) {}

  @Query(() => [Item], { description: 'Items (报名项目) that may be applied for today.' })
  @Allow('PUBLIC')
  items(
    @Args('track', { type: () => Track, nullable: true }) track: Track | null,
    @Args('registrationType', { type: () => String, nullable: true })
    registrationType: string | null,
  ): Promise<Item[]> {
    return this.catalogueItems.list({ track, registrationType });
  }

  @Query(() => [RegistrationType], { description: 'Registration types (报名类别) per track.' })
  @Allow('PUBLIC')
  registrationTypes(
    @Args('track', { type: () => Track, nullable: true }) track: Track | null,
  ): Promise<RegistrationType[]> {
    return this.dictionaries.registrationTypes(track);
  }

  @Query(() => [Division], {
    description: 'Provinces and the second level below them, named in the caller’s language.',
  })
  @Allow('PUBLIC')
  divisions(@CurrentActor() actor: Actor): Promise<Division[]> {
    return this.bodies.divisions(actor.request.language);
  }

  @Query(() => [ReturnReason], {
    description: 'Ready-made reasons for returning; with a target, its own first.',
  })
  @Allow('REVIEWER', 'INSTITUTION_ADMIN', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'SYSADMIN')
  returnReasons(
    @Args('targetKind', { type: () => TargetKind, nullable: true }) targetKind: TargetKind | null,
    @Args('target', { type: () => String, nullable: true }) target: string | null,
  ): Promise<ReturnReason[]> {
    return this.dictionaries.returnReasons(targetKind, target);
  }
}
