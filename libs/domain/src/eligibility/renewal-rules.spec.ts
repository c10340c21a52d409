import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../dates/local-date.js';
import { someFacts, someHeldItem } from './facts.fixture.js';
import { DEFAULT_RULE_PARAMETERS, type RuleParameters } from './parameters.js';
import { someExam } from './resit-cases.fixture.js';
import { ELIGIBILITY_RULES } from './rules.js';

const ends = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2026-01-01', days));
const { renewal } = DEFAULT_RULE_PARAMETERS;

const answerOf = (
  rule: keyof typeof ELIGIBILITY_RULES,
  ruleDate: string,
  validTo: string,
  parameters: RuleParameters = DEFAULT_RULE_PARAMETERS,
) =>
  ELIGIBILITY_RULES[rule](
    someFacts({ ruleDate, heldItems: [someHeldItem({ itemCode: 'RT-II', validTo })] }),
    parameters,
  ).answer;

describe('The windows of renewal', () => {
  it.each([
    ['RENEWAL_WINDOW', -renewal.windowOpensMonths, 0],
    ['RENEWAL_EXAM_WINDOW', -renewal.examOpensMonths, renewal.graceMonths],
  ] as const)('%s opens and closes on exactly the days the parameters say', (rule, from, to) => {
    fc.assert(
      fc.property(ends, (validTo) => {
        const [opens, closes] = [addMonths(validTo, from), addMonths(validTo, to)];
        expect(answerOf(rule, opens, validTo)).toBe('YES');
        expect(answerOf(rule, closes, validTo)).toBe('YES');
        expect(answerOf(rule, addDays(opens, -1), validTo)).toBe('NO');
        expect(answerOf(rule, addDays(closes, 1), validTo)).toBe('NO');
      }),
    );
  });

  it('follow the parameters of the day', () => {
    const wider = { ...renewal, windowOpensMonths: 12 };
    const parameters = { ...DEFAULT_RULE_PARAMETERS, renewal: wider };
    expect(answerOf('RENEWAL_WINDOW', '2026-11-24', '2027-11-24')).toBe('NO');
    expect(answerOf('RENEWAL_WINDOW', '2026-11-24', '2027-11-24', parameters)).toBe('YES');
  });

  it('leave out groups the parameters do not name', () => {
    const parameters = {
      ...DEFAULT_RULE_PARAMETERS,
      renewalExamGroups: ['ENDS_NEXT_YEAR'] as const,
    };
    expect(answerOf('RENEWAL_EXAM_WINDOW', '2026-11-24', '2027-03-01', parameters)).toBe('YES');
    expect(answerOf('RENEWAL_EXAM_WINDOW', '2026-11-24', '2028-03-01', parameters)).toBe('NO');
  });
});

describe('Resits', () => {
  const facts = someFacts({ exams: [someExam(), someExam({ registrationType: 'INITIAL_RESIT' })] });
  const answer = (resits: RuleParameters['resits'], outcome = facts) =>
    ELIGIBILITY_RULES.RESIT_OPEN(outcome, { ...DEFAULT_RULE_PARAMETERS, resits });

  it('are as many as the parameters allow', () => {
    expect(answer({ maximum: 2, afterAbsence: true }).answer).toBe('YES');
    expect(answer({ maximum: 1, afterAbsence: true })).toMatchObject({
      answer: 'NO',
      messageKey: 'eligibility.RESIT_OPEN.tooMany',
    });
  });

  it('are denied to the absent where the parameters say so', () => {
    const absent = someFacts({ exams: [someExam({ outcome: 'ABSENT' })] });
    expect(answer({ maximum: null, afterAbsence: false }, absent)).toMatchObject({
      answer: 'NO',
      messageKey: 'eligibility.RESIT_OPEN.absent',
    });
  });
});
