import { Service, signal } from '@angular/core';

/**
 * The ID number somebody types, carried from one way of logging in to the other. In memory only,
 * because it is personal; forgotten once they are signed in.
 */
@Service()
export class LogInNumber {
  readonly typed = signal('');
}
