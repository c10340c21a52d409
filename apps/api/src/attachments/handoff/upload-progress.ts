const REPORT_MILLISECONDS = 300;

/**
 * How much of one file has arrived, for the desktop to see. Written one after the other and a few
 * times a second at most, so that the file never waits for it; a lost write is made up for by the
 * next one.
 */
export class UploadProgress {
  private last = -Infinity;
  private isOver = false;
  private written: Promise<unknown> = Promise.resolve();

  /** @param write takes 0–100. */
  constructor(private readonly write: (percent: number) => Promise<unknown>) {}

  report(percent: number): void {
    const now = performance.now();
    if (this.isOver || now - this.last < REPORT_MILLISECONDS) return;
    this.last = now;
    this.written = this.written.then(() => this.write(percent)).catch(() => undefined);
  }

  /**
   * Nothing is written any more once this is through: what is decided about the file is never
   * overtaken by a percentage that was on its way, or by the rest of a file refused half-read.
   */
  async end(): Promise<void> {
    this.isOver = true;
    await this.written;
  }
}
