import { describe, expect, it } from 'vitest';
import { hasText } from '../texts/text.js';
import {
  isRegistrationOpen,
  planReason,
  PlanReason,
  seatsLeft,
  type PlanFacts,
} from './plan-choice.js';

const WISH = { itemCode: 'RT-II', registrationType: 'INITIAL' } as const;
const NOON = new Date('2026-11-24T12:00:00+08:00');

function plan(changes: Partial<PlanFacts> = {}): PlanFacts {
  return {
    isTaking: true,
    registrationFrom: '2026-11-20',
    registrationTo: '2026-12-20',
    itemCodes: ['RT-II', 'UT-II'],
    registrationTypes: ['INITIAL', 'INITIAL_RESIT'],
    capacity: 50,
    seatsHeld: 49,
    ...changes,
  };
}

describe('An exam plan', () => {
  it('can be chosen while it is open and has a seat', () => {
    expect(planReason(plan(), WISH, NOON)).toBeNull();
  });

  it.each<readonly [string, Partial<PlanFacts>, PlanReason]>([
    ['another item', { itemCodes: ['UT-II'] }, 'WRONG_ITEM'],
    ['another registration type', { registrationTypes: ['RENEW_EXAM'] }, 'WRONG_TYPE'],
    ['a later opening', { registrationFrom: '2026-11-25' }, 'NOT_YET_OPEN'],
    ['a past deadline', { registrationTo: '2026-11-23' }, 'CLOSED'],
    ['a status that takes nobody', { isTaking: false }, 'CLOSED'],
    ['no seats left', { seatsHeld: 50 }, 'FULL'],
    ['more taken than there are', { seatsHeld: 51 }, 'FULL'],
    ['full and of another item', { seatsHeld: 50, itemCodes: [] }, 'WRONG_ITEM'],
    ['full and closed', { seatsHeld: 50, registrationTo: '2026-11-23' }, 'CLOSED'],
  ])('with %s cannot be chosen', (_title, changes, reason) => {
    expect(planReason(plan(changes), WISH, NOON)).toBe(reason);
  });

  it('stays chosen by somebody who has a seat in it when it is full', () => {
    expect(planReason(plan({ seatsHeld: 50 }), WISH, NOON, true)).toBeNull();
  });

  it.each([
    ['2026-11-19T15:59:59.999Z', false],
    ['2026-11-19T16:00:00.000Z', true],
    ['2026-12-20T15:59:59.999Z', true],
    ['2026-12-20T16:00:00.000Z', false],
  ])('at %s is open: %s', (instant, open) => {
    expect(isRegistrationOpen(plan(), new Date(instant))).toBe(open);
  });

  it('never has fewer than no seats', () => {
    expect(seatsLeft({ capacity: 2, seatsHeld: 1 })).toBe(1);
    expect(seatsLeft({ capacity: 2, seatsHeld: 5 })).toBe(0);
  });

  it('has words for every reason', () => {
    for (const reason of Object.values(PlanReason))
      expect(hasText(`planReason.${reason}`)).toBe(true);
  });
});
