import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';

const NAME = 'kaopu_upload';

/** What a phone gets for a token: names its one session, only on the phone's own pages. */
@Injectable()
export class UploadCookie {
  private readonly attributes;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    this.attributes = {
      path: '/m',
      httpOnly: true,
      sameSite: 'strict',
      secure: publicUrl.startsWith('https:'),
    } as const;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[NAME];
  }

  set(reply: FastifyReply, value: string, expires: Date): void {
    void reply.setCookie(NAME, value, { ...this.attributes, expires });
  }
}
