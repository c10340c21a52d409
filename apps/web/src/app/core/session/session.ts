import { computed, inject, Service, signal } from '@angular/core';
import type { Role, SessionGrantFragment } from '@kaopu/graphql';

import { BrowserStorage } from '../browser-storage.js';

/** The three kinds of signed-in people; each has its own area of the application. */
export type Side = 'candidate' | 'staff' | 'authority';

const AUTHORITY_ROLES: ReadonlySet<Role> = new Set(['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER']);

/** Says only that a refresh cookie may exist, so that first-time visitors cause no refused request. */
const STORAGE_KEY = 'kaopu.session';

/**
 * Who is signed in. The access token lives in memory only (security.md §9: five minutes, renewed by an
 * HttpOnly cookie); a reload asks for a new one.
 */
@Service()
export class Session {
  private readonly granted = signal<SessionGrantFragment | undefined>(undefined);
  private readonly storage = inject(BrowserStorage);

  readonly viewer = computed(() => this.granted()?.viewer);
  readonly signedIn = computed(() => this.granted() !== undefined);
  readonly roles = computed<readonly Role[]>(() => this.viewer()?.roles ?? []);
  readonly accessToken = computed(() => this.granted()?.accessToken);

  /** Undefined for visitors. A certificate printer belongs to whoever employs them. */
  readonly side = computed<Side | undefined>(() => {
    const viewer = this.viewer();
    if (!viewer) {
      return undefined;
    }
    if (viewer.roles.includes('CANDIDATE')) {
      return 'candidate';
    }
    return viewer.authority && !viewer.institution
      ? 'authority'
      : viewer.roles.some((role) => AUTHORITY_ROLES.has(role))
        ? 'authority'
        : 'staff';
  });

  begin(grant: SessionGrantFragment): void {
    this.granted.set(grant);
    this.storage.write(STORAGE_KEY, 'kept');
  }

  end(): void {
    this.granted.set(undefined);
    this.storage.write(STORAGE_KEY, undefined);
  }

  /** Whether an earlier visit in this browser may still be continued. */
  mayContinue(): boolean {
    return this.storage.read(STORAGE_KEY) !== undefined;
  }

  /** Calls back when somebody signs in in another tab, until told to stop. */
  whenBegunElsewhere(begun: () => void, until: AbortSignal): void {
    this.storage.watch(STORAGE_KEY, begun, until);
  }

  hasRole(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.roles().includes(role));
  }
}
