import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

export const ROUND_MILLISECONDS = 60_000;

/** What is looked after again and again; several processes may do so at once. */
export type Round = () => Promise<unknown>;

/**
 * Makes its rounds every minute while the application is up; modules register in `onModuleInit`. One that
 * fails is logged and comes again, one that takes long is not joined by a second, and a shutdown waits
 * for those under way.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds = new Map<string, Round>();
  private readonly running = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  /** @param name for the log. @throws Error when two rounds have one name. */
  register(name: string, round: Round): void {
    if (this.rounds.has(name)) throw new Error(`Two rounds are named ${name}.`);
    this.rounds.set(name, round);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const name of this.rounds.keys()) {
        if (!this.running.has(name)) this.running.set(name, this.make(name));
      }
    }, ROUND_MILLISECONDS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.running.values());
  }

  private async make(name: string): Promise<void> {
    try {
      await this.rounds.get(name)?.();
    } catch (thrown) {
      new Logger(name).warn({ err: thrown });
    } finally {
      this.running.delete(name);
    }
  }
}
