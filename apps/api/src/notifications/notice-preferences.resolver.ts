import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { NoticePreferencesService } from './notice-preferences.service.js';
import {
  NoticePreferences,
  UpdateNoticePreferencesInput,
  UpdateNoticePreferencesResult,
} from './notice-preferences.type.js';

@Resolver()
export class NoticePreferencesResolver {
  constructor(private readonly preferences: NoticePreferencesService) {}

  @Query(() => NoticePreferences)
  @Allow('CANDIDATE')
  myNoticePreferences(@CurrentActor() actor: Actor): Promise<NoticePreferences> {
    return this.preferences.mine(actor);
  }

  @Mutation(() => UpdateNoticePreferencesResult, {
    description: 'Essential notices come whatever is chosen: returns, decisions, security.',
  })
  @Allow('CANDIDATE')
  updateNoticePreferences(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => UpdateNoticePreferencesInput })
    input: UpdateNoticePreferencesInput,
  ): Promise<typeof UpdateNoticePreferencesResult> {
    return this.preferences.update(actor, input);
  }
}
