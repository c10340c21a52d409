import { defineConfig, devices } from '@playwright/test';
import { ownSystem, WORKERS } from './support/system.ts';

const system = ownSystem();

/** Journeys against the built server and web app, each worker with a system of its own. */
export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.e2e.ts',
  globalSetup: './support/global-setup.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: WORKERS,
  retries: 0,
  // A whole journey takes 2 minutes on two quiet cores; a busy machine is no failure.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    // Known when a worker reads this file again.
    ...(system && { baseURL: system.url }),
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
