import { Injectable } from '@nestjs/common';

const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The only source of the present moment; tests put another in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Shanghai, `YYYY-MM-DD`: the calendar every deadline is read in. */
  today(): string {
    return SHANGHAI.format(this.now());
  }
}
