import { inject, InjectionToken, Service, signal } from '@angular/core';
import { Router } from '@angular/router';

import { Session, type Side } from './session.js';
import { pathAfterLogIn } from './session-paths.js';
import { SessionRenewal } from './session-renewal.js';

/** `expired`: the server refused to go on. `idle`: nobody was there for too long. */
export type EndOfSession = 'expired' | 'idle';

/** What happens in front of the page of an ended session. */
export interface SignInAgain {
  /** Settles once somebody is signed in, here or in another tab, or wants to leave. */
  ask(side: Side, why: EndOfSession): Promise<void>;
  /** Forgets everything that was loaded for the person. */
  forget(): Promise<void>;
}

/** A token, because signing in is a page of its own and needs the connection, which needs the interruption. */
export const SIGN_IN_AGAIN = new InjectionToken<SignInAgain>('sign in again');

/** How long to wait before the log-in is fetched again when its code did not arrive, in milliseconds. */
const FETCH_AGAIN = 3000;

interface Owner {
  readonly id: string;
  readonly side: Side;
}

/**
 * The time between the end of a session and its continuation. The page stays as it is in memory, with
 * everything typed, but hidden; its person signs in again in front of it and goes on. Nothing here ever waits
 * for a navigation: the page's guards may in turn wait for a request that waits for us.
 */
@Service()
export class Interruption {
  /** Whether the page belongs to an ended session and must not be seen (security.md P11). */
  readonly covers = signal(false);

  private readonly session = inject(Session);
  private readonly renewal = inject(SessionRenewal);
  private readonly router = inject(Router);
  private readonly again = inject(SIGN_IN_AGAIN);

  private owner: Owner | undefined;
  private running: Promise<boolean> | undefined;

  /** Whose the open page is: who is signed in, or whom a covered page waits for. */
  get personId(): string | undefined {
    return this.session.viewer()?.id ?? this.owner?.id;
  }

  /**
   * Goes on after a request was refused for want of a session: renews it, or lets the person sign in again.
   * Many callers wait together. False when nobody or somebody else is signed in afterwards.
   */
  resume(): Promise<boolean> {
    return this.once(async (owner) =>
      (await this.renewal.renew()) ? this.goOn(owner) : this.ask(owner, 'expired'),
    );
  }

  /** Covers the page of an unattended session, ends it and waits for its person. */
  unattended(end: () => Promise<void>): Promise<boolean> {
    return this.once(async (owner) => {
      this.owner = owner;
      this.covers.set(true);
      await end();
      return this.ask(owner, 'idle');
    });
  }

  private once(work: (owner: Owner) => Promise<boolean>): Promise<boolean> {
    const owner = this.owner ?? this.present();
    if (!owner) {
      return Promise.resolve(false);
    }
    this.running ??= work(owner).finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private present(): Owner | undefined {
    const id = this.session.viewer()?.id;
    const side = this.session.side();
    return id !== undefined && side ? { id, side } : undefined;
  }

  private async ask(owner: Owner, why: EndOfSession): Promise<boolean> {
    this.owner = owner;
    this.covers.set(true);
    await persist(() => this.again.ask(owner.side, why));
    return this.goOn(owner);
  }

  /** The page goes on with its own person only; for anybody else it is forgotten and left. */
  private async goOn(owner: Owner): Promise<boolean> {
    this.owner = undefined;
    if (this.session.viewer()?.id === owner.id) {
      this.covers.set(false);
      return true;
    }
    this.covers.set(true);
    await persist(() => this.again.forget());
    void this.router.navigateByUrl(pathAfterLogIn(this.session, undefined)).finally(() => {
      this.covers.set(false);
    });
    return false;
  }
}

/** Until it works: a page that could not fetch the log-in must neither be shown nor stay hidden for ever. */
async function persist(work: () => Promise<void>): Promise<void> {
  let done = false;
  while (!done) {
    try {
      await work();
      done = true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, FETCH_AGAIN));
    }
  }
}
