import { Logger } from '@nestjs/common';
import type { Pool, PoolConnection, PoolOptions } from 'mysql2';
import { DatabaseSilent } from './database-errors.js';
import { PingConnection } from './ping-connection.js';
import { Pulse } from './pulse.js';
import { driver } from './session-settings.js';
import { PoolSockets } from './sockets.js';

type Taken = (error: Error | null, connection?: PoolConnection) => void;

/**
 * The part of a mysql2 pool TypeORM uses, and nobody waits for ever: when the database freezes, all
 * who wait for an answer or for a connection are told so, and all who come are, until it answers again.
 * A connection on which something was broken off is never used again.
 */
export class GuardedPool {
  private readonly logger = new Logger('Database');
  private readonly sockets = new PoolSockets();
  private readonly waiting = new Set<Taken>();
  private readonly pool: Pool;
  private readonly pulse: Pulse;

  constructor(options: PoolOptions) {
    this.pool = driver.createPool({ ...options, stream: this.sockets.connect });
    this.pulse = new Pulse(new PingConnection(options), (isFrozen) => this.changed(isFrozen));
  }

  getConnection(taken: Taken): void {
    if (this.pulse.isFrozen) {
      process.nextTick(taken, new DatabaseSilent());
      return;
    }
    this.waiting.add(taken);
    this.pool.getConnection((error, connection) => {
      const isTooLate = !this.waiting.delete(taken);
      if (!isTooLate) taken(error, connection);
      else if (!error) connection.release();
    });
  }

  end(ended: (error: Error | null) => void): void {
    this.pulse.stop();
    this.pool.end(ended);
  }

  private changed(isFrozen: boolean): void {
    if (!isFrozen) {
      this.logger.log('The database answers again.');
      return;
    }
    this.logger.error(
      'The database does not answer; everything that waited for it was broken off.',
    );
    const refused = [...this.waiting];
    this.waiting.clear();
    this.sockets.breakOff(() => new DatabaseSilent());
    for (const taken of refused) taken(new DatabaseSilent());
  }
}

/** What TypeORM needs of mysql2, for the server. */
export const guardedDriver = {
  createPool: (options: PoolOptions): GuardedPool => new GuardedPool(options),
};
