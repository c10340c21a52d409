import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface WireAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const TIMEOUT_MS = 30_000;

function wire({ method, path, headers, body }: WireRequest): Buffer {
  const content = typeof body === 'string' ? Buffer.from(body) : body;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}content-length: ${content.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content]);
}

/** One keep-alive connection that asks and waits; light, because it shares the cores with the servers. */
export class Connection {
  private buffer: Buffer = Buffer.alloc(0);
  private waiting: {
    resolve: (answer: WireAnswer) => void;
    reject: (error: Error) => void;
  } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('No answer within 30 s.')));
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: WireRequest): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(wire(request));
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.buffer = this.buffer.length === 0 ? chunk : Buffer.concat([this.buffer, chunk]);
    const answer = this.whole();
    if (!answer || !this.waiting) return;
    const { resolve } = this.waiting;
    this.waiting = null;
    resolve(answer);
  }

  private whole(): WireAnswer | null {
    const headEnd = this.buffer.indexOf(HEAD_END);
    if (headEnd < 0) return null;
    const head = this.buffer.toString('latin1', 0, headEnd).toLowerCase();
    const start = headEnd + HEAD_END.length;
    const status = Number(head.slice(9, 12));
    const length = /\ncontent-length: *(\d+)/.exec(head)?.[1];
    const end = length === undefined ? this.chunksEnd(start) : start + Number(length);
    if (end === null || this.buffer.length < end) return null;
    const raw = this.buffer.subarray(start, end);
    this.buffer = this.buffer.subarray(end);
    return { status, body: length === undefined ? joined(raw) : raw };
  }

  /** Where a chunked body ends; null while it is not whole. */
  private chunksEnd(start: number): number | null {
    for (let at = start; ;) {
      const lineEnd = this.buffer.indexOf('\r\n', at);
      if (lineEnd < 0) return null;
      const size = Number.parseInt(this.buffer.toString('latin1', at, lineEnd), 16);
      at = lineEnd + 2 + size + 2;
      if (at > this.buffer.length) return null;
      if (size === 0) return at;
    }
  }
}

function joined(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.toString('latin1', at, lineEnd), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(raw.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

/** Ends after so many requests or so many seconds, whichever comes first. */
export interface LoadBounds {
  readonly connections: number;
  readonly requests: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly answered: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/** Closed loop: every connection asks again as soon as it is answered. */
export async function load(
  port: number,
  { connections, requests, seconds }: LoadBounds,
  next: () => WireRequest,
  check: (answer: WireAnswer) => void,
): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let started = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (started < requests && performance.now() < until) {
        started += 1;
        const asked = performance.now();
        check(await connection.ask(next()));
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  open.forEach((connection) => connection.close());
  return { answered: latencies.length, seconds: took, latencies: latencies.sort((a, b) => a - b) };
}
