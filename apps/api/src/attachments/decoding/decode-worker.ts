import { fork, type ChildProcess } from 'node:child_process';
import type { Examination, ExaminationOrder } from './examination.js';

const START_MILLISECONDS = 30_000;
const HEAP_MEGABYTES = 256;
/** Resolves `./x.js` to `./x.ts` when the sources run without a build. */
const TYPESCRIPT_LOADER = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) =>
    next(name.startsWith('.') && context.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, context) });
`)}`;

/** What came of an order: an answer, or the process died of it. */
export type DecodeOutcome = Examination | 'DIED';

/**
 * One process that decodes foreign files, one after another. It may read files and load sharp,
 * but neither write files nor start programs, and it knows none of our secrets.
 */
export class DecodeWorker {
  private constructor(private readonly child: ChildProcess) {}

  /** @throws Error when the process does not come up; that is our fault, not the file's. */
  static async start(): Promise<DecodeWorker> {
    const isSource = import.meta.url.endsWith('.ts');
    const entry = new URL(
      isSource ? './decode-process.ts' : './decode-process.js',
      import.meta.url,
    );
    const child = fork(entry, {
      execArgv: [
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        '--permission',
        '--allow-fs-read=*',
        '--allow-addons',
        '--disable-warning=PERM0001',
        ...(isSource ? ['--import', TYPESCRIPT_LOADER] : []),
      ],
      // Windows needs this one to start any program.
      env: { SystemRoot: process.env['SystemRoot'] },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const worker = new DecodeWorker(child);
    if ((await worker.next(START_MILLISECONDS)) === null) {
      worker.stop();
      throw new Error('The decoding process did not start.');
    }
    // A resting process must not keep the server alive.
    child.unref();
    child.channel?.unref();
    return worker;
  }

  /** Kills the process when it has not answered within `milliseconds`. */
  async run(order: ExaminationOrder, milliseconds: number): Promise<DecodeOutcome> {
    this.child.channel?.ref();
    const answer = this.next(milliseconds);
    this.child.send(order, () => undefined);
    const examination = (await answer) as Examination | null;
    this.child.channel?.unref();
    if (examination !== null) return examination;
    this.stop();
    return 'DIED';
  }

  get isAlive(): boolean {
    return this.child.connected;
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  /** The next message, or null when the process ends or the time is over first. */
  private next(milliseconds: number): Promise<unknown> {
    return new Promise((resolve) => {
      const settle = (value: unknown): void => {
        clearTimeout(timer);
        this.child.off('message', settle).off('exit', fail).off('error', fail);
        resolve(value);
      };
      const fail = (): void => settle(null);
      const timer = setTimeout(fail, milliseconds);
      this.child.on('message', settle).on('exit', fail).on('error', fail);
    });
  }
}
