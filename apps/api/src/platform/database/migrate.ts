import type { DataSource } from 'typeorm';

const LOCK = 'kaopu_migrations';
const LOCK_SECONDS = 120;

/** Runs pending migrations once, however many processes start together. @returns how many ran. */
export async function migrate(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner();
  try {
    const [lock] = (await runner.query('SELECT GET_LOCK(?, ?) AS got', [LOCK, LOCK_SECONDS])) as {
      got: string | number | null;
    }[];
    if (Number(lock?.got) !== 1)
      throw new Error('Another process is still migrating the database.');
    return (await dataSource.runMigrations({ transaction: 'none' })).length;
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [LOCK]);
    await runner.release();
  }
}
