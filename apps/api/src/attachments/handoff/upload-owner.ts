import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { REGISTRATION_COOKIE } from '../../platform/http/upload-visitors.js';

/**
 * Who sits at the desktop: an account, or before there is one the browser that fills in a
 * registration. Only a keyed hash of either is kept, so that both are compared alike.
 */
@Injectable()
export class UploadOwners {
  constructor(private readonly cipher: FieldCipher) {}

  /** Null for a browser that is neither signed in nor registering. */
  keyOf({ actor, request }: Pick<RequestContext, 'actor' | 'request'>): string | null {
    if (actor.kind === 'account') return this.cipher.blindIndex('upload.owner', actor.id);
    const cookie = request.cookies[REGISTRATION_COOKIE];
    return cookie ? this.cipher.blindIndex('upload.visitor', cookie) : null;
  }
}
