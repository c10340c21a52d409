import { inject, InjectionToken, Service } from '@angular/core';
import type { SessionGrantFragment } from '@kaopu/graphql';

import { Session } from './session.js';

/**
 * Asks the server for a new session; undefined when it refuses. A token, because the request goes through the
 * connection, which itself needs the renewal.
 */
export const SESSION_REQUEST = new InjectionToken<() => Promise<SessionGrantFragment | undefined>>(
  'session request',
);

const CROSS_TAB_LOCK = 'kaopu.session';

/**
 * Exchanges the refresh cookie for a new access token. Many callers at once cause one request; tabs take turns,
 * because the server accepts the previous cookie for a few seconds only (security.md P12).
 */
@Service()
export class SessionRenewal {
  private running: Promise<boolean> | undefined;
  private readonly session = inject(Session);
  private readonly request = inject(SESSION_REQUEST);

  /** True when signed in afterwards. Ends the session when the server refuses; throws when it cannot be reached. */
  renew(): Promise<boolean> {
    this.running ??= this.inTurn(() => this.ask()).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Continues an earlier visit, if there may be one; asks nothing otherwise. */
  async restore(): Promise<boolean> {
    return this.session.signedIn() || (this.session.mayContinue() && (await this.renew()));
  }

  private async ask(): Promise<boolean> {
    const grant = await this.request();
    if (grant) {
      this.session.begin(grant);
    } else {
      this.session.end();
    }
    return grant !== undefined;
  }

  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    // Absent outside secure contexts, for example plain http on an internal address.
    return 'locks' in navigator ? navigator.locks.request(CROSS_TAB_LOCK, work) : work();
  }
}
