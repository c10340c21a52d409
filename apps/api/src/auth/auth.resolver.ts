import { createUnionType, Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor, CurrentContext } from '../platform/access/current-actor.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import {
  InvalidInputError,
  RateLimitedError,
  RefusedError,
} from '../platform/graphql/user-error.js';
import { HumanCheck } from './human-check/human-check.js';
import { Captcha, ProofOfWork } from './human-check/human-check.type.js';
import { ConfirmSecondFactorInput, LogInInput, LogInStaffInput } from './logging-in/auth.inputs.js';
import { LogInService } from './logging-in/log-in.service.js';
import { SecondFactors } from './logging-in/second-factors.js';
import { OtherSessionsEnded, OwnSession } from './sessions/own-session.type.js';
import { OwnSessions } from './sessions/own-sessions.js';
import { SessionService } from './sessions/session.service.js';
import { Done, SecondFactorRequired, Session } from './sessions/session.type.js';
import { Viewer } from './sessions/viewer.type.js';

const LogInResult = createUnionType({
  name: 'LogInResult',
  types: () => [Session, InvalidInputError, RateLimitedError, RefusedError] as const,
});

const LogInStaffResult = createUnionType({
  name: 'LogInStaffResult',
  types: () => [SecondFactorRequired, RateLimitedError, RefusedError] as const,
});

const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  types: () => [Session, RateLimitedError, RefusedError] as const,
});

const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  types: () => [Session, RefusedError] as const,
});

const LogOutResult = createUnionType({
  name: 'LogOutResult',
  types: () => [Done, RefusedError] as const,
});

const LogOutOthersResult = createUnionType({
  name: 'LogOutOthersResult',
  types: () => [OtherSessionsEnded, RefusedError] as const,
});

@Resolver()
export class AuthResolver {
  constructor(
    private readonly humanCheck: HumanCheck,
    private readonly logIns: LogInService,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: SessionService,
    private readonly own: OwnSessions,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Null while nobody is signed in.' })
  @Allow('PUBLIC')
  viewer(@CurrentActor() actor: Actor): Promise<Viewer | null> {
    return this.sessions.viewer(actor);
  }

  @Mutation(() => Captcha)
  @Allow('PUBLIC')
  requestCaptcha(@CurrentActor() actor: Actor): Promise<Captcha> {
    return this.humanCheck.captcha(actor);
  }

  @Mutation(() => ProofOfWork)
  @Allow('PUBLIC')
  requestProofOfWork(@CurrentActor() actor: Actor): Promise<ProofOfWork> {
    return this.humanCheck.proofOfWork(actor);
  }

  @Mutation(() => LogInResult, { description: 'Candidates: ID number and password.' })
  @Allow('PUBLIC')
  logIn(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => LogInInput }) input: LogInInput,
  ): Promise<typeof LogInResult> {
    return this.logIns.logIn(context, input);
  }

  @Mutation(() => LogInStaffResult, { description: 'Staff: the first of two steps.' })
  @Allow('PUBLIC')
  logInStaff(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => LogInStaffInput }) input: LogInStaffInput,
  ): Promise<typeof LogInStaffResult> {
    return this.logIns.logInStaff(context, input);
  }

  @Mutation(() => ConfirmSecondFactorResult, { description: 'Staff: the second step.' })
  @Allow('PUBLIC')
  confirmSecondFactor(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ConfirmSecondFactorInput }) input: ConfirmSecondFactorInput,
  ): Promise<typeof ConfirmSecondFactorResult> {
    return this.secondFactors.confirm(context, input);
  }

  @Mutation(() => RefreshSessionResult, {
    description: 'A new access token for the cookie’s session.',
  })
  @Allow('PUBLIC')
  refreshSession(@CurrentContext() context: RequestContext): Promise<typeof RefreshSessionResult> {
    return this.sessions.refresh(context);
  }

  @Mutation(() => LogOutResult)
  @Allow('PUBLIC')
  logOut(@CurrentContext() context: RequestContext): Promise<typeof LogOutResult> {
    return this.sessions.logOut(context);
  }

  @Query(() => [OwnSession], { description: 'Where I am signed in, this browser first.' })
  @Allow('SIGNED_IN')
  mySessions(@CurrentActor() actor: Actor): Promise<OwnSession[]> {
    return this.own.list(actor);
  }

  @Mutation(() => LogOutOthersResult, { description: 'Ends all my sessions but this one.' })
  @Allow('SIGNED_IN')
  logOutOthers(@CurrentActor() actor: Actor): Promise<typeof LogOutOthersResult> {
    return this.own.endOthers(actor);
  }
}
