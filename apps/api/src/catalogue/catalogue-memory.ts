import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';

/** As long as sessions are remembered: a change of the catalogue holds in every process by then. */
const KEPT_MILLISECONDS = 5000;

/**
 * Remembers the small tables of the catalogue, which the loader of reference data and administrators change. Every
 * list, rule and verification asks for them; reading them anew was a third of the statements of a list
 * (docs/performance.md).
 */
@Injectable()
export class CatalogueMemory {
  /** Counts how often everything was forgotten. */
  private age = 0;

  constructor(private readonly clock: Clock) {}

  /** `load`, asked at most once in five seconds; a failure is not remembered. */
  kept<Value>(load: () => Promise<Value>): () => Promise<Value> {
    let held: {
      readonly value: Promise<Value>;
      readonly until: number;
      readonly age: number;
    } | null = null;
    return () => {
      const now = this.clock.now().getTime();
      if (held && now < held.until && held.age === this.age) return held.value;
      const value = load();
      const mine = { value, until: now + KEPT_MILLISECONDS, age: this.age };
      held = mine;
      value.catch(() => {
        if (held === mine) held = null;
      });
      return value;
    };
  }

  /** For whoever changes the catalogue in this process. */
  forget(): void {
    this.age += 1;
  }
}
