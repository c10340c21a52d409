import { Injectable } from '@nestjs/common';
import type { RuleParameters, Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { leanRows } from '../platform/database/lean-rows.js';
import { CatalogueMemory } from './catalogue-memory.js';
import { RuleParameterEntity } from './rule-parameter.entity.js';
import { assembleRuleParameters } from './rule-parameters.js';
import { RuleValue } from './rule-value.js';
import { isEffectiveOn } from './effective-on.js';

/** The rules in force on a day, from effective-dated rows. */
@Injectable()
export class RuleParametersReader {
  private readonly rows;

  constructor(dataSource: DataSource, memory: CatalogueMemory) {
    this.rows = memory.kept(() => leanRows(dataSource.manager, RuleParameterEntity, ''));
  }

  /**
   * @param date Shanghai day; the rule date of an application, never simply today for a filed one.
   * @throws RuleParameterError when a value is missing on that day.
   */
  async at(date: string, track: Track): Promise<RuleParameters> {
    return assembleRuleParameters(await this.rows(), date, track);
  }

  /** The row that began last of those in force, so that a switch needs one new row only; null for none. */
  async latest(code: string, date: string): Promise<RuleValue | null> {
    const rows = (await this.rows()).filter((row) => row.code === code && isEffectiveOn(row, date));
    const row = rows.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
    return row ? new RuleValue(code, row.value) : null;
  }

  /** One number the rules of @kaopu/domain do not read, e.g. `returnDeadlineDays`. @throws RuleParameterError */
  async number(code: string, date: string): Promise<number> {
    const rows = await this.rows();
    const row = rows.find((one) => one.code === code && isEffectiveOn(one, date));
    return new RuleValue(code, row?.value).number();
  }
}
