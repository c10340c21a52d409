import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce, WORKERS } from './system.ts';

interface Bootstrap {
  startDatabase(options: {
    dataDir: string;
    isThrowaway: boolean;
  }): Promise<{ url: string; stop(): Promise<void> }>;
  ensureSecrets(dataDir: string): string;
}

const READY_SECONDS = 60;

/**
 * Brings up, for each worker, a system with a database and demo data of its own; `system.ts` tells a
 * worker which is its.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'kaopu-e2e-'));
  const { startDatabase, ensureSecrets } = await bootstrap();
  const given = process.env['TEST_DATABASE_URL'];
  const own = given ? null : await startDatabase({ dataDir: folder, isThrowaway: true });
  const servers: ChildProcess[] = [];
  const tearDown = async (): Promise<void> => {
    await Promise.all(servers.map(stop));
    await own?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const secrets = ensureSecrets(folder);
    const systems = Array.from({ length: WORKERS }, async (_, worker) => {
      const name = `system_${worker}`;
      const port = await freePort();
      const dataDir = join(folder, name);
      mkdirSync(dataDir);
      const env = {
        ...process.env,
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${port}`,
        DATA_DIR: dataDir,
        DATABASE_URL: await emptyDatabase(own?.url ?? given ?? '', `kaopu_e2e_${name}`),
        KAOPU_SECRETS_FILE: secrets,
        KAOPU_WEB_DIR: 'dist/web',
        KAOPU_DEMO: '1',
        // As in production: whatever the web app asks must be one of its own documents.
        KAOPU_DOCUMENTS: 'trusted',
        LOG_LEVEL: 'warn',
      };
      announce(worker, { url: env.PUBLIC_URL, database: env.DATABASE_URL });
      await command('migrate', env);
      await command('seed', env);
      const server = start('main', env);
      servers.push(server);
      await ready(env.PUBLIC_URL, server);
    });
    const ends = await Promise.allSettled(systems);
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function bootstrap(): Promise<Bootstrap> {
  const from = (name: string): string =>
    new URL(`../../../tools/bootstrap/${name}.mjs`, import.meta.url).href;
  const database = (await import(from('database'))) as Pick<Bootstrap, 'startDatabase'>;
  const secrets = (await import(from('secrets'))) as Pick<Bootstrap, 'ensureSecrets'>;
  return { startDatabase: database.startDatabase, ensureSecrets: secrets.ensureSecrets };
}

/** A database beside the one named, made afresh. */
async function emptyDatabase(base: string, name: string): Promise<string> {
  const { createConnection } = await import('mysql2/promise');
  const url = new URL(base);
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  });
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.end();
  url.pathname = `/${name}`;
  return url.toString();
}

function start(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [`dist/api/${name}.js`], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function command(name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [status] = (await once(start(name, env), 'exit')) as [number | null];
  if (status !== 0) throw new Error(`dist/api/${name}.js ended with ${String(status)}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (let second = 0; second < READY_SECONDS * 2; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error(`the server was not ready within ${READY_SECONDS} s`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await Promise.race([ended, sleep(15_000)]);
  server.kill('SIGKILL');
}
