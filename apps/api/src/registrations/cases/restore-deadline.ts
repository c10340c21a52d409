import { Injectable } from '@nestjs/common';
import { addDays, shanghaiDate, shanghaiDayStart } from '@kaopu/domain';
import { RuleParametersReader } from '../../catalogue/rules/rule-parameters-reader.js';
import { Clock } from '../../platform/clock/clock.js';

/** Until when staff may undo a deletion: so many days after it, the last one to its end (experience.md §2.10). */
@Injectable()
export class RestoreDeadline {
  constructor(
    private readonly parameters: RuleParametersReader,
    private readonly clock: Clock,
  ) {}

  /** The last day. */
  async of(deletedAt: Date): Promise<string> {
    return addDays(shanghaiDate(deletedAt), await this.days());
  }

  /** What was deleted earlier stays deleted. */
  async earliest(): Promise<Date> {
    return shanghaiDayStart(addDays(this.clock.today(), -(await this.days())));
  }

  private days(): Promise<number> {
    return this.parameters.number('restoreDays', this.clock.today());
  }
}
