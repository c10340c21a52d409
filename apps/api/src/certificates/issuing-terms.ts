import { Injectable } from '@nestjs/common';
import type { RuleParameters } from '@kaopu/domain';
import { DataSource, In } from 'typeorm';
import { effectiveOn, inForce } from '../catalogue/effective-on.js';
import { Items, type CatalogueItem } from '../catalogue/items/items.js';
import { RuleParameterEntity } from '../catalogue/rules/rule-parameter.entity.js';
import { RuleParametersReader } from '../catalogue/rules/rule-parameters-reader.js';
import { RuleValue } from '../catalogue/rules/rule-value.js';

/** Rule parameter that holds an authority's template, e.g. `certificateNumber.P34`; without a code, everybody's. */
const TEMPLATE_PARAMETER = 'certificateNumber';
const DEFAULT_TEMPLATE = 'TS-{AUTHORITY}-{YYYY}-{SEQ:6}';

/** What the rules of a day say about issuing one item by one authority. */
export interface IssuingTerms {
  /** Shanghai day of the approval. */
  readonly on: string;
  readonly item: CatalogueItem;
  readonly parameters: RuleParameters;
  /** See `certificateNumber` of @kaopu/domain. */
  readonly numberTemplate: string;
}

/** Reads what issuing depends on. Called before the transaction: it uses connections of its own. */
@Injectable()
export class IssuingTermsReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly items: Items,
    private readonly parameters: RuleParametersReader,
  ) {}

  /** @throws Error when the item is not in the catalogue on that day, or the number template cannot count. */
  async of(itemCode: string, authorityCode: string, on: string): Promise<IssuingTerms> {
    const item = await this.items.byCode(itemCode, on);
    if (!item) throw new Error(`Item ${itemCode} is not in the catalogue on ${on}.`);
    return {
      on,
      item,
      parameters: await this.parameters.at(on, item.track),
      numberTemplate: await this.template(authorityCode, on),
    };
  }

  private async template(authorityCode: string, on: string): Promise<string> {
    const own = `${TEMPLATE_PARAMETER}.${authorityCode}`;
    const rows = await this.dataSource.manager.find(RuleParameterEntity, {
      where: effectiveOn<RuleParameterEntity>(on, { code: In([own, TEMPLATE_PARAMETER]) }),
    });
    const current = inForce(rows, on);
    const row = current.get(own) ?? current.get(TEMPLATE_PARAMETER);
    const template = row ? new RuleValue(row.code, row.value).text() : DEFAULT_TEMPLATE;
    if (!template.includes('{SEQ')) {
      throw new Error(
        `The number template ${template} has no {SEQ}: every number would be the same.`,
      );
    }
    return template;
  }
}
