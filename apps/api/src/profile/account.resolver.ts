import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { UploadArg } from '../attachments/upload-arg.js';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor } from '../platform/access/current-actor.js';
import { UploadScalar } from '../platform/graphql/scalars.js';
import {
  ChangePasswordInput,
  ChangePhoneInput,
  ExplainProfilePhotoInput,
  RequestPhoneChangeCodeInput,
  UpdateProfileInput,
  UpdateProfilePhotoInput,
} from './editing/account.inputs.js';
import {
  ChangePasswordResult,
  ChangePhoneResult,
  RequestPhoneChangeCodeResult,
  UpdateProfilePhotoResult,
  UpdateProfileResult,
} from './editing/account.type.js';
import { PasswordChangesService } from './editing/password-changes.service.js';
import { PhoneChangesService } from './editing/phone-changes.service.js';
import { ProfileEditingService } from './editing/profile-editing.service.js';

/** What candidates change about their own account (manual chapters 3 and 4). */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly passwords: PasswordChangesService,
    private readonly phones: PhoneChangesService,
    private readonly profiles: ProfileEditingService,
  ) {}

  @Mutation(() => ChangePasswordResult, { description: 'Ends all my sessions but this one.' })
  @Allow('CANDIDATE')
  changePassword(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangePasswordInput }) input: ChangePasswordInput,
  ): Promise<typeof ChangePasswordResult> {
    return this.passwords.change(actor, input);
  }

  @Mutation(() => UpdateProfileResult, {
    description: 'Submitted applications are not touched by it.',
  })
  @Allow('CANDIDATE')
  updateProfile(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => UpdateProfileInput }) input: UpdateProfileInput,
  ): Promise<typeof UpdateProfileResult> {
    return this.profiles.update(actor, input);
  }

  @Mutation(() => UpdateProfilePhotoResult, { description: 'JPG or PNG, at most 5 MiB.' })
  @Allow('CANDIDATE')
  updateProfilePhoto(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => UpdateProfilePhotoInput }) input: UpdateProfilePhotoInput,
    @Args('file', { type: () => UploadScalar }) file: UploadArg,
  ): Promise<typeof UpdateProfilePhotoResult> {
    return this.profiles.updatePhoto(actor, input, file);
  }

  @Mutation(() => UpdateProfileResult, {
    description: 'A word to staff about the photo, for example why its background is not white.',
  })
  @Allow('CANDIDATE')
  explainProfilePhoto(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ExplainProfilePhotoInput }) input: ExplainProfilePhotoInput,
  ): Promise<typeof UpdateProfileResult> {
    return this.profiles.explainPhoto(actor, input);
  }

  @Mutation(() => RequestPhoneChangeCodeResult, {
    description: 'Sends six digits to the new phone, good for five minutes.',
  })
  @Allow('CANDIDATE')
  requestPhoneChangeCode(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RequestPhoneChangeCodeInput }) input: RequestPhoneChangeCodeInput,
  ): Promise<typeof RequestPhoneChangeCodeResult> {
    return this.phones.request(actor, input);
  }

  @Mutation(() => ChangePhoneResult, { description: 'The old phone is told.' })
  @Allow('CANDIDATE')
  changePhone(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangePhoneInput }) input: ChangePhoneInput,
  ): Promise<typeof ChangePhoneResult> {
    return this.phones.change(actor, input);
  }
}
