import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { UploadArg } from '../attachments/upload-arg.js';
import type { Actor } from '../platform/access/actor.js';
import { Allow } from '../platform/access/allow.js';
import { CurrentActor, CurrentContext } from '../platform/access/current-actor.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { UploadScalar } from '../platform/graphql/scalars.js';
import { ProfileQueries } from './person/profile.queries.js';
import { Profile } from './person/profile.type.js';
import { RegisteringService } from './registering/registering.service.js';
import { RegistrationCodesService } from './registering/registration-codes.service.js';
import { RegistrationDraftsService } from './registering/registration-drafts.service.js';
import {
  ExplainPhotoInput,
  RegisterInput,
  RequestRegistrationCodeInput,
  SaveRegistrationDraftInput,
  UploadRegistrationPhotoInput,
  VerifyRegistrationCodeInput,
} from './registering/registration.inputs.js';
import {
  RegisterResult,
  RegistrationDraft,
  RequestRegistrationCodeResult,
  SaveRegistrationDraftResult,
  UploadRegistrationPhotoResult,
  VerifyRegistrationCodeResult,
} from './registering/registration.type.js';

@Resolver()
export class ProfileResolver {
  constructor(
    private readonly profiles: ProfileQueries,
    private readonly codes: RegistrationCodesService,
    private readonly drafts: RegistrationDraftsService,
    private readonly registering: RegisteringService,
  ) {}

  @Query(() => Profile)
  @Allow('CANDIDATE')
  myProfile(@CurrentActor() actor: Actor): Promise<Profile> {
    return this.profiles.mine(actor);
  }

  @Query(() => RegistrationDraft, {
    nullable: true,
    description: 'Null while nothing was begun in this browser.',
  })
  @Allow('PUBLIC')
  registrationDraft(@CurrentContext() context: RequestContext): Promise<RegistrationDraft | null> {
    return this.drafts.current(context);
  }

  @Mutation(() => RequestRegistrationCodeResult, {
    description: 'Sends six digits to the phone, good for five minutes.',
  })
  @Allow('PUBLIC')
  requestRegistrationCode(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => RequestRegistrationCodeInput })
    input: RequestRegistrationCodeInput,
  ): Promise<typeof RequestRegistrationCodeResult> {
    return this.codes.request(context, input);
  }

  @Mutation(() => VerifyRegistrationCodeResult)
  @Allow('PUBLIC')
  verifyRegistrationCode(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => VerifyRegistrationCodeInput }) input: VerifyRegistrationCodeInput,
  ): Promise<typeof VerifyRegistrationCodeResult> {
    return this.codes.verify(context, input);
  }

  @Mutation(() => SaveRegistrationDraftResult)
  @Allow('PUBLIC')
  saveRegistrationDraft(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => SaveRegistrationDraftInput }) input: SaveRegistrationDraftInput,
  ): Promise<typeof SaveRegistrationDraftResult> {
    return this.drafts.save(context, input);
  }

  @Mutation(() => UploadRegistrationPhotoResult, {
    description: 'JPG or PNG, at most 5 MiB; only after the phone is verified.',
  })
  @Allow('PUBLIC')
  uploadRegistrationPhoto(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => UploadRegistrationPhotoInput })
    input: UploadRegistrationPhotoInput,
    @Args('file', { type: () => UploadScalar }) file: UploadArg,
  ): Promise<typeof UploadRegistrationPhotoResult> {
    return this.drafts.uploadPhoto(context, input, file);
  }

  @Mutation(() => SaveRegistrationDraftResult, {
    description: 'A word to staff about the photo, for example why its background is not white.',
  })
  @Allow('PUBLIC')
  explainRegistrationPhoto(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ExplainPhotoInput }) input: ExplainPhotoInput,
  ): Promise<typeof SaveRegistrationDraftResult> {
    return this.drafts.explainPhoto(context, input);
  }

  @Mutation(() => RegisterResult, {
    description: 'Makes the registration an account and signs it in.',
  })
  @Allow('PUBLIC')
  register(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => RegisterInput }) input: RegisterInput,
  ): Promise<typeof RegisterResult> {
    return this.registering.register(context, input);
  }
}
