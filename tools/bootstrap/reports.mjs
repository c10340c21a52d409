/** Adds up what the test runners have written: the JSON reports of vitest and Playwright. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string} folder
 * @returns {string[]} names of the reports in it
 */
export function reportNames(folder) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
}

/**
 * @param {string} folder
 * @returns {Count}
 */
export function countReports(folder) {
  return reportNames(folder)
    .map((name) => countReport(readFileSync(join(folder, name), 'utf8')))
    .reduce(add, NOTHING);
}

/**
 * Counts one report. One that cannot be read, or that failed without naming a test (a file that
 * does not load), counts as one failure: a broken run must never look green.
 *
 * @param {string} text
 * @returns {Count}
 */
export function countReport(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return { ...NOTHING, failed: 1 };
  }
  if (isObject(report.stats)) {
    return countPlaywright(report);
  }
  if (typeof report.numPassedTests === 'number') {
    const count = {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    };
    return report.success === false && count.failed === 0 ? { ...count, failed: 1 } : count;
  }
  return { ...NOTHING, failed: 1 };
}

/** @param {{ stats: Record<string, number>, errors?: unknown[] }} report */
function countPlaywright({ stats, errors = [] }) {
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: (stats.unexpected ?? 0) + errors.length,
    skipped: stats.skipped ?? 0,
  };
}

/**
 * The last line of `npm test`. A step that fails without a failed test (lint, a build) is one
 * failure.
 *
 * @param {Count} count
 * @param {boolean} stepFailed
 */
export function summary(count, stepFailed) {
  const failed = stepFailed && count.failed === 0 ? 1 : count.failed;
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  return `${count.passed} passed, ${failed} failed${skipped}`;
}

/**
 * @param {Count} a
 * @param {Count} b
 * @returns {Count}
 */
function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
