import { vi } from 'vitest';

/** Below the time limit of a test (patience.ts): a busy machine loads a part of the app for longer than the usual second. */
const LONGEST_MILLISECONDS = 20_000;

/** Until `check` passes. @throws what it threw last. */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: LONGEST_MILLISECONDS });
