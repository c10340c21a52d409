import { Pipe, type PipeTransform } from '@angular/core';

const FORMATS = {
  date: new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }),
  minute: new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }),
  clock: new Intl.DateTimeFormat('en-CA', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }),
};

/**
 * An instant as people in China read it: `2026-03-27 10:32`, always Shanghai time, alike in both languages.
 * `'date'` leaves the time of day away, `'clock'` the date. Nothing for a missing instant.
 */
@Pipe({ name: 'kpTime' })
export class ShanghaiTime implements PipeTransform {
  transform(
    instant: string | Date | null | undefined,
    format: keyof typeof FORMATS = 'minute',
  ): string {
    if (instant === null || instant === undefined || instant === '') {
      return '';
    }
    return FORMATS[format].format(new Date(instant)).replace(', ', ' ');
  }
}
