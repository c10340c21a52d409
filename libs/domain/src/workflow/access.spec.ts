import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TESTING_INITIAL as type } from '../applications/testing-initial.js';
import {
  accessTo,
  refreshablePersonFields,
  writableFields,
  writableSlots,
  type FlaggedTarget,
} from './access.js';
import { ROLES, type Role } from './roles.js';
import { liveStatuses, seatHoldingStatuses, terminalStatuses } from './states-of.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from './status.js';

const flagged: readonly FlaggedTarget[] = [
  { kind: 'FIELD', target: 'workYears' },
  { kind: 'FIELD', target: 'employer' },
  { kind: 'SLOT', target: 'VISION' },
];

const writes = (state: ApplicationStatus, role: Role = 'CANDIDATE') => {
  const query = { type, state, role, flagged };
  return {
    fields: writableFields(query).length,
    person: refreshablePersonFields(query).length,
    slots: writableSlots(query),
  };
};

const BEFORE = ['ID_COPY', 'PHOTO', 'DIPLOMA', 'EDU_REPORT', 'WORK_PROOF', 'VISION', 'LOWER_CERT'];
const answers = type.fields.filter(({ source }) => source === 'ANSWER').length;
const carried = ['majorCatalogue', 'majorCode', 'divisionCode'];
const person = type.fields.length - answers + carried.length;

describe('What may be written', () => {
  it('is everything in a draft except what can only exist later', () => {
    expect(writes('DRAFT')).toEqual({ fields: answers, person, slots: BEFORE });
  });

  it('is everything while nobody has looked at it', () => {
    expect(writes('SUBMITTED')).toEqual({
      fields: answers,
      person,
      slots: [...BEFORE, 'FORM_SIGNED'],
    });
  });

  it('is the signed form only during the review', () => {
    expect(writes('UNDER_REVIEW')).toEqual({ fields: 0, person: 0, slots: ['FORM_SIGNED'] });
  });

  it('is what was flagged after a return, and the signed form', () => {
    expect(writes('RETURNED')).toEqual({ fields: 1, person: 2, slots: ['VISION', 'FORM_SIGNED'] });
    const query = { type, state: 'RETURNED', role: 'CANDIDATE', flagged } as const;
    expect(writableFields(query)).toEqual(['workYears']);
    expect(refreshablePersonFields(query)).toEqual(['employer', 'divisionCode']);
  });

  it.each(
    APPLICATION_STATUSES.filter(
      (one) => !['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED'].includes(one),
    ),
  )('is nothing in %s', (state) => {
    expect(writes(state)).toEqual({ fields: 0, person: 0, slots: [] });
  });

  it.each(ROLES.filter((role) => role !== 'CANDIDATE'))('is nothing for %s anywhere', (role) => {
    for (const state of APPLICATION_STATUSES) {
      expect(writes(state, role)).toEqual({ fields: 0, person: 0, slots: [] });
    }
  });

  it('is never more than what may be read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPLICATION_STATUSES),
        fc.constantFrom(...ROLES),
        (state, role) => {
          const { readable, writable } = accessTo({ type, state, role });
          expect(readable || writable === 'NONE').toBe(true);
        },
      ),
    );
  });
});

describe('What may be read', () => {
  const readers = (state: ApplicationStatus) =>
    ROLES.filter((role) => accessTo({ type, state, role }).readable);

  it('is a draft only by its owner', () => {
    expect(readers('DRAFT')).toEqual(['CANDIDATE', 'SYSTEM']);
  });

  it.each(['SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'EXAMINED', 'READY_TO_FORWARD'] as const)(
    'is nothing for the issuing authority in %s',
    (state) => {
      expect(readers(state)).not.toContain('AUTHORITY_REVIEWER');
      expect(readers(state)).toContain('REVIEWER');
    },
  );

  it('is kept for staff when the candidate deletes', () => {
    expect(readers('DELETED')).not.toContain('CANDIDATE');
    expect(readers('DELETED')).toContain('REVIEWER');
  });
});

describe('The sets of statuses', () => {
  it('free seat and person when an application ends early', () => {
    const ended: readonly ApplicationStatus[] = ['WITHDRAWN', 'DELETED', 'EXPIRED'];
    expect(seatHoldingStatuses(type).filter((one) => ended.includes(one))).toEqual([]);
    expect(liveStatuses(type).filter((one) => ended.includes(one))).toEqual([]);
  });

  it('let somebody who has failed apply again', () => {
    expect(liveStatuses(type)).not.toContain('FAILED');
    expect(liveStatuses(type)).toContain('RETURNED');
  });

  it('never hold a seat for a draft', () => {
    expect(seatHoldingStatuses(type)).not.toContain('DRAFT');
  });

  it('count no terminal status as live', () => {
    expect(terminalStatuses(type).filter((one) => liveStatuses(type).includes(one))).toEqual([]);
  });
});
