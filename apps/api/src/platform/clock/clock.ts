import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@kaopu/domain';

/** The only source of the present moment; tests put another in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Shanghai, `YYYY-MM-DD`: the calendar every deadline is read in. */
  today(): string {
    return shanghaiDate(this.now());
  }
}
