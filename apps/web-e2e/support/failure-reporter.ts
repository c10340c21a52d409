import { readFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const LINES = 150;

/**
 * Prints what stood on the page when a journey failed: where the checks run, nothing but what they
 * printed may be left.
 */
export default class FailureReporter implements Reporter {
  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, { attachments, status }: TestResult): void {
    if (status === test.expectedStatus) return;
    for (const { name, path } of attachments) {
      if (name !== 'error-context' || path === undefined) continue;
      const [, page = ''] = readFileSync(path, 'utf8').split('```yaml\n');
      const shown = page.split('\n').slice(0, LINES).join('\n');
      process.stdout.write(`\nThe page when “${test.title}” failed:\n${shown}\n`);
    }
  }
}
