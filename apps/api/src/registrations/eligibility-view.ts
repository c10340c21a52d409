import {
  renderText,
  text,
  type Language,
  type SlotRequirement as Requirement,
} from '@kaopu/domain';
import type { MaterialRule } from '../catalogue/material-rules.js';
import type { Actor } from '../platform/access/actor.js';
import type { Standing } from './case-facts.js';
import type { EligibilityReport, EligibilityVerdict, SlotRequirement } from './eligibility.type.js';

const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

/** The answers of the rules in the actor's language, each with its clause. */
export function eligibilityReport(
  actor: Actor,
  { report, requirements }: Standing,
  materials: ReadonlyMap<string, MaterialRule>,
): EligibilityReport {
  const { language } = actor.request;
  const verdicts = report.verdicts.map(
    ({ rule, clause, answer, messageKey, params, remedyKey }): EligibilityVerdict => ({
      ruleCode: rule,
      clause: clause.clause,
      answer,
      message: renderText(language, { key: messageKey, params }),
      remedy: remedyKey === null ? null : renderText(language, { key: remedyKey, params }),
    }),
  );
  return {
    verdicts,
    eligible: report.eligible,
    slots: requirements
      .filter(({ need }) => need !== 'NOT_NEEDED')
      .map((requirement) => slotRequirement(actor, requirement, materials.get(requirement.slot))),
  };
}

/** A material row as a person reads it: limits and red remark come from the catalogue. */
export function slotRequirement(
  actor: Actor,
  { slot, need, afterSubmission, reasonKey }: Requirement,
  rule: MaterialRule | undefined,
): SlotRequirement {
  const { language } = actor.request;
  return {
    slot,
    name: (rule && nameOf(rule, language)) ?? text(language, `slot.${slot}.name`),
    required: need === 'REQUIRED',
    afterSubmission,
    extensions: rule?.extensions ?? ['jpg', 'png', 'pdf'],
    maxBytes: rule?.maxBytes ?? DEFAULT_MAX_BYTES,
    redRemark: (rule && remarkOf(rule, language)) ?? '',
    reason: reasonKey === null ? null : text(language, reasonKey),
  };
}

const nameOf = ({ nameZh, nameEn }: MaterialRule, language: Language): string =>
  language === 'en' ? nameEn : nameZh;

const remarkOf = ({ remarkZh, remarkEn }: MaterialRule, language: Language): string =>
  language === 'en' ? remarkEn : remarkZh;
