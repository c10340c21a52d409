import {
  renderText,
  renewalTimeline,
  renewedItem,
  standingInResits,
  text,
  type Language,
  type SlotRequirement as Requirement,
} from '@kaopu/domain';
import type { MaterialRule } from '../../catalogue/rules/material-rules.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Standing } from '../cases/case-facts.js';
import type { EligibilityReport, EligibilityVerdict, SlotRequirement } from './eligibility.type.js';
import type { RenewalDays } from './renewal.type.js';
import type { ResitBasis } from './resit.type.js';

const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

/** The answers of the rules in the actor's language, each with its clause. */
export function eligibilityReport(
  actor: Actor,
  standing: Standing,
  materials: ReadonlyMap<string, MaterialRule>,
): EligibilityReport {
  const { report, requirements } = standing;
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
    resit: resitBasis(standing, language),
    renewal: renewalDays(standing),
    slots: requirements
      .filter(({ need }) => need !== 'NOT_NEEDED')
      .map((requirement) => slotRequirement(actor, requirement, materials.get(requirement.slot))),
  };
}

/** Rules that measure a certificate by its renewal timeline; only for them the calendar is read. */
const RENEWAL_RULES: readonly string[] = ['RENEWAL_WINDOW', 'RENEWAL_EXAM_WINDOW'];

/** When the certificate may be renewed, whatever it may be renewed by. */
function renewalDays({ report, facts, parameters }: Standing): RenewalDays | null {
  const held = renewedItem(facts);
  if (held === null || !report.verdicts.some(({ rule }) => RENEWAL_RULES.includes(rule))) {
    return null;
  }
  const timeline = renewalTimeline(held.validTo, parameters.renewal, facts.calendar);
  return { certificateNo: held.certificateNo, ...timeline };
}

/** What a person may know of the exam they follow. */
function resitBasis({ item, facts, parameters }: Standing, language: Language): ResitBasis | null {
  const standing = standingInResits(facts, parameters);
  if (standing === null) return null;
  const names = new Map(
    item.subjects.map(({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name]),
  );
  return {
    applicationNumber: standing.latest.applicationNo,
    previousExamDate: standing.latest.satOn,
    until: standing.until,
    subjects: standing.results.map(({ subjectCode, sitting, passed }) => ({
      subjectCode,
      subjectName: names.get(subjectCode) ?? subjectCode,
      score: sitting?.score ?? null,
      passed,
    })),
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
