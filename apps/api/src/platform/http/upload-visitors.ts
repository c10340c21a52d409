import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimits, type Budget } from '../limits/rate-limits.js';

/** Names the registration a browser is filling in; the one cookie visitors have. */
export const REGISTRATION_COOKIE = 'kaopu_registration';

/** Files sent by browsers without a log-in, per address; an exam institution's people share one. */
const VISITORS: Budget = { name: 'visitor-upload', points: 600, seconds: 3600 };

type Knows = (request: FastifyRequest) => Promise<boolean>;

/**
 * Visitors without a log-in who may send a file, for example in the middle of a registration.
 * Domains say whom they know; a cookie nobody gave out opens nothing.
 */
@Injectable()
export class UploadVisitors {
  private readonly knows: Knows[] = [];

  constructor(private readonly limits: RateLimits) {}

  register(knows: Knows): void {
    this.knows.push(knows);
  }

  async mayUpload(request: FastifyRequest): Promise<boolean> {
    for (const knows of this.knows) {
      if (await knows(request)) return (await this.limits.use(VISITORS, request.ip)) === 0;
    }
    return false;
  }
}
