import { describe, expect, it } from 'vitest';
import { RT2 } from '../eligibility/facts.fixture.js';
import { mark, someExam } from '../eligibility/resit-cases.fixture.js';
import { resitOutcome, resitStanding, type ResitBasis } from './resit.js';

const WINDOW = { asOf: '2026-11-24', resitMonths: 24 };
const { subjects } = RT2;

describe('Standing in resits', () => {
  it('is nothing without an exam', () => {
    expect(resitStanding([], subjects, WINDOW)).toBeNull();
  });

  it('names the failed subjects, the period and the exam that is followed', () => {
    expect(resitStanding([someExam()], subjects, WINDOW)).toMatchObject({
      latest: { applicationNo: '202601-000001' },
      until: '2028-03-10',
      resits: 0,
      failed: ['P1', 'P2'],
    });
  });

  it('joins an exam with its resits and counts the period from the first sitting', () => {
    const again = someExam({
      applicationNo: '202606-000007',
      satOn: '2026-06-10',
      sittings: [mark('P1', '71', '2026-06-10'), mark('P2', '50', '2026-06-10')],
    });
    expect(resitStanding([someExam(), again], subjects, WINDOW)).toMatchObject({
      latest: { applicationNo: '202606-000007' },
      until: '2028-03-10',
      resits: 1,
      failed: ['P2'],
    });
  });

  it.each(['PASSED', 'VOID'] as const)('begins anew after an exam that was %s', (outcome) => {
    const old = someExam({ satOn: '2025-03-10', outcome });
    const latest = someExam({ sittings: [mark('T1', '10'), mark('P1', '90')] });
    expect(resitStanding([old, latest], subjects, WINDOW)).toMatchObject({
      until: '2028-03-10',
      resits: 0,
      failed: ['T1', 'T2', 'P2'],
    });
  });

  it('asks for a subject again once its pass has lapsed', () => {
    const late = { asOf: '2028-03-11', resitMonths: 24 };
    expect(resitStanding([someExam()], subjects, late)?.failed).toEqual(['T1', 'T2', 'P1', 'P2']);
  });
});

describe('The outcome of a resit', () => {
  const basis: ResitBasis = {
    subjects,
    resat: ['P1', 'P2'],
    earlier: [someExam()],
    window: WINDOW,
  };
  const sat = (p1: string | null, p2: string | null) => [
    mark('P1', p1, '2026-12-14'),
    mark('P2', p2, '2026-12-14'),
  ];

  it.each([
    ['both passed', sat('70', '88'), basis, 'PASSED'],
    ['one failed', sat('70', '60'), basis, 'FAILED'],
    ['one absent', sat('70', null), basis, 'FAILED'],
    ['nobody came', sat(null, null), basis, 'ABSENT'],
    ['cheating', [mark('P1', null, '2026-12-14', 'VOID')], basis, 'VOID'],
    ['earlier passes checked on paper', sat('70', '88'), { ...basis, earlier: [] }, 'PASSED'],
    [
      'an earlier pass that had lapsed on the day of submission',
      sat('70', '88'),
      { ...basis, window: { asOf: '2028-03-11', resitMonths: 24 } },
      'FAILED',
    ],
    [
      'everything sat again',
      [...sat('70', '88'), mark('T1', '90'), mark('T2', '90')],
      { ...basis, resat: ['T1', 'T2', 'P1', 'P2'], earlier: [] },
      'PASSED',
    ],
  ] as const)('is judged by the subjects sat again: %s', (_title, sittings, against, outcome) => {
    expect(resitOutcome(against, sittings)).toBe(outcome);
  });
});
