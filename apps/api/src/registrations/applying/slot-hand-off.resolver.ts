import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { StartUploadResult } from '../../attachments/handoff/upload-session.type.js';
import { Allow } from '../../platform/access/allow.js';
import { CurrentContext } from '../../platform/access/current-actor.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { SlotHandOff } from './slot-hand-off.js';

/** 扫码拍照上传 for a material of an application. */
@Resolver()
export class SlotHandOffResolver {
  constructor(private readonly handOff: SlotHandOff) {}

  @Mutation(() => StartUploadResult, {
    description: 'A QR code for one slot of the caller’s application, while it may be filled.',
  })
  @Allow('CANDIDATE')
  startSlotUpload(
    @CurrentContext() context: RequestContext,
    @Args('applicationId', { type: () => ID }) applicationId: string,
    @Args('slot', { type: () => String }) slot: string,
  ): Promise<typeof StartUploadResult> {
    return this.handOff.start(context, applicationId, slot);
  }
}
