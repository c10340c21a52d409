// Brings the database of DATABASE_URL to this version's schema: `npm run migrate`.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { checkDatabase, UnsuitableDatabase } from '../platform/database/database-check.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('DATABASE_URL is not set (mysql://user:password@host:port/database).\n');
  process.exit(2);
}
const dataSource = new DataSource(dataSourceOptions(url));
try {
  await dataSource.initialize();
  await checkDatabase(dataSource);
  const count = await migrate(dataSource);
  process.stdout.write(
    count > 0 ? `${count} migrations applied.\n` : 'The database is up to date.\n',
  );
} catch (error) {
  if (!(error instanceof UnsuitableDatabase)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  if (dataSource.isInitialized) await dataSource.destroy();
}
