import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/access/actor.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { PageArgs } from '../../platform/graphql/page.js';
import { UploadScalar } from '../../platform/graphql/scalars.js';
import type { UploadArg } from '../../attachments/upload-arg.js';
import {
  RemoveAttachmentResult,
  SaveAnswersResult,
  StartApplicationResult,
  SubmitApplicationResult,
  UploadAttachmentResult,
} from '../cases/application.errors.js';
import {
  RemoveAttachmentInput,
  SaveAnswersInput,
  StartApplicationInput,
  SubmitApplicationInput,
  UploadAttachmentInput,
} from './application.inputs.js';
import { Application, ApplicationConnection } from '../cases/application.type.js';
import { Applicants } from './applicants.js';
import { EligibilityReport } from './eligibility.type.js';
import { ApplicationTab } from '../cases/workflow-enums.js';

/** What a candidate does with their own applications. */
@Resolver()
export class ApplicantResolver {
  constructor(private readonly applicants: Applicants) {}

  @Query(() => EligibilityReport, {
    description: 'The rules, answered before anything is typed or uploaded.',
  })
  @Allow('CANDIDATE')
  eligibility(
    @CurrentActor() actor: Actor,
    @Args('type', { type: () => String }) type: string,
    @Args('itemCode', { type: () => String }) itemCode: string,
  ): Promise<EligibilityReport> {
    return this.applicants.eligibility(actor, type, itemCode);
  }

  @Query(() => ApplicationConnection, {
    description: 'The caller’s own applications, newest first.',
  })
  @Allow('CANDIDATE')
  myApplications(
    @CurrentActor() actor: Actor,
    @Args('tab', { type: () => ApplicationTab, nullable: true }) tab: ApplicationTab | null,
    @Args() page: PageArgs,
  ): Promise<ApplicationConnection> {
    return this.applicants.mine(actor, tab ?? null, page);
  }

  @Query(() => Application, {
    description: 'One application the caller may see; NOT_FOUND otherwise.',
  })
  @Allow('SIGNED_IN')
  application(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Application> {
    return this.applicants.one(actor, id);
  }

  @Mutation(() => StartApplicationResult)
  @Allow('CANDIDATE')
  startApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: StartApplicationInput,
  ): Promise<typeof StartApplicationResult> {
    return this.applicants.start(actor, input);
  }

  @Mutation(() => SaveAnswersResult, { description: 'Autosave: half-filled is fine.' })
  @Allow('CANDIDATE')
  saveAnswers(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveAnswersInput,
  ): Promise<typeof SaveAnswersResult> {
    return this.applicants.save(actor, input);
  }

  @Mutation(() => UploadAttachmentResult, {
    description: 'Puts a file in a slot; an earlier one stays as a version.',
  })
  @Allow('CANDIDATE')
  uploadAttachment(
    @CurrentActor() actor: Actor,
    @Args('file', { type: () => UploadScalar }) file: UploadArg,
    @Args('input') input: UploadAttachmentInput,
  ): Promise<typeof UploadAttachmentResult> {
    return this.applicants.upload(actor, input, file);
  }

  @Mutation(() => RemoveAttachmentResult)
  @Allow('CANDIDATE')
  removeAttachment(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemoveAttachmentInput,
  ): Promise<typeof RemoveAttachmentResult> {
    return this.applicants.remove(actor, input);
  }

  @Mutation(() => SubmitApplicationResult, {
    description: '直接申请; also submits a returned application again.',
  })
  @Allow('CANDIDATE')
  submitApplication(
    @CurrentActor() actor: Actor,
    @Args('input') input: SubmitApplicationInput,
  ): Promise<typeof SubmitApplicationResult> {
    return this.applicants.submit(actor, input);
  }
}
