import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { REGISTRATION_COOKIE } from '../../platform/http/upload-visitors.js';

/** Names the registration a browser is filling in; no script can read it. */
@Injectable()
export class RegistrationCookie {
  private readonly attributes;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    this.attributes = {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: publicUrl.startsWith('https:'),
    } as const;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[REGISTRATION_COOKIE];
  }

  set(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(REGISTRATION_COOKIE, token, { ...this.attributes, expires });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(REGISTRATION_COOKIE, this.attributes);
  }
}
