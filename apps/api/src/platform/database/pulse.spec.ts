import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOOK_EVERY_MILLISECONDS, Pulse, type Questioner } from './pulse.js';

/** A database that answers at once, until it is frozen; it answers late when it thaws. */
class Database implements Questioner {
  isFrozen = false;
  connections = 1;
  private pending: (() => void) | null = null;

  ask(answered: () => void): void {
    this.pending = answered;
    if (!this.isFrozen) this.answer();
  }

  forget(): void {
    this.pending = null;
    this.connections++;
  }

  thaw(): void {
    this.isFrozen = false;
    this.answer();
  }

  private answer(): void {
    const answered = this.pending;
    this.pending = null;
    answered?.();
  }
}

describe('The pulse of a database', () => {
  let database: Database;
  let told: boolean[];
  let pulse: Pulse;
  beforeEach(() => {
    vi.useFakeTimers();
    database = new Database();
    told = [];
    pulse = new Pulse(database, (isFrozen) => told.push(isFrozen));
  });
  afterEach(() => {
    pulse.stop();
    vi.useRealTimers();
  });

  it('is there as long as every question is answered', () => {
    vi.advanceTimersByTime(60_000);
    expect(pulse.isFrozen).toBe(false);
    expect(told).toEqual([]);
  });

  it.each([1, 250, 499])(
    'is missed within two seconds, whenever it stops (%i ms after a look)',
    (after) => {
      vi.advanceTimersByTime(10 * LOOK_EVERY_MILLISECONDS + after);
      database.isFrozen = true;
      vi.advanceTimersByTime(2000);
      expect(pulse.isFrozen).toBe(true);
      expect(told).toEqual([true]);
    },
  );

  it('is not missed for less than a second and a half', () => {
    vi.advanceTimersByTime(LOOK_EVERY_MILLISECONDS);
    database.isFrozen = true;
    vi.advanceTimersByTime(1499);
    database.thaw();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
  });

  it('is back with the first answer, however late', () => {
    database.isFrozen = true;
    vi.advanceTimersByTime(7000);
    database.thaw();
    expect(pulse.isFrozen).toBe(false);
    expect(told).toEqual([true, false]);
  });

  it('is looked for on a new connection when the old one stays silent', () => {
    database.isFrozen = true;
    vi.advanceTimersByTime(25_000);
    expect(database.connections).toBe(3);
    database.thaw();
    expect(told).toEqual([true, false]);
  });

  it('is not looked for any more once it is stopped', () => {
    pulse.stop();
    database.isFrozen = true;
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual([]);
  });
});
