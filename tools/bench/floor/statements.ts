import { createPool, type ExecuteValues, type Pool, type PoolConnection } from 'mysql2/promise';

/** Prepared statements over a pool, nothing else. */
export class Statements {
  readonly pool: Pool;

  constructor(url: string) {
    const { hostname, port, username, password, pathname } = new URL(url);
    this.pool = createPool({
      host: hostname,
      port: Number(port),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: pathname.slice(1),
      timezone: 'Z',
      charset: 'utf8mb4_bin',
      dateStrings: ['DATE'],
      supportBigNumbers: true,
      connectionLimit: 20,
    });
  }

  async rows<Row>(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const [rows] = await this.pool.execute(sql, [...values] as ExecuteValues);
    return rows as Row[];
  }

  async transaction<Result>(work: (em: PoolConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.pool.getConnection();
    try {
      await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
      await connection.beginTransaction();
      const result = await work(connection);
      await connection.commit();
      return result;
    } catch (error) {
      await connection.rollback();
      throw error;
    } finally {
      connection.release();
    }
  }
}

/** One statement inside a transaction. */
export async function within<Row>(
  connection: PoolConnection,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const [rows] = await connection.execute(sql, [...values] as ExecuteValues);
  return rows as Row[];
}

/** `?, ?, ?` for as many values. */
export const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
