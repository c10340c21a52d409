import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Connection } from '../measure/http-load.js';

const PROFILER = './dist/bench/profiler.js';
const READY_MS = 60_000;
const STOP_MS = 30_000;

export interface ServerPlan {
  readonly name: string;
  /** The built program. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  readonly readyPath: string;
  /** Where the program's CPU profile is written when SIGWINCH has come twice. */
  readonly profile?: string;
}

/** One of the servers under measurement, a process of its own on a port of its own. */
export class Server {
  private constructor(
    readonly name: string,
    readonly port: number,
    /** Milliseconds from the start of the process to its first good answer. */
    readonly startMs: number,
    private readonly child: ChildProcess,
    private readonly ended: Promise<void>,
  ) {}

  /** Starts the CPU profile, or ends and writes it. */
  signalProfiler(): void {
    this.child.kill('SIGWINCH');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static async start(plan: ServerPlan, folder: string): Promise<Server> {
    const { name, program, env, readyPath, profile } = plan;
    const port = await freePort();
    mkdirSync(folder, { recursive: true });
    const log = join(folder, `${name}-${port}.log`);
    const file = openSync(log, 'w', 0o600);
    const began = performance.now();
    const child = spawn(process.execPath, [...(profile ? ['--import', PROFILER] : []), program], {
      env: {
        ...process.env,
        ...env,
        ...(profile && { BENCH_PROFILE: profile }),
        PORT: String(port),
        NODE_ENV: 'production',
      },
      stdio: ['ignore', file, file],
    });
    closeSync(file);
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    while (!(await isReady(port, readyPath))) {
      if (child.exitCode !== null || performance.now() - began > READY_MS) {
        child.kill('SIGKILL');
        throw new Error(`${name} did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return new Server(name, port, performance.now() - began, child, ended);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }
}

async function isReady(port: number, path: string): Promise<boolean> {
  try {
    const connection = await Connection.open(port);
    const { status } = await connection.ask({ method: 'GET', path, headers: {}, body: '' });
    connection.close();
    return status === 200;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : 0),
      );
    });
  });
}
