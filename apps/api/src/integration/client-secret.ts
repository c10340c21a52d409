import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits: too many to guess, so a plain fast hash of it is enough (goal G46). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const newClientId = (): string => `kp_${randomBytes(12).toString('hex')}`;

/** 64 hex digits. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** Takes equally long for every wrong secret. */
export const isSecret = (given: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hash));
