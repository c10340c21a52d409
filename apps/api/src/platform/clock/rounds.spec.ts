import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROUND_MILLISECONDS, Rounds } from './rounds.js';

describe('Rounds', () => {
  let rounds: Rounds;
  beforeEach(() => {
    vi.useFakeTimers();
    rounds = new Rounds();
  });
  afterEach(async () => {
    await rounds.onApplicationShutdown();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * ROUND_MILLISECONDS);

  it('come every minute while the application is up', async () => {
    const round = vi.fn(() => Promise.resolve());
    rounds.register('one', round);
    await minutes(2);
    expect(round).not.toHaveBeenCalled();
    rounds.onApplicationBootstrap();
    await minutes(3);
    expect(round).toHaveBeenCalledTimes(3);
    await rounds.onApplicationShutdown();
    await minutes(3);
    expect(round).toHaveBeenCalledTimes(3);
  });

  it('go on after one that failed, which is logged and keeps no other from coming', async () => {
    const warned = vi.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    const thrown = new Error('no database');
    const failing = vi.fn(() => Promise.reject(thrown));
    const other = vi.fn(() => Promise.resolve());
    rounds.register('failing', failing);
    rounds.register('other', other);
    rounds.onApplicationBootstrap();
    await minutes(2);
    expect(failing).toHaveBeenCalledTimes(2);
    expect(other).toHaveBeenCalledTimes(2);
    expect(warned).toHaveBeenCalledWith({ err: thrown });
  });

  it('are not joined by a second of the same, and are waited for at the end', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const long = vi.fn(() => promise);
    rounds.register('long', long);
    rounds.onApplicationBootstrap();
    await minutes(3);
    expect(long).toHaveBeenCalledTimes(1);
    let isOver = false;
    const over = rounds.onApplicationShutdown().then(() => (isOver = true));
    await minutes(1);
    expect(isOver).toBe(false);
    resolve(undefined);
    await over;
  });

  it('have a name each', () => {
    rounds.register('one', () => Promise.resolve());
    expect(() => rounds.register('one', () => Promise.resolve())).toThrow('Two rounds');
  });
});
