import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { StartUploadResult } from '../../attachments/handoff/upload-session.type.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentContext } from '../../platform/access/current-actor.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { PhotoHandOff } from './photo-hand-off.service.js';
import { SendUploadLinkResult } from './upload-link.type.js';

/** 扫码拍照上传 for the ID photo, and its link by SMS. */
@Resolver()
export class PhotoHandOffResolver {
  constructor(private readonly handOff: PhotoHandOff) {}

  @Mutation(() => StartUploadResult, {
    description:
      'A QR code for the ID photo: of the registration under way, or of the candidate signed in.',
  })
  @Allow('PUBLIC')
  startPhotoUpload(@CurrentContext() context: RequestContext): Promise<typeof StartUploadResult> {
    return this.handOff.start(context);
  }

  @Mutation(() => SendUploadLinkResult, {
    description: 'Sends a fresh link by SMS to the caller’s own verified phone.',
  })
  @Allow('PUBLIC')
  sendUploadLink(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof SendUploadLinkResult> {
    return this.handOff.sendLink(context, id);
  }
}
