// Loads reference data, and in a demonstration invented people, plans and cases: `npm run seed`.
// Running it again changes nothing.
import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { CatalogueMemory } from '../catalogue/catalogue-memory.js';
import { loadReferenceData } from '../catalogue/loading/load-reference-data.js';
import { Clock } from '../platform/clock/clock.js';
import { SettingError } from '../platform/config/setting-error.js';
import { readSettings } from '../platform/config/settings.js';
import { OutboxWorker } from '../platform/outbox/outbox-worker.js';
import { seedDemo } from './demo/seed-demo.js';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

try {
  const settings = readSettings({
    PORT: '0',
    ...process.env,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  });
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: ['error', 'warn'],
  });
  const directory = process.env['KAOPU_REFERENCE_DATA'] ?? join('tools', 'reference-data');
  const changed = await loadReferenceData(
    app.get(DataSource),
    { directory, withDemo: settings.demo },
    app.get(Clock),
  );
  app.get(CatalogueMemory).forget();
  say(`Reference data: ${changed} rows added or changed.`);
  if (settings.demo) {
    await seedDemo(app, directory, say);
    await app.get(OutboxWorker).drain();
  }
  await app.close();
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
