import { defineConfig, devices } from '@playwright/test';

/** Journeys against the built server and web app, on a database of their own. */
export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.e2e.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  // A whole journey takes 2 minutes on two quiet cores; a busy machine is no failure.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    // Set by the set-up, before the workers read this file again.
    ...(process.env['KAOPU_E2E_URL'] && { baseURL: process.env['KAOPU_E2E_URL'] }),
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // Recording slows every step; KAOPU_TRACE=1 is for looking into a failure.
    trace: process.env['KAOPU_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    ...(process.env['KAOPU_CHROMIUM'] && {
      launchOptions: { executablePath: process.env['KAOPU_CHROMIUM'] },
    }),
  },
  projects: [
    {
      name: 'desktop',
      use: { viewport: { width: 1280, height: 900 } },
      testIgnore: '**/*.phone.e2e.ts',
    },
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } },
      testMatch: '**/*.phone.e2e.ts',
    },
  ],
});
