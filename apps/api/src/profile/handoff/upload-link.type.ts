import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { StartedUpload } from '../../attachments/handoff/upload-session.type.js';
import { RateLimitedError, RefusedError } from '../../platform/graphql/user-error.js';

@ObjectType({ description: 'The link is on its way to the caller’s own phone.' })
export class UploadLinkSent {
  @Field(() => StartedUpload, { description: 'The code that was sent; the one before is dead.' })
  readonly upload: StartedUpload;

  @Field(() => String, { description: 'Masked.' })
  readonly phone: string;

  constructor(upload: StartedUpload, phone: string) {
    this.upload = upload;
    this.phone = phone;
  }
}

export const SendUploadLinkResult = createUnionType({
  name: 'SendUploadLinkResult',
  types: () => [UploadLinkSent, RateLimitedError, RefusedError] as const,
});
