import * as mysql from 'mysql2';

/** Longer than any transaction of ours holds a row; who waits longer waits for a transaction that is stuck. */
const LOCK_WAIT_SECONDS = 10;

/**
 * Said once to every new connection instead of before every transaction: a statement less for each
 * mutation. READ COMMITTED, so that nobody waits for gaps they do not touch.
 */
const SETTINGS = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`,
];

/** What TypeORM needs of mysql2, with our settings on every connection before anybody has it. */
export const driver = {
  createPool(options: mysql.PoolOptions): mysql.Pool {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      for (const sql of SETTINGS) connection.query(sql);
    });
    return pool;
  },
};
