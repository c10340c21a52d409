import { someHeldItem } from './facts.fixture.js';
import type { EligibilityFacts, HeldItem } from './facts.js';
import type { RuleCase } from './rule-case.fixture.js';
import { someExam } from './resit-cases.fixture.js';

/** Holding RT-Ⅱ up to a day, by our register or by the person's word. */
const until = (validTo: string, source: HeldItem['source'] = 'REGISTER') => ({
  heldItems: [someHeldItem({ itemCode: 'RT-II', validTo, source })],
});

const declared = (continuousWork: boolean | null): Pick<EligibilityFacts, 'exemption'> => ({
  exemption: { continuousWork, noPenalty: true, continuingEducation: true },
});

const BOTH: Pick<EligibilityFacts, 'heldItems'> = {
  heldItems: [
    ...until('2020-01-01').heldItems,
    someHeldItem({ itemCode: 'RT-II', validTo: '2027-03-01', source: 'TYPED' }),
  ],
};

/** What the rules of renewal answer, on 2026-11-24 unless the case names another day. */
export const RENEWAL_CASES: readonly RuleCase[] = [
  ['RT-Ⅱ in the register', 'HOLDS_ITEM', until('2027-03-01'), 'YES', 'yes'],
  ['RT-Ⅱ by the person’s word', 'HOLDS_ITEM', until('2027-03-01', 'TYPED'), 'STAFF', 'typed'],
  ['only RT-Ⅰ', 'HOLDS_ITEM', { heldItems: [someHeldItem()] }, 'STAFF', 'unknown'],

  ['six months before the end', 'RENEWAL_WINDOW', until('2027-05-24'), 'YES', 'open'],
  ['a day earlier than that', 'RENEWAL_WINDOW', until('2027-05-25'), 'NO', 'early'],
  ['30 working days before the end', 'RENEWAL_WINDOW', until('2027-01-05'), 'YES', 'open'],
  ['29 working days before the end', 'RENEWAL_WINDOW', until('2027-01-04'), 'YES', 'late'],
  [
    '30 weekdays, one of them a holiday',
    'RENEWAL_WINDOW',
    { ...until('2027-01-05'), calendar: { holidays: ['2027-01-01'], workdays: [] } },
    'YES',
    'late',
  ],
  ['the last day', 'RENEWAL_WINDOW', until('2026-11-24'), 'YES', 'late'],
  ['the day after the last', 'RENEWAL_WINDOW', until('2026-11-23'), 'NO', 'expired'],
  ['long after the end', 'RENEWAL_WINDOW', until('2020-01-01'), 'NO', 'expired'],
  ['an end only stated', 'RENEWAL_WINDOW', until('2027-03-01', 'TYPED'), 'STAFF', 'typed'],
  ['a stated end that has passed', 'RENEWAL_WINDOW', until('2026-11-23', 'TYPED'), 'NO', 'expired'],
  ['an old entry and a newer statement', 'RENEWAL_WINDOW', BOTH, 'STAFF', 'typed'],
  ['no certificate known', 'RENEWAL_WINDOW', {}, 'STAFF', 'unknown'],
  [
    'the opening for an end on 29 February',
    'RENEWAL_WINDOW',
    { ...until('2028-02-29'), ruleDate: '2027-08-29' },
    'YES',
    'open',
  ],
  [
    'the day before that opening',
    'RENEWAL_WINDOW',
    { ...until('2028-02-29'), ruleDate: '2027-08-28' },
    'NO',
    'early',
  ],
  [
    '29 February as the last day',
    'RENEWAL_WINDOW',
    { ...until('2028-02-29'), ruleDate: '2028-02-29' },
    'YES',
    'late',
  ],
  [
    '1 March after it',
    'RENEWAL_WINDOW',
    { ...until('2028-02-29'), ruleDate: '2028-03-01' },
    'NO',
    'expired',
  ],

  ['two years before the end', 'RENEWAL_EXAM_WINDOW', until('2028-11-24'), 'YES', 'IN_EXAM_PERIOD'],
  ['a day earlier than that', 'RENEWAL_EXAM_WINDOW', until('2028-11-25'), 'NO', 'early'],
  ['an end next year', 'RENEWAL_EXAM_WINDOW', until('2027-12-31'), 'YES', 'ENDS_NEXT_YEAR'],
  ['an end this year', 'RENEWAL_EXAM_WINDOW', until('2026-12-31'), 'YES', 'IN_EXAM_PERIOD'],
  ['the last day', 'RENEWAL_EXAM_WINDOW', until('2026-11-24'), 'YES', 'IN_EXAM_PERIOD'],
  ['expired yesterday', 'RENEWAL_EXAM_WINDOW', until('2026-11-23'), 'YES', 'EXPIRED_WITHIN_GRACE'],
  [
    'expired a year ago to the day',
    'RENEWAL_EXAM_WINDOW',
    until('2025-11-24'),
    'YES',
    'EXPIRED_WITHIN_GRACE',
  ],
  ['expired a day longer', 'RENEWAL_EXAM_WINDOW', until('2025-11-23'), 'NO', 'lapsed'],
  [
    'a renewal exam failed before',
    'RENEWAL_EXAM_WINDOW',
    { ...until('2027-03-01'), exams: [someExam()] },
    'YES',
    'FAILED_BEFORE',
  ],

  ['nothing declared yet', 'EXEMPTION_CONDITIONS', {}, 'STAFF', 'unknown'],
  ['all declared', 'EXEMPTION_CONDITIONS', declared(true), 'STAFF', 'declared'],
  ['one denied', 'EXEMPTION_CONDITIONS', declared(false), 'STAFF', 'notDeclared'],
  ['no record of ours', 'EXEMPTION_NOT_REPEATED', {}, 'STAFF', 'unknown'],
  ['renewed by exam before', 'EXEMPTION_NOT_REPEATED', { exemptRenewals: 0 }, 'YES', 'yes'],
  ['renewed without exam before', 'EXEMPTION_NOT_REPEATED', { exemptRenewals: 1 }, 'NO', 'no'],
];
