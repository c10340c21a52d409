import { Injectable } from '@nestjs/common';
import type { RuleParameters, Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { shared } from '../platform/database/batched.js';
import { leanRows } from '../platform/database/lean-rows.js';
import { RuleParameterEntity } from './rule-parameter.entity.js';
import { assembleRuleParameters } from './rule-parameters.js';
import { RuleValue } from './rule-value.js';
import { effectiveOn } from './effective-on.js';

/** The rules in force on a day, from effective-dated rows. */
@Injectable()
export class RuleParametersReader {
  private readonly rows = shared(() => leanRows(this.dataSource.manager, RuleParameterEntity, ''));

  constructor(private readonly dataSource: DataSource) {}

  /**
   * @param date Shanghai day; the rule date of an application, never simply today for a filed one.
   * @throws RuleParameterError when a value is missing on that day.
   */
  async at(date: string, track: Track): Promise<RuleParameters> {
    return assembleRuleParameters(await this.rows(), date, track);
  }

  /** One number the rules of @kaopu/domain do not read, e.g. `returnDeadlineDays`. @throws RuleParameterError */
  async number(code: string, date: string): Promise<number> {
    const row = await this.dataSource.manager.findOne(RuleParameterEntity, {
      where: effectiveOn<RuleParameterEntity>(date, { code }),
    });
    return new RuleValue(code, row?.value).number();
  }
}
