import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../platform/access/allow.js';
import { CurrentContext } from '../platform/access/current-actor.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { PasswordChangesService } from './editing/password-changes.service.js';
import {
  LogInByCodeInput,
  ResetPasswordInput,
  StatedOwnerInput,
} from './phone/phone-access.inputs.js';
import {
  LogInByCodeResult,
  RequestPhoneCodeResult,
  ResetPasswordResult,
} from './phone/phone-access.type.js';
import { PhoneLogInService } from './phone/phone-log-in.service.js';
import { StatedCodesService } from './phone/stated-codes.service.js';

/** What an account's phone opens to somebody who is not signed in. */
@Resolver()
export class PhoneAccessResolver {
  constructor(
    private readonly stated: StatedCodesService,
    private readonly logIns: PhoneLogInService,
    private readonly passwords: PasswordChangesService,
  ) {}

  @Mutation(() => RequestPhoneCodeResult, {
    description: 'Candidates: a code to log in with instead of the password.',
  })
  @Allow('PUBLIC')
  requestLogInCode(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => StatedOwnerInput }) input: StatedOwnerInput,
  ): Promise<typeof RequestPhoneCodeResult> {
    return this.stated.request(context, 'LOG_IN', input);
  }

  @Mutation(() => LogInByCodeResult)
  @Allow('PUBLIC')
  logInByCode(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => LogInByCodeInput }) input: LogInByCodeInput,
  ): Promise<typeof LogInByCodeResult> {
    return this.logIns.logIn(context, input);
  }

  @Mutation(() => RequestPhoneCodeResult, {
    description: 'Candidates: a code to set a new password with.',
  })
  @Allow('PUBLIC')
  requestPasswordCode(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => StatedOwnerInput }) input: StatedOwnerInput,
  ): Promise<typeof RequestPhoneCodeResult> {
    return this.stated.request(context, 'PASSWORD_RESET', input);
  }

  @Mutation(() => ResetPasswordResult, { description: 'Ends every session of the account.' })
  @Allow('PUBLIC')
  resetPassword(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ResetPasswordInput }) input: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult> {
    return this.passwords.reset(context, input);
  }
}
