import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';

/** Twice the longest request: an older file belongs to a dead process of another machine. */
const UPLOAD_MILLISECONDS = 120_000;
/** What Node reads `os.tmpdir()` from, on Unix and on Windows. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const;

/**
 * Where graphql-upload writes files while they arrive: a private folder of this process under
 * DATA_DIR, instead of the machine's shared one. A process that was killed leaves its folder; the
 * next one to start removes it (security.md §0.12). graphql-upload asks for the temporary folder
 * at each file, so setting TMPDIR before the first request is early enough.
 */
@Injectable()
export class UploadFolder implements OnModuleInit, OnApplicationShutdown {
  private readonly root: string;
  readonly path: string;
  private readonly outer = VARIABLES.map((name) => process.env[name]);

  constructor(@Inject(SETTINGS) { dataDir }: Settings) {
    this.root = join(dataDir, 'uploads');
    this.path = join(this.root, `${hostname()}-${process.pid}`);
  }

  async onModuleInit(): Promise<void> {
    mkdirSync(this.root, { recursive: true });
    await rm(this.path, { recursive: true, force: true });
    await this.sweep();
    mkdirSync(this.path, { recursive: true, mode: 0o700 });
    for (const name of VARIABLES) process.env[name] = this.path;
  }

  async onApplicationShutdown(): Promise<void> {
    VARIABLES.forEach((name, index) => {
      const value = this.outer[index];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    });
    await rm(this.path, { recursive: true, force: true });
  }

  /** Removes what processes left that are no more; called at start and every minute. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.root)) {
      const folder = join(this.root, name);
      if (folder === this.path) continue;
      if (isOfDeadProcess(name)) await rm(folder, { recursive: true, force: true });
      else await removeOldFiles(folder);
    }
  }
}

function isOfDeadProcess(name: string): boolean {
  const dash = name.lastIndexOf('-');
  return name.slice(0, dash) === hostname() && !isRunning(Number(name.slice(dash + 1)));
}

/** By the machine's time, not our Clock: it is compared with what the file system wrote. */
async function removeOldFiles(folder: string): Promise<void> {
  const now = performance.timeOrigin + performance.now();
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && now - found.mtimeMs > UPLOAD_MILLISECONDS) await rm(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
