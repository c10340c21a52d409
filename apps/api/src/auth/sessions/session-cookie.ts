import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';

const NAME = 'kaopu_session';

/**
 * Carries the refresh token where no script can read it. `__Host-` ties it to this very host, but
 * browsers take that prefix over https only, so a plain http address (localhost) goes without.
 */
@Injectable()
export class SessionCookie {
  private readonly isSecure: boolean;
  private readonly name: string;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    this.isSecure = publicUrl.startsWith('https:');
    this.name = this.isSecure ? `__Host-${NAME}` : NAME;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.name, token, { ...this.attributes(), expires });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.isSecure } as const;
  }
}
