import type { Socket } from 'node:net';
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2';
import type { Questioner } from './pulse.js';
import { openSocket } from './sockets.js';

/** Asks the server by a ping on a connection of its own, which no statement and no lock can hold up. */
export class PingConnection implements Questioner {
  private connection: Connection | null = null;
  private socket: Socket | null = null;

  constructor(private readonly options: ConnectionOptions) {}

  /** A server that refuses or hangs up is not silent: whoever asks it for work is told so at once. */
  ask(answered: () => void): void {
    const connection = (this.connection ??= this.open());
    connection.ping((error) => {
      if (connection !== this.connection) return;
      if (error) this.forget();
      answered();
    });
  }

  forget(): void {
    this.connection = null;
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Connection {
    this.socket = openSocket(this.options);
    const connection = createConnection({
      ...this.options,
      stream: this.socket,
      // How long silence may last is the pulse's to say; an error of ours would look like an answer.
      connectTimeout: 0,
    });
    connection.on('error', () => {
      if (connection === this.connection) this.forget();
    });
    return connection;
  }
}
