import { Injectable } from '@nestjs/common';
import type { RuleParameters, Track } from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { leanRows } from '../../platform/database/lean-rows.js';
import { CatalogueMemory } from '../catalogue-memory.js';
import { inForce } from '../effective-on.js';
import { RuleParameterEntity } from './rule-parameter.entity.js';
import { assembleRuleParameters } from './rule-parameters.js';
import { RuleValue } from './rule-value.js';

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

  /** One value the rules of @kaopu/domain do not read; null when no row holds. */
  async value(code: string, date: string): Promise<RuleValue | null> {
    const row = inForce(await this.rows(), date).get(code);
    return row ? new RuleValue(code, row.value) : null;
  }

  /** One such number, e.g. `returnDeadlineDays`. @throws RuleParameterError */
  async number(code: string, date: string): Promise<number> {
    const row = inForce(await this.rows(), date).get(code);
    return new RuleValue(code, row?.value).number();
  }
}
