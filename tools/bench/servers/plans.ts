import { join } from 'node:path';
import type { ServerPlan } from './server.js';
import { STOCK_SECRET } from './tokens.js';

/** Kaopu as it ships: the same build, every check on. */
export const kaopuPlan = (
  url: string,
  folder: string,
  publicUrl: string,
  dist = 'dist/api',
): ServerPlan => ({
  name: 'kaopu',
  program: `${dist}/main.js`,
  readyPath: '/health/ready',
  env: {
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    PUBLIC_URL: publicUrl,
    DATA_DIR: join(folder, 'kaopu'),
    LOG_LEVEL: 'info',
    // Lets one machine stand for many people behind a proxy, each with limits of their own.
    TRUST_PROXY: '1',
    // The benchmark asks documents of its own beside those of the web app.
    KAOPU_DOCUMENTS: 'any',
  },
});

export const floorPlan = (url: string, folder: string): ServerPlan => ({
  name: 'floor',
  program: 'dist/bench/floor.js',
  readyPath: '/',
  env: { DATABASE_URL: url, DATA_DIR: folder },
});

export const stockPlan = (url: string): ServerPlan => ({
  name: 'stock',
  program: 'dist/bench/stock.js',
  readyPath: '/health/ready',
  env: { DATABASE_URL: url, BENCH_JWT_SECRET: STOCK_SECRET },
});
