import { Args, ID, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { CurrentContext } from '../../platform/access/current-actor.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { LiveUploads } from './live-uploads.js';
import { UploadSessions } from './upload-sessions.js';
import { StartUploadResult, UploadSession } from './upload-session.type.js';

/** The desktop's side of an upload by phone; it is started where the slot is known. */
@Resolver()
export class UploadSessionsResolver {
  constructor(
    private readonly sessions: UploadSessions,
    private readonly live: LiveUploads,
  ) {}

  @Query(() => UploadSession, { description: 'NOT_FOUND when it is not the caller’s.' })
  @Allow('PUBLIC')
  uploadSession(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UploadSession> {
    return this.sessions.read(context, id);
  }

  @Subscription(() => UploadSession, {
    description: 'The session now and after every change, until it is over.',
  })
  @Allow('PUBLIC')
  uploadSessionChanged(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AsyncGenerator<{ uploadSessionChanged: UploadSession }>> {
    return this.live.changes(context, id);
  }

  @Mutation(() => StartUploadResult, { description: 'Another code; the one before stops working.' })
  @Allow('PUBLIC')
  renewUpload(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof StartUploadResult> {
    return this.sessions.renew(context, id);
  }

  @Mutation(() => UploadSession, { description: 'The received file is used; the code is spent.' })
  @Allow('PUBLIC')
  finishUpload(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UploadSession> {
    return this.sessions.finish(context, id);
  }

  @Mutation(() => UploadSession, { description: 'Ends the code; a received file is deleted.' })
  @Allow('PUBLIC')
  cancelUpload(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UploadSession> {
    return this.sessions.cancel(context, id);
  }
}
