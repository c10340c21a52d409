import { Pipe, type PipeTransform } from '@angular/core';
import { shanghaiDate } from '@kaopu/domain';

/** The last day of a deadline. Deadlines close at 24:00 in Shanghai, which is the first instant of the next day. */
@Pipe({ name: 'lastDay' })
export class LastDayPipe implements PipeTransform {
  transform(closesAt: string): string {
    return shanghaiDate(new Date(new Date(closesAt).getTime() - 1));
  }
}
