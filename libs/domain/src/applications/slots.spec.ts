import { describe, expect, it } from 'vitest';
import { RT2, someFacts, someHeldItem } from '../eligibility/facts.fixture.js';
import type { EligibilityFacts } from '../eligibility/facts.js';
import { DEFAULT_RULE_PARAMETERS } from '../eligibility/parameters.js';
import { missingSlots, requiredSlots } from './slots.js';
import { TESTING_INITIAL } from './testing-initial.js';

const NOT_DIRECT = { education: 'COLLEGE' } as const;

function slotsFor(changes: Partial<EligibilityFacts>) {
  return requiredSlots(TESTING_INITIAL, someFacts(changes), {}, DEFAULT_RULE_PARAMETERS);
}

const needOf = (code: string, changes: Partial<EligibilityFacts>) =>
  slotsFor(changes).find(({ slot }) => slot === code)?.need;

describe('The lower-level certificate', () => {
  it.each([
    ['by the direct route', {}, 'NOT_NEEDED'],
    ['off the direct route', NOT_DIRECT, 'REQUIRED'],
    ['when our register has it', { ...NOT_DIRECT, heldItems: [someHeldItem()] }, 'NOT_NEEDED'],
    [
      'when it is only stated',
      { ...NOT_DIRECT, heldItems: [someHeldItem({ source: 'TYPED' })] },
      'REQUIRED',
    ],
    [
      'when the registered one has expired',
      { ...NOT_DIRECT, heldItems: [someHeldItem({ validTo: '2026-01-01' })] },
      'REQUIRED',
    ],
    [
      'for level I',
      { item: { ...RT2, code: 'RT-I', level: 'I', lowerItemCode: null } },
      'NOT_NEEDED',
    ],
  ] as const)('%s', (_title, changes, need) => {
    expect(needOf('LOWER_CERT', changes)).toBe(need);
  });
});

describe('The list of materials', () => {
  it('names every material of the type with its need', () => {
    expect(slotsFor({}).map(({ slot, need }) => [slot, need])).toEqual([
      ['ID_COPY', 'REQUIRED'],
      ['PHOTO', 'REQUIRED'],
      ['DIPLOMA', 'REQUIRED'],
      ['EDU_REPORT', 'OPTIONAL'],
      ['WORK_PROOF', 'REQUIRED'],
      ['VISION', 'REQUIRED'],
      ['LOWER_CERT', 'NOT_NEEDED'],
      ['FORM_SIGNED', 'REQUIRED'],
    ]);
  });

  it('does not miss the signed form before submission, but afterwards', () => {
    const present = ['ID_COPY', 'PHOTO', 'DIPLOMA', 'WORK_PROOF', 'VISION'];
    expect(missingSlots(slotsFor({}), present, { beforeSubmission: true })).toEqual([]);
    expect(missingSlots(slotsFor({}), present, { beforeSubmission: false })).toEqual([
      'FORM_SIGNED',
    ]);
  });

  it('misses what is required and not there', () => {
    expect(missingSlots(slotsFor(NOT_DIRECT), ['PHOTO'], { beforeSubmission: true })).toEqual([
      'ID_COPY',
      'DIPLOMA',
      'WORK_PROOF',
      'VISION',
      'LOWER_CERT',
    ]);
  });
});
