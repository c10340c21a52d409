import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STOPPING_MILLISECONDS = 100;

interface StartedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** A database server that is nobody else's, in a folder that goes with it. */
export class OwnDatabase {
  private constructor(
    private readonly dataDir: string,
    private readonly started: StartedDatabase,
  ) {}

  static async start(): Promise<OwnDatabase> {
    const bootstrap = new URL('../../../../tools/bootstrap/database.mjs', import.meta.url).href;
    const { startDatabase } = (await import(bootstrap)) as {
      startDatabase(options: { dataDir: string; isThrowaway: boolean }): Promise<StartedDatabase>;
    };
    const dataDir = mkdtempSync(join(tmpdir(), 'kaopu-test-'));
    return new OwnDatabase(dataDir, await startDatabase({ dataDir, isThrowaway: true }));
  }

  get url(): string {
    return this.started.url;
  }

  /** A server in a container is no process of this machine's. */
  get canFreeze(): boolean {
    return existsSync(this.pidFile);
  }

  /** It keeps its connections and whatever is sent to it, and does nothing. */
  freeze(): void {
    this.signal('SIGSTOP');
    // Its threads stop one after the other; what is asked next must not overtake that.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STOPPING_MILLISECONDS);
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.canFreeze) this.thaw();
    await this.started.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private signal(name: NodeJS.Signals): void {
    process.kill(Number(readFileSync(this.pidFile, 'utf8')), name);
  }

  private get pidFile(): string {
    return join(this.dataDir, 'db', 'pid');
  }
}
