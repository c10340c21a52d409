import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UploadProgress } from './upload-progress.js';

describe('The progress of an upload', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
  afterEach(() => vi.useRealTimers());

  const slow = (): { written: number[]; progress: UploadProgress } => {
    const written: number[] = [];
    const progress = new UploadProgress(async (percent) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      written.push(percent);
    });
    return { written, progress };
  };

  it('is told at most every 300 ms', async () => {
    const { written, progress } = slow();
    for (const percent of [0, 10, 20, 30, 40, 50, 60]) {
      progress.report(percent);
      vi.advanceTimersByTime(100);
    }
    await vi.runAllTimersAsync();
    expect(written).toEqual([0, 30, 60]);
  });

  it('is over only when what was on its way is written', async () => {
    const { written, progress } = slow();
    progress.report(40);
    const decided = progress.end().then(() => written.push(-1));
    await vi.runAllTimersAsync();
    await decided;
    expect(written).toEqual([40, -1]);
  });

  it('writes nothing of the rest of a file that was refused half-read', async () => {
    const { written, progress } = slow();
    await progress.end();
    progress.report(80);
    await vi.runAllTimersAsync();
    expect(written).toEqual([]);
  });

  it('goes on after a write that was lost', async () => {
    const written: number[] = [];
    const progress = new UploadProgress((percent) => {
      if (percent === 0) return Promise.reject(new Error('gone'));
      written.push(percent);
      return Promise.resolve();
    });
    progress.report(0);
    vi.advanceTimersByTime(300);
    progress.report(50);
    await progress.end();
    expect(written).toEqual([50]);
  });
});
