import { Service } from '@angular/core';

/** The only place where the client asks what time it is, so that tests can set it. */
@Service()
export class Clock {
  now(): Date {
    return new Date();
  }
}
