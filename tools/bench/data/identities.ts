import { SeededRandom } from '../../../apps/api/src/catalogue/demo/seeded-random.js';

/** Ids that rise like UUIDv7 (rows lie in order of creation) and are the same in every run. */
export class SeededIds {
  private count = 0;
  private readonly random: SeededRandom;

  constructor(
    seed: number,
    private readonly startMs: number,
  ) {
    this.random = new SeededRandom(seed);
  }

  next(): string {
    this.count += 1;
    const time = (this.startMs + this.count).toString(16).padStart(12, '0');
    const low = (): string =>
      Math.floor(this.random.next() * 0x10000)
        .toString(16)
        .padStart(4, '0');
    const variant = (0x8000 + Math.floor(this.random.next() * 0x4000)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${low().slice(1)}-${variant}-${low()}${low()}${low()}`;
  }
}
