import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { UserError, type RefusedError } from '../../platform/graphql/user-error.js';
import { refuse } from '../../platform/i18n/refuse.js';
import type { Actor } from '../../platform/access/actor.js';
import { SessionCookie } from './session-cookie.js';
import { SessionGrants } from './session-grants.js';
import { SessionReader } from './session-reader.js';
import { Done, type Session } from './session.type.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.type.js';

/** What a browser asks about its own session. */
@Injectable()
export class SessionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly reader: SessionReader,
    private readonly grants: SessionGrants,
    private readonly cookie: SessionCookie,
  ) {}

  async refresh(context: RequestContext): Promise<Session | RefusedError> {
    const { actor, request, reply } = context;
    const open = await this.sessions.refresh(actor, this.cookie.read(request));
    if (open) return this.grants.hand(context, open);
    this.cookie.clear(reply);
    return refuse(actor, 'UNAUTHENTICATED');
  }

  /** Done, too, when there was no session: the person wants to be signed out and is. */
  async logOut({ actor, request, reply }: RequestContext): Promise<Done | RefusedError> {
    const sessionId = actor.sessionId ?? (await this.sessions.ofToken(this.cookie.read(request)));
    if (sessionId !== null) {
      const ended = await this.transactions.run(
        { actor, operation: 'logOut', idempotencyKey: null, input: null },
        async ({ em }) => {
          await this.sessions.end(em, sessionId, 'LOG_OUT');
          return sessionId;
        },
      );
      if (ended instanceof UserError) return ended;
      this.reader.forget(sessionId);
    }
    this.cookie.clear(reply);
    void reply.header('Clear-Site-Data', '"cache", "storage"');
    return new Done();
  }

  async viewer({ sessionId, request }: Actor): Promise<Viewer | null> {
    const principal = sessionId === null ? null : await this.reader.principal(sessionId);
    return principal && this.grants.viewer(principal, request.language);
  }
}
