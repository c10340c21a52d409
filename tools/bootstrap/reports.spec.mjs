import { describe, expect, it } from 'vitest';
import { countReport, summary } from './reports.mjs';

describe('the count of tests', () => {
  it('reads a vitest report', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      success: false,
    };
    expect(countReport(JSON.stringify(report))).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('reads a Playwright report, where a repeated success is a success', () => {
    const report = { stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 }, errors: [] };
    expect(countReport(JSON.stringify(report))).toEqual({ passed: 8, failed: 2, skipped: 3 });
  });

  it.each([
    ['a report that cannot be read', '{'],
    ['a report of an unknown form', '{}'],
    [
      'a test file that does not load',
      JSON.stringify({ numPassedTests: 0, numFailedTests: 0, success: false }),
    ],
    [
      'an error outside of all tests',
      JSON.stringify({ stats: {}, errors: [{ message: 'no server' }] }),
    ],
  ])('counts %s as a failure', (_, text) => {
    expect(countReport(text).failed).toBe(1);
  });

  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, false, '12 passed, 0 failed'],
    [{ passed: 12, failed: 1, skipped: 2 }, true, '12 passed, 1 failed, 2 skipped'],
    [{ passed: 12, failed: 0, skipped: 0 }, true, '12 passed, 1 failed'],
  ])('%o with a failed step: %s ends as "%s"', (count, stepFailed, line) => {
    expect(summary(count, stepFailed)).toBe(line);
  });
});
