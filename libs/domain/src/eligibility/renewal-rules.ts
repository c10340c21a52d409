import { renewalStage, renewalTimeline, type RenewalTimeline } from '../validity/validity.js';
import { no, staff, yes, type Rule } from './answering.js';
import type { EligibilityFacts, HeldItem } from './facts.js';
import type { RenewalExamGroup, RuleParameters } from './parameters.js';
import { heldForItem } from './renewed-item.js';
import type { RuleAnswer } from './rule-answer.js';

/** A renewal renews something (domain.md §10 invariant 5); what only the person states is for staff to check. */
export const holdsItem: Rule = (facts) => {
  const [held] = heldForItem(facts);
  if (held === undefined) {
    return staff('eligibility.HOLDS_ITEM.unknown', 'eligibility.HOLDS_ITEM.unknown.remedy');
  }
  return held.source === 'REGISTER'
    ? yes('eligibility.HOLDS_ITEM.yes', { number: held.certificateNo, date: held.validTo })
    : staff('eligibility.HOLDS_ITEM.typed', null, { date: held.validTo });
};

type Judge = (held: HeldItem, timeline: RenewalTimeline) => RuleAnswer;

/**
 * The best answer any certificate for the item gives: the register's are believed; a stated one can
 * at most be left to staff.
 */
function bestAnswer(facts: EligibilityFacts, parameters: RuleParameters, judge: Judge): RuleAnswer {
  const held = heldForItem(facts);
  const answers = held.map((one) => {
    const answer = judge(one, renewalTimeline(one.validTo, parameters.renewal, facts.calendar));
    return one.source === 'TYPED' && answer.answer === 'YES'
      ? staff('eligibility.RENEWAL_WINDOW.typed', null, { date: one.validTo })
      : answer;
  });
  return (
    answers.find(({ answer }) => answer !== 'NO') ??
    answers[0] ??
    staff('eligibility.RENEWAL_WINDOW.unknown', 'eligibility.RENEWAL_WINDOW.unknown.remedy')
  );
}

/**
 * Renewal by papers: from the opening of the window to the last day of the certificate, in full
 * (24:00 in Shanghai); the last safe day is told (domain.md §5).
 */
export const renewalWindow: Rule = (facts, parameters) =>
  bestAnswer(facts, parameters, (_held, timeline) => {
    switch (renewalStage(timeline, facts.ruleDate)) {
      case 'WINDOW_OPEN':
        return yes('eligibility.RENEWAL_WINDOW.open', {
          date: timeline.expires,
          safe: timeline.lastSafe,
        });
      case 'LATE':
        return yes('eligibility.RENEWAL_WINDOW.late', { date: timeline.expires });
      case 'EXPIRED':
      case 'LAPSED':
        return no(
          'eligibility.RENEWAL_WINDOW.expired',
          'eligibility.RENEWAL_WINDOW.expired.remedy',
          {
            date: timeline.expires,
          },
        );
      default:
        return no('eligibility.RENEWAL_WINDOW.early', 'eligibility.RENEWAL_WINDOW.early.remedy', {
          date: timeline.windowOpens,
        });
    }
  });

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The groups of people that may sit a renewal exam (N23a) and this person belongs to. */
function groupsOf(facts: EligibilityFacts, { expires }: RenewalTimeline): RenewalExamGroup[] {
  const { ruleDate, exams } = facts;
  if (ruleDate > expires) return ['EXPIRED_WITHIN_GRACE'];
  return [
    ...(exams.length > 0 ? (['FAILED_BEFORE'] as const) : []),
    ...(yearOf(expires) === yearOf(ruleDate) + 1 ? (['ENDS_NEXT_YEAR'] as const) : []),
    'IN_EXAM_PERIOD',
  ];
}

/** Renewal by exam: from two years before the end until one year after it, for the groups the rules name. */
export const renewalExamWindow: Rule = (facts, parameters) =>
  bestAnswer(facts, parameters, (_held, timeline) => {
    const { examOpens, expires, lastChance } = timeline;
    if (facts.ruleDate > lastChance) {
      return no(
        'eligibility.RENEWAL_EXAM_WINDOW.lapsed',
        'eligibility.RENEWAL_EXAM_WINDOW.lapsed.remedy',
        { date: expires },
      );
    }
    if (facts.ruleDate < examOpens) {
      return no(
        'eligibility.RENEWAL_EXAM_WINDOW.early',
        'eligibility.RENEWAL_EXAM_WINDOW.early.remedy',
        { date: examOpens },
      );
    }
    const group = groupsOf(facts, timeline).find((one) =>
      parameters.renewalExamGroups.includes(one),
    );
    return group === undefined
      ? no(
          'eligibility.RENEWAL_EXAM_WINDOW.noGroup',
          'eligibility.RENEWAL_EXAM_WINDOW.noGroup.remedy',
          { date: expires },
        )
      : yes(`eligibility.RENEWAL_EXAM_WINDOW.${group}`, { date: expires, last: lastChance });
  });

/** 免考换证条件: the person declares, staff check; the rule never refuses by itself (domain.md §7 note 2). */
export const exemptionConditions: Rule = ({ exemption }) => {
  const declared = Object.values(exemption);
  if (declared.includes(false)) {
    return staff(
      'eligibility.EXEMPTION_CONDITIONS.notDeclared',
      'eligibility.EXEMPTION_CONDITIONS.notDeclared.remedy',
    );
  }
  return declared.includes(null)
    ? staff(
        'eligibility.EXEMPTION_CONDITIONS.unknown',
        'eligibility.EXEMPTION_CONDITIONS.unknown.remedy',
      )
    : staff('eligibility.EXEMPTION_CONDITIONS.declared');
};

/** Not too many exemptions in a row (domain.md §7 note 2). */
export const exemptionNotRepeated: Rule = ({ exemptRenewals }, { consecutiveExemptions }) => {
  const params = { limit: consecutiveExemptions };
  if (exemptRenewals === null) {
    return staff('eligibility.EXEMPTION_NOT_REPEATED.unknown', null, params);
  }
  return exemptRenewals < consecutiveExemptions
    ? yes('eligibility.EXEMPTION_NOT_REPEATED.yes', params)
    : no(
        'eligibility.EXEMPTION_NOT_REPEATED.no',
        'eligibility.EXEMPTION_NOT_REPEATED.no.remedy',
        params,
      );
};
