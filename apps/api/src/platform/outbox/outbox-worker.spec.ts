import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from '../clock/clock.js';
import { OutboxHandlers } from './outbox-handlers.js';
import { OutboxWorker } from './outbox-worker.js';

describe('The outbox worker without a database', () => {
  const dataSource = new DataSource({ type: 'mysql' });
  let transaction: ReturnType<typeof neverAnswering>;
  let worker: OutboxWorker;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
    transaction = neverAnswering();
    worker = new OutboxWorker(dataSource, new Clock(), new OutboxHandlers());
  });
  afterEach(async () => {
    await worker.onApplicationShutdown();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  /** Only this is asked of it before there is a row. */
  const neverAnswering = () =>
    vi.spyOn(dataSource, 'transaction').mockRejectedValue(new Error('no database'));

  const looksIn = async (milliseconds: number): Promise<number> => {
    transaction.mockClear();
    await vi.advanceTimersByTimeAsync(milliseconds);
    return transaction.mock.calls.length;
  };

  it('looks less and less often, and as often as before once it answers', async () => {
    worker.onApplicationBootstrap();
    await looksIn(10_000);
    // Both lanes, every four seconds.
    expect(await looksIn(40_000)).toBe(20);
    transaction.mockResolvedValue(null);
    await looksIn(4000);
    expect(await looksIn(10_000)).toBe(40);
  });
});
