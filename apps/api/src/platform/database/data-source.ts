import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migration-list.js';
import { driver } from './session-settings.js';

/**
 * One set of connection options for the server, the migrations and the tests. `pools` makes the pool:
 * the server guards its own (guarded-pool.ts), a migration rather waits than breaks off half-way.
 */
export function dataSourceOptions(databaseUrl: string, pools: unknown = driver): DataSourceOptions {
  return {
    type: 'mariadb',
    driver: pools,
    url: databaseUrl.replace(/^mysql:/, 'mariadb:'),
    timezone: 'Z',
    charset: 'utf8mb4_bin',
    supportBigNumbers: true,
    dateStrings: ['DATE'],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'none',
    extra: { connectionLimit: 20, connectTimeout: 3000, maxIdle: 5, enableKeepAlive: true },
  };
}
