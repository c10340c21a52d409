import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { LogOutDocument } from '@kaopu/graphql';
import { firstValueFrom } from 'rxjs';

import { SHARED_APOLLO } from '../graphql/connection.js';
import { Session } from './session.js';
import { SessionRenewal } from './session-renewal.js';

/** Ends the session here and on the server, and forgets everything that was loaded for the person. */
@Service()
export class LogOut {
  private readonly apollo = inject(SHARED_APOLLO);
  private readonly session = inject(Session);
  private readonly renewal = inject(SessionRenewal);
  private readonly router = inject(Router);

  /** Leaves for the given page even when the server cannot be reached. */
  async leave(path: string): Promise<void> {
    try {
      await this.renewal.restore();
      await firstValueFrom(this.apollo.mutate({ mutation: LogOutDocument }));
    } catch {
      // The token dies by itself in minutes; staying on the page would be worse.
    }
    this.session.end();
    await this.router.navigateByUrl(path);
    await this.apollo.client.clearStore();
  }
}
