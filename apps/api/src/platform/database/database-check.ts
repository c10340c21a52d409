import type { DataSource } from 'typeorm';

/** The database is not one we can be exact on; `message` tells the operator what to change. */
export class UnsuitableDatabase extends Error {}

interface Variables {
  readonly version: string;
  readonly sql_mode: string;
  readonly charset: string;
  readonly flush: string | number;
}

/** MariaDB ≥ 10.11 or MySQL ≥ 8.0, utf8mb4, strict, flushed at every commit (security.md §4). */
export function databaseFaults({ version, sql_mode, charset, flush }: Variables): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number.parseFloat);
  const isMariaDb = /mariadb/i.test(version);
  const oldest = isMariaDb ? 'MariaDB 10.11' : 'MySQL 8.0';
  const isTooOld = isMariaDb ? major < 10 || (major === 10 && minor < 11) : major < 8;
  return [
    ...(isTooOld ? [`The database is version ${version}; ${oldest} or newer is needed.`] : []),
    ...(charset === 'utf8mb4'
      ? []
      : [`The database's character set is ${charset}; create it with CHARACTER SET utf8mb4.`]),
    ...(/STRICT_(TRANS|ALL)_TABLES/.test(sql_mode)
      ? []
      : ['sql_mode lacks STRICT_TRANS_TABLES; values would be cut silently.']),
    ...(String(flush) === '1'
      ? []
      : ['innodb_flush_log_at_trx_commit must be 1; a crash could lose what was confirmed.']),
  ];
}

/** @throws UnsuitableDatabase listing every fault. */
export async function checkDatabase(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<Variables[]>(
    `SELECT VERSION() AS version, @@SESSION.sql_mode AS sql_mode,
            @@character_set_database AS charset, @@innodb_flush_log_at_trx_commit AS flush`,
  );
  const faults = row ? databaseFaults(row) : ['The database did not tell its version.'];
  if (faults.length > 0) throw new UnsuitableDatabase(faults.join('\n'));
}
