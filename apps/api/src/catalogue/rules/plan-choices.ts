import { Injectable } from '@nestjs/common';
import { PlanChoice, type ApplicationType } from '@kaopu/domain';
import { Clock } from '../../platform/clock/clock.js';
import { RuleParametersReader } from './rule-parameters-reader.js';

const SWITCHABLE = [PlanChoice.BY_CANDIDATE, PlanChoice.BY_STAFF] as const;

/**
 * Who picks the exam plan of an application type: a rule parameter `planChoice.<type>`, so that an
 * operator switches it for the future (domain.md §7 note 4). The declaration holds where no row does.
 */
@Injectable()
export class PlanChoices {
  constructor(
    private readonly parameters: RuleParametersReader,
    private readonly clock: Clock,
  ) {}

  /** @param ruleDate of a case that was handed in; null for today. @throws RuleParameterError */
  async of({ code, planChoice }: ApplicationType, ruleDate: string | null): Promise<PlanChoice> {
    if (planChoice === 'NONE') return planChoice;
    const date = ruleDate ?? this.clock.today();
    const value = await this.parameters.value(`planChoice.${code}`, date);
    return value?.oneOf(SWITCHABLE) ?? planChoice;
  }
}
