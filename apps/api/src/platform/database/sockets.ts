import { connect, type Socket } from 'node:net';
import type { ConnectionOptions } from 'mysql2';

/** A connection to the database server as mysql2 would open it itself. */
export function openSocket({ socketPath, port, host }: ConnectionOptions): Socket {
  if (socketPath !== undefined) return connect(socketPath);
  return connect({
    port: port ?? 3306,
    host: host ?? 'localhost',
    keepAlive: true,
    noDelay: true,
  });
}

/**
 * The sockets of a pool, also those whose connection is only being made. mysql2 can be told to let go
 * of a connection, but then whoever waits for an answer on it is never told; breaking its socket tells them.
 */
export class PoolSockets {
  private readonly open = new Set<Socket>();

  /** The option `stream` of a pool. */
  readonly connect = ({ config }: { readonly config: ConnectionOptions }): Socket => {
    const socket = openSocket(config);
    this.open.add(socket);
    return socket.once('close', () => this.open.delete(socket));
  };

  breakOff(reason: () => Error): void {
    for (const socket of this.open) socket.destroy(reason());
  }
}
