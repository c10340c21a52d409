import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role } from './actor.js';

export const ALLOW = 'kaopu:allow';
export type Audience = Role | 'PUBLIC' | 'SIGNED_IN';

/**
 * Says who may call an operation. An operation without it is refused, and the server does not
 * start while one is missing (access-check.ts).
 */
export const Allow = (...audience: [Audience, ...Audience[]]): CustomDecorator =>
  SetMetadata(ALLOW, audience);
