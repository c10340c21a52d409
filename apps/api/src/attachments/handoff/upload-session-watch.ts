import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import DataLoader from 'dataloader';
import { isLive } from './upload-session-state.js';
import { UploadSessionQueries, type UploadSessionNow } from './upload-session.queries.js';

const LOOK_MILLISECONDS = 400;
/** Tabs and reloads of one desktop; more is somebody who wants our sockets. */
const MAX_WATCHERS = 4;

/**
 * Watches sessions in the database, where every process sees them: one statement a look for all
 * that are watched in this process, however many, and none while nobody watches.
 */
@Injectable()
export class UploadSessionWatch implements OnApplicationShutdown {
  private readonly loader: DataLoader<string, UploadSessionNow | null>;
  private next: Promise<void> | undefined;
  private stopped = false;
  private readonly watchers = new Map<string, number>();

  constructor(queries: UploadSessionQueries) {
    this.loader = new DataLoader(
      async (ids: readonly string[]) => {
        const found = await queries.byIds(ids);
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache: false },
    );
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }

  isCrowded(id: string): boolean {
    return (this.watchers.get(id) ?? 0) >= MAX_WATCHERS;
  }

  /** The session now and after every change, until it is over. */
  async *changes(id: string): AsyncGenerator<UploadSessionNow> {
    this.watchers.set(id, (this.watchers.get(id) ?? 0) + 1);
    try {
      yield* this.looks(id);
    } finally {
      const left = (this.watchers.get(id) ?? 1) - 1;
      if (left > 0) this.watchers.set(id, left);
      else this.watchers.delete(id);
    }
  }

  private async *looks(id: string): AsyncGenerator<UploadSessionNow> {
    let told = '';
    while (!this.stopped) {
      const session = await this.loader.load(id);
      if (!session) return;
      const { state, percent, phoneDevice, turnedAway } = session;
      const news = [state, percent, phoneDevice, turnedAway].join('|');
      if (news !== told) yield session;
      if (!isLive(state)) return;
      told = news;
      await this.nextLook();
    }
  }

  /** One pause for everybody, so that they look together. */
  private nextLook(): Promise<void> {
    this.next ??= new Promise((resolve) => {
      setTimeout(() => {
        this.next = undefined;
        resolve();
      }, LOOK_MILLISECONDS);
    });
    return this.next;
  }
}
