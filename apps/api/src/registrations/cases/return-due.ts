import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDayEnd } from '@kaopu/domain';
import { Dictionaries } from '../../catalogue/dictionaries/dictionaries.js';
import { RuleParametersReader } from '../../catalogue/rules/rule-parameters-reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { VerdictRow } from './case-file.js';

/** Until when a candidate may answer a return: the most generous of the reasons given. */
@Injectable()
export class ReturnDue {
  constructor(
    private readonly dictionaries: Dictionaries,
    private readonly parameters: RuleParametersReader,
    private readonly clock: Clock,
  ) {}

  /** The end (24:00 in Shanghai) of the last day. */
  async of(objections: readonly VerdictRow[]): Promise<Date> {
    const today = this.clock.today();
    const days = [await this.parameters.number('returnDeadlineDays', today)];
    for (const code of new Set(objections.flatMap(({ reasonCode }) => reasonCode ?? []))) {
      const reason = await this.dictionaries.returnReason(code);
      if (reason) days.push(reason.deadlineDays);
    }
    return shanghaiDayEnd(addDays(today, Math.max(...days)));
  }
}
