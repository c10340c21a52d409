import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { accident } from '../../platform/graphql/accident.js';
import { refusal } from '../file-refusal.js';
import { DecodeWorker } from './decode-worker.js';
import type { Examination, ExaminationOrder } from './examination.js';

const PARALLEL = 2;
const WAITING = 64;
const LIMIT_MILLISECONDS = 10_000;
const REST_MILLISECONDS = 60_000;

/**
 * Decodes uploaded files outside of this process: at most two at once, ten seconds each
 * (security.md P15). A file that kills its decoder is refused and harms nobody else.
 */
@Injectable()
export class FileDecoder implements OnApplicationShutdown {
  private readonly resting: DecodeWorker[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private restTimer: NodeJS.Timeout | undefined;

  /** @throws SERVICE_UNAVAILABLE when too many files wait already. */
  async examine(order: ExaminationOrder): Promise<Examination> {
    await this.takeTurn();
    try {
      const worker = this.rested() ?? (await DecodeWorker.start());
      const outcome = await worker.run(order, LIMIT_MILLISECONDS);
      if (outcome !== 'DIED') {
        this.resting.push(worker);
        return outcome;
      }
    } finally {
      this.passTurn();
    }
    // A code that takes too long to find is one that cannot be read; the file may be sound.
    if (order.readsCodes) return this.examine({ ...order, readsCodes: false });
    return refusal('FILE_BROKEN', 'file.tooComplex');
  }

  onApplicationShutdown(): void {
    clearTimeout(this.restTimer);
    this.dismiss();
  }

  /** A process that is still there; one that died at rest is forgotten. */
  private rested(): DecodeWorker | undefined {
    let worker = this.resting.pop();
    while (worker && !worker.isAlive) worker = this.resting.pop();
    return worker;
  }

  private async takeTurn(): Promise<void> {
    clearTimeout(this.restTimer);
    if (this.busy < PARALLEL) {
      this.busy++;
      return;
    }
    if (this.waiting.length >= WAITING) throw accident('SERVICE_UNAVAILABLE');
    await new Promise<void>((resolve) => void this.waiting.push(resolve));
  }

  /** Hands the turn to the next in line, or lets idle processes go after a minute. */
  private passTurn(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.busy--;
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.dismiss(), REST_MILLISECONDS).unref();
  }

  private dismiss(): void {
    for (const worker of this.resting.splice(0)) worker.stop();
  }
}
