import { signal } from '@angular/core';

import type { Clock } from '../clock.js';

const SECOND = 1000;

/** A pause the server asked for: sending is not possible until it is over. */
export class Waiting {
  private readonly end = signal<Date | undefined>(undefined);

  /** When sending is possible again; undefined when it is. */
  readonly until = this.end.asReadonly();

  constructor(private readonly clock: Clock) {}

  /** @param seconds how long, from now on. */
  begin(seconds: number): void {
    this.end.set(new Date(this.clock.now().getTime() + seconds * SECOND));
  }

  over(): void {
    this.end.set(undefined);
  }
}
