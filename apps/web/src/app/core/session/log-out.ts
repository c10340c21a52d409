import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { LogOutDocument } from '@kaopu/graphql';
import { firstValueFrom } from 'rxjs';

import { SHARED_APOLLO } from '../graphql/connection.js';
import { asVisitor } from '../graphql/session-link.js';
import { Session } from './session.js';

/** Ends the session here and on the server, and forgets everything that was loaded for the person. */
@Service()
export class LogOut {
  private readonly apollo = inject(SHARED_APOLLO);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Leaves for the given page first, so that its guards can save what is waiting; whoever stays is not logged out. */
  async leave(path: string): Promise<void> {
    const stays = this.router.url !== path && !(await this.router.navigateByUrl(path));
    if (!stays) {
      await this.end();
      await this.apollo.client.clearStore();
    }
  }

  /** Ends the session even when the server cannot be reached. */
  async end(): Promise<void> {
    try {
      // The cookie says which session; a token may have run out and would first be renewed.
      await firstValueFrom(this.apollo.mutate({ mutation: LogOutDocument, context: asVisitor() }));
    } catch {
      // The token dies by itself in minutes; keeping the session open here would be worse.
    }
    this.session.end();
  }
}
