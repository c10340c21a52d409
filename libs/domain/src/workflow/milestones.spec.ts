import { describe, expect, it } from 'vitest';
import { CERTIFICATE_REISSUE } from '../applications/certificate-reissue.js';
import { TESTING_INITIAL } from '../applications/testing-initial.js';
import { reachedMilestones, type MilestoneMove } from './milestones.js';
import type { ApplicationStatus } from './status.js';

/** One move an hour through the given states. */
function through(...states: readonly ApplicationStatus[]): MilestoneMove[] {
  return states.map((to, index) => ({
    from: states[index - 1] ?? null,
    to,
    at: new Date(Date.UTC(2026, 10, 24, index)),
  }));
}

const reached = (...states: readonly ApplicationStatus[]) =>
  [...reachedMilestones(CERTIFICATE_REISSUE, through(...states))].map(([status, at]) => [
    status,
    at.getUTCHours(),
  ]);

describe('The stations of a tracker', () => {
  it('have the time they were reached', () => {
    expect(
      reached('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'READY_TO_FORWARD', 'FORWARDED', 'APPROVED'),
    ).toEqual([
      ['SUBMITTED', 1],
      ['READY_TO_FORWARD', 3],
      ['FORWARDED', 4],
      ['APPROVED', 5],
    ]);
  });

  it('are lost by a return to the holder and reached anew', () => {
    const back = ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED'] as const;
    expect(reached(...back)).toEqual([]);
    expect(reached(...back, 'SUBMITTED')).toEqual([['SUBMITTED', 4]]);
  });

  it('are kept up to the institution when the authority sends the case back', () => {
    const back = [
      'SUBMITTED',
      'UNDER_REVIEW',
      'READY_TO_FORWARD',
      'FORWARDED',
      'ISSUER_RETURNED',
    ] as const;
    expect(reached(...back)).toEqual([
      ['SUBMITTED', 0],
      ['READY_TO_FORWARD', 2],
    ]);
  });

  it('do not move by work inside a state', () => {
    const moves = through('DRAFT', 'SUBMITTED');
    const edit = {
      from: 'SUBMITTED',
      to: 'SUBMITTED',
      at: new Date('2026-11-24T02:00:00Z'),
    } as const;
    expect(reachedMilestones(CERTIFICATE_REISSUE, [...moves, edit]).get('SUBMITTED')).toEqual(
      moves[1]?.at,
    );
  });

  it('are none for a type without a tracker', () => {
    expect(reachedMilestones(TESTING_INITIAL, through('DRAFT', 'SUBMITTED')).size).toBe(0);
  });
});
