import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Settings } from '../../src/platform/config/settings.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { createAdapter, prepare } from '../../src/server.js';
import { ApiClient } from './api-client.js';
import { FakeClock } from './fake-clock.js';
import { markRequests } from './request-marks.js';
import { testSettings } from './test-settings.js';

/** The day all tests start on, 10:00 in Shanghai. */
export const TEST_NOW = '2026-11-24T02:00:00.000Z';

/** The whole API on a database of its own, asked over HTTP; the clock stands still. */
export class ApiHarness {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: FakeClock,
    readonly baseUrl: string,
    readonly db: DataSource,
  ) {}

  /**
   * @param changes what of the settings is another than in most tests.
   * @param server the database server, for tests that do something to it; else the one of all tests.
   */
  static async start(
    changes: Partial<Settings> = {},
    server = process.env['TEST_DATABASE_URL'],
  ): Promise<ApiHarness> {
    const settings = { ...testSettings(await freshDatabase(server)), ...changes };
    const clock = new FakeClock(new Date(TEST_NOW));
    const module = await Test.createTestingModule({ imports: [AppModule.with(settings)] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(createAdapter(settings), {
      logger: false,
    });
    markRequests(app.getHttpAdapter().getInstance());
    await prepare(app, settings);
    await app.listen(0, '127.0.0.1');
    return new ApiHarness(app, clock, await app.getUrl(), app.get(DataSource));
  }

  /** A browser nobody has signed in with yet. */
  browser(): ApiClient {
    return new ApiClient(this.baseUrl);
  }

  /** Delivers what is waiting in the outbox. */
  async deliver(): Promise<void> {
    await this.app.get(OutboxWorker).drain();
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}

/** Drops, creates and migrates this worker's database. */
async function freshDatabase(base: string | undefined): Promise<string> {
  if (!base) throw new Error('TEST_DATABASE_URL is not set; global-setup.ts sets it.');
  const url = new URL(base);
  const name = `kaopu_test_${process.env['VITEST_POOL_ID'] ?? '0'}`;
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  });
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.end();
  url.pathname = `/${name}`;
  const dataSource = await new DataSource(dataSourceOptions(url.toString())).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  return url.toString();
}
