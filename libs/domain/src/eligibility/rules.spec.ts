import { describe, expect, it } from 'vitest';
import { TESTING_INITIAL } from '../applications/testing-initial.js';
import { renderText } from '../texts/text.js';
import { evaluateEligibility } from './evaluate.js';
import { someFacts, someHeldItem } from './facts.fixture.js';
import { DEFAULT_RULE_PARAMETERS, parametersOn } from './parameters.js';
import { RENEWAL_CASES } from './renewal-cases.fixture.js';
import { RESIT_CASES } from './resit-cases.fixture.js';
import type { RuleCase } from './rule-case.fixture.js';
import { EligibilityRuleCode } from './rule-codes.js';
import { ELIGIBILITY_RULES } from './rules.js';

const RT3 = { code: 'RT-III', method: 'RT', level: 'III', lowerItemCode: 'RT-II', subjects: [] };
const AE3 = { code: 'AE-III', method: 'AE', level: 'III', lowerItemCode: 'AE-II', subjects: [] };
const RT1 = { code: 'RT-I', method: 'RT', level: 'I', lowerItemCode: null, subjects: [] };
const NOT_DIRECT = { education: 'COLLEGE', majorType: 'STEM' } as const;

const CASES: readonly RuleCase[] = [
  ...RENEWAL_CASES,
  ...RESIT_CASES,
  ['the day before turning 18', 'AGE', { birthDate: '2008-11-25' }, 'NO', 'tooYoung'],
  ['the 18th birthday', 'AGE', { birthDate: '2008-11-24' }, 'YES', 'yes'],
  ['the day before turning 65', 'AGE', { birthDate: '1961-11-25' }, 'YES', 'capped'],
  ['65 on the last day of a full term', 'AGE', { birthDate: '1966-11-23' }, 'YES', 'capped'],
  ['65 the day after a full term', 'AGE', { birthDate: '1966-11-24' }, 'YES', 'yes'],
  ['the 65th birthday', 'AGE', { birthDate: '1961-11-24' }, 'NO', 'tooOld'],
  ['senior school for level II', 'EDUCATION', { education: 'SENIOR_SCHOOL' }, 'YES', 'yes'],
  ['junior school for level II', 'EDUCATION', { education: 'JUNIOR_SCHOOL' }, 'NO', 'no'],
  [
    'junior school for level I',
    'EDUCATION',
    { education: 'JUNIOR_SCHOOL', item: RT1 },
    'YES',
    'yes',
  ],
  ['no level', 'EDUCATION', { item: { ...RT1, level: null } }, 'YES', 'notAsked'],
  ['level II without years', 'WORK_YEARS', { workYears: 0 }, 'YES', 'notAsked'],
  ['level III, college STEM, 3 years', 'WORK_YEARS', { item: RT3, workYears: 3 }, 'YES', 'yes'],
  ['level III, college STEM, 2 years', 'WORK_YEARS', { item: RT3, workYears: 2 }, 'NO', 'no'],
  [
    'level III, not STEM, 4 years',
    'WORK_YEARS',
    { item: RT3, majorType: 'NON_STEM', workYears: 4 },
    'NO',
    'no',
  ],
  [
    'level III, not STEM, 5 years',
    'WORK_YEARS',
    { item: RT3, majorType: 'NON_STEM', workYears: 5 },
    'YES',
    'yes',
  ],
  ['level III, years not known', 'WORK_YEARS', { item: RT3, workYears: null }, 'STAFF', 'unknown'],
  ['level I', 'LOWER_LEVEL', { item: RT1 }, 'YES', 'notAsked'],
  ['level II with a STEM bachelor', 'LOWER_LEVEL', {}, 'YES', 'direct'],
  [
    'level II with a college NDT major',
    'LOWER_LEVEL',
    { education: 'COLLEGE', major: '无损检测技术' },
    'YES',
    'direct',
  ],
  [
    'level II with an NDT major below college',
    'LOWER_LEVEL',
    { education: 'SENIOR_SCHOOL', major: '无损检测' },
    'STAFF',
    'unknown',
  ],
  ['level II with a college STEM major', 'LOWER_LEVEL', NOT_DIRECT, 'STAFF', 'unknown'],
  [
    'level II with level I in the register',
    'LOWER_LEVEL',
    { ...NOT_DIRECT, heldItems: [someHeldItem()] },
    'YES',
    'held',
  ],
  [
    'level II with level I typed',
    'LOWER_LEVEL',
    { ...NOT_DIRECT, heldItems: [someHeldItem({ source: 'TYPED' })] },
    'STAFF',
    'typed',
  ],
  [
    'level II with level I valid to today',
    'LOWER_LEVEL',
    { ...NOT_DIRECT, heldItems: [someHeldItem({ validTo: '2026-11-24' })] },
    'YES',
    'held',
  ],
  [
    'level II with level I expired yesterday',
    'LOWER_LEVEL',
    { ...NOT_DIRECT, heldItems: [someHeldItem({ validTo: '2026-11-23' })] },
    'NO',
    'expired',
  ],
  [
    'level II with level I of another method',
    'LOWER_LEVEL',
    { ...NOT_DIRECT, heldItems: [someHeldItem({ itemCode: 'UT-I' })] },
    'STAFF',
    'unknown',
  ],
  [
    'level III with level II held 12 months',
    'LOWER_LEVEL',
    { item: RT3, heldItems: [someHeldItem({ itemCode: 'RT-II', firstIssueDate: '2025-11-24' })] },
    'YES',
    'held',
  ],
  [
    'level III with level II held a day less',
    'LOWER_LEVEL',
    { item: RT3, heldItems: [someHeldItem({ itemCode: 'RT-II', firstIssueDate: '2025-11-25' })] },
    'NO',
    'tooShort',
  ],
  ['level II', 'BASE_METHOD', {}, 'YES', 'notAsked'],
  ['level III of RT itself', 'BASE_METHOD', { item: RT3 }, 'YES', 'yes'],
  [
    'level III of AE with RT in the register',
    'BASE_METHOD',
    { item: AE3, heldItems: [someHeldItem()] },
    'YES',
    'yes',
  ],
  ['level III of AE without RT or UT', 'BASE_METHOD', { item: AE3 }, 'STAFF', 'unknown'],
  ['good eyes', 'VISION', {}, 'YES', 'yes'],
  ['one eye below 5.0', 'VISION', { nearVisionRight: 4.9 }, 'NO', 'tooLow'],
  ['an examination 12 months ago', 'VISION', { visionExamDate: '2025-11-24' }, 'YES', 'yes'],
  ['an examination a day older', 'VISION', { visionExamDate: '2025-11-23' }, 'NO', 'tooOld'],
  ['weak colour vision', 'VISION', { colourVision: 'WEAK' }, 'STAFF', 'colour'],
  [
    'nothing known of the eyes',
    'VISION',
    { nearVisionLeft: null, nearVisionRight: null, colourVision: null, visionExamDate: null },
    'STAFF',
    'unknown',
  ],
  [
    'the item already held',
    'NOT_ALREADY_HELD',
    { heldItems: [someHeldItem({ itemCode: 'RT-II' })] },
    'NO',
    'no',
  ],
  [
    'the item held and expired',
    'NOT_ALREADY_HELD',
    { heldItems: [someHeldItem({ itemCode: 'RT-II', validTo: '2026-11-23' })] },
    'YES',
    'yes',
  ],
  [
    'a ban that ends today',
    'NO_BAN',
    { bans: [{ from: '2025-11-25', until: '2026-11-24' }] },
    'NO',
    'no',
  ],
  [
    'a ban that ended yesterday',
    'NO_BAN',
    { bans: [{ from: '2025-11-24', until: '2026-11-23' }] },
    'YES',
    'yes',
  ],
  [
    'an open application',
    'NO_OPEN_APPLICATION',
    { openApplications: ['202611-000001'] },
    'NO',
    'no',
  ],
  ['no open application', 'NO_OPEN_APPLICATION', {}, 'YES', 'yes'],
  ['the home province', 'HOME_PROVINCE', {}, 'YES', 'yes'],
  ['another province', 'HOME_PROVINCE', { planProvince: '11' }, 'STAFF', 'other'],
  ['no plan chosen', 'HOME_PROVINCE', { planProvince: null }, 'YES', 'yes'],
  [
    'a certificate on its last day',
    'CERTIFICATE_IN_FORCE',
    { certificate: { status: 'VALID', validTo: '2026-11-24' } },
    'YES',
    'yes',
  ],
  [
    'a certificate that ended yesterday',
    'CERTIFICATE_IN_FORCE',
    { certificate: { status: 'VALID', validTo: '2026-11-23' } },
    'NO',
    'expired',
  ],
  [
    'a certificate that was replaced',
    'CERTIFICATE_IN_FORCE',
    { certificate: { status: 'SUPERSEDED', validTo: '2030-11-23' } },
    'NO',
    'no',
  ],
  ['no certificate at all', 'CERTIFICATE_IN_FORCE', {}, 'NO', 'no'],
  ['nothing open for the certificate', 'NO_OPEN_REQUEST', {}, 'YES', 'yes'],
  [
    'a reissue of the certificate under way',
    'NO_OPEN_REQUEST',
    { openRequests: [{ type: 'certificate-reissue', number: '202611-000012' }] },
    'NO',
    'no',
  ],
  [
    'a change of the held certificate under way',
    'NO_OPEN_CHANGE',
    { openRequests: [{ type: 'certificate-change', number: '202611-000013' }] },
    'NO',
    'no',
  ],
  [
    'a reissue of the held certificate under way',
    'NO_OPEN_CHANGE',
    { openRequests: [{ type: 'certificate-reissue', number: '202611-000012' }] },
    'YES',
    'yes',
  ],
];

describe('An eligibility rule', () => {
  it.each(CASES)('with %s: %s', (_title, rule, changes, answer, finding) => {
    const verdict = ELIGIBILITY_RULES[rule](someFacts(changes), DEFAULT_RULE_PARAMETERS);
    expect(verdict).toMatchObject({ answer, messageKey: `eligibility.${rule}.${finding}` });
  });

  it.each(CASES)('with %s: %s can be told in both languages', (_title, rule, changes) => {
    const { messageKey, params, remedyKey } = ELIGIBILITY_RULES[rule](
      someFacts(changes),
      DEFAULT_RULE_PARAMETERS,
    );
    for (const language of ['zh-CN', 'en'] as const) {
      expect(renderText(language, { key: messageKey, params })).not.toMatch(/[{}]/);
      if (remedyKey) expect(renderText(language, { key: remedyKey, params })).not.toMatch(/[{}]/);
    }
  });

  it.each(CASES.filter(([, , , answer]) => answer === 'NO'))(
    'with %s: %s says what to do about it',
    (_title, rule, changes) => {
      const { remedyKey } = ELIGIBILITY_RULES[rule](someFacts(changes), DEFAULT_RULE_PARAMETERS);
      expect(remedyKey).not.toBeNull();
    },
  );

  it('is covered by the table above', () => {
    expect(new Set(CASES.map(([, rule]) => rule))).toEqual(
      new Set(Object.values(EligibilityRuleCode)),
    );
  });
});

describe('Eligibility', () => {
  it('answers every rule of the type in its order, with the clause of the parameters', () => {
    const report = evaluateEligibility(TESTING_INITIAL, someFacts(), DEFAULT_RULE_PARAMETERS);
    expect(report.verdicts.map(({ rule }) => rule)).toEqual(TESTING_INITIAL.eligibility);
    expect(report.verdicts[0]?.clause).toBe(DEFAULT_RULE_PARAMETERS.clauses.AGE);
    expect(report).toMatchObject({ eligible: true, parametersVersion: 'testing-2019-default' });
  });

  it('is denied by one NO but not by staff having to check', () => {
    const checked = someFacts({ ...NOT_DIRECT, nearVisionLeft: null, planProvince: '11' });
    expect(evaluateEligibility(TESTING_INITIAL, checked, DEFAULT_RULE_PARAMETERS).eligible).toBe(
      true,
    );
    const denied = someFacts({ openApplications: ['202611-000001'] });
    expect(evaluateEligibility(TESTING_INITIAL, denied, DEFAULT_RULE_PARAMETERS).eligible).toBe(
      false,
    );
  });

  it('follows the parameters it is handed and no others', () => {
    const stricter = {
      ...DEFAULT_RULE_PARAMETERS,
      version: 'stricter',
      age: { min: 31, below: 65 },
    };
    const report = evaluateEligibility(TESTING_INITIAL, someFacts(), stricter);
    expect(report).toMatchObject({ eligible: false, parametersVersion: 'stricter' });
  });
});

describe('The rule row of a day', () => {
  const first = { ...DEFAULT_RULE_PARAMETERS, version: 'first', effectiveTo: '2026-12-31' };
  const second = { ...DEFAULT_RULE_PARAMETERS, version: 'second', effectiveFrom: '2027-01-01' };

  it.each([
    ['2019-05-31', undefined],
    ['2019-06-01', 'first'],
    ['2026-12-31', 'first'],
    ['2027-01-01', 'second'],
  ])('on %s is %s', (day, version) => {
    expect(parametersOn([first, second], day)?.version).toBe(version);
  });
});
