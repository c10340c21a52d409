import {
  DICTIONARIES,
  EligibilityRuleCode,
  RenewalExamGroup,
  addDays,
  type ClauseReference,
  type RuleParameters,
  type Track,
} from '@kaopu/domain';
import type { RuleParameterRow } from '../catalogue-rows.js';
import { inForce } from '../effective-on.js';
import { RuleValue } from './rule-value.js';

const GROUPS = Object.values(RenewalExamGroup);

/**
 * Joins the rows that hold on `date` into the parameters the rules read (domain.md §5, §6, §9).
 *
 * @param rows every row of the table, of any time.
 * @throws RuleParameterError when a value is missing or malformed: the caller refuses to guess.
 */
export function assembleRuleParameters(
  rows: readonly RuleParameterRow[],
  date: string,
  track: Track,
): RuleParameters {
  const current = inForce(rows, date);
  /** A row of the track's own comes before the one for every track. */
  const get = (code: string): RuleValue => {
    const own = `${code}.${track}`;
    return current.has(own)
      ? new RuleValue(own, current.get(own)?.value)
      : new RuleValue(code, current.get(code)?.value);
  };
  const age = get('age');
  const vision = get('vision');
  const renewal = get('renewal');
  return {
    ...period(rows, [...current.values()], date),
    age: { min: age.field('min').number(), below: age.field('below').number() },
    education: get('education').record((level) => level.oneOf(DICTIONARIES.education)),
    workYears: get('workYears').list((row) => ({
      level: row.field('level').text(),
      minEducation: row.field('minEducation').oneOf(DICTIONARIES.education),
      majorType: row.field('majorType').oneOf([...DICTIONARIES.majorType, 'ANY']),
      years: row.field('years').number(),
    })),
    directLevelII: get('directLevelII').list((route) => ({
      minEducation: route.field('minEducation').oneOf(DICTIONARIES.education),
      major: route.field('major').oneOf(['STEM', 'NDT']),
    })),
    ndtMajors: get('ndtMajors').list((name) => name.text()),
    lowerLevelMonths: get('lowerLevelMonths').record((months) => months.number()),
    baseMethods: get('baseMethods').list((method) => method.text()),
    vision: {
      nearMin: vision.field('nearMin').number(),
      certificateMaxAgeMonths: vision.field('certificateMaxAgeMonths').number(),
    },
    validityYears: get('validityYears').number(),
    ageCap: get('ageCap').number(),
    lastDay: get('lastDay').oneOf(['DAY_BEFORE', 'ANNIVERSARY']),
    resitMonths: get('resitMonths').number(),
    resits: {
      maximum: get('maximumResits').numberOr('UNLIMITED'),
      afterAbsence: get('absentAllowsResit').boolean(),
    },
    renewalExamGroups: get('renewalExamGroups').list((group) => group.oneOf(GROUPS)),
    consecutiveExemptions: get('consecutiveExemptions').number(),
    renewal: {
      examOpensMonths: renewal.field('examOpensMonths').number(),
      planningMonths: renewal.field('planningMonths').number(),
      windowOpensMonths: renewal.field('windowOpensMonths').number(),
      lastSafeWorkingDays: renewal.field('lastSafeWorkingDays').number(),
      graceMonths: renewal.field('graceMonths').number(),
    },
    clauses: clauses(get),
  };
}

function clauses(
  get: (code: string) => RuleValue,
): Readonly<Record<EligibilityRuleCode, ClauseReference>> {
  const codes = Object.values(EligibilityRuleCode);
  const entries = codes.map((code): [EligibilityRuleCode, ClauseReference] => {
    const value = get(`clause.${code}`);
    return [
      code,
      {
        clause: value.field('clause').text(),
        source: value.field('source').text(),
        trust: value.field('trust').oneOf(['SURE', 'CONFIRM', 'OURS']),
      },
    ];
  });
  // The entries are built from every code, so no key is missing.
  return Object.fromEntries(entries) as Record<EligibilityRuleCode, ClauseReference>;
}

/** The days between two changes of any row around `date`; the version is named after the first of them. */
function period(
  rows: readonly RuleParameterRow[],
  current: readonly RuleParameterRow[],
  date: string,
): Pick<RuleParameters, 'version' | 'effectiveFrom' | 'effectiveTo'> {
  const ended = rows.flatMap(({ validTo }) =>
    validTo && validTo < date ? [addDays(validTo, 1)] : [],
  );
  const begun = current.map(({ validFrom }) => validFrom);
  const effectiveFrom = [...begun, ...ended].toSorted().at(-1) ?? date;
  const begins = rows.flatMap(({ validFrom }) =>
    validFrom > date ? [addDays(validFrom, -1)] : [],
  );
  const ends = current.flatMap(({ validTo }) => (validTo ? [validTo] : []));
  const effectiveTo = [...begins, ...ends].toSorted().at(0) ?? null;
  return { version: `rules-${effectiveFrom}`, effectiveFrom, effectiveTo };
}
