import { describe, expect, it } from 'vitest';
import { REGISTERED_ITEMS } from './field-groups.js';
import { reviewedFields, type ReviewedDocument } from './reviewed-fields.js';
import { TESTING_INITIAL } from './testing-initial.js';

const RESIDENT: ReviewedDocument = { idType: 'RESIDENT_ID', idNumber: '340101197001020006' };
const PASSPORT: ReviewedDocument = { idType: 'PASSPORT', idNumber: 'E00000001' };

const ids = (document: ReviewedDocument, type: Parameters<typeof reviewedFields>[0]) =>
  reviewedFields(type, document).map(({ id }) => id);

describe('reviewedFields', () => {
  it('are what is typed in the application and what the profile lets a person correct', () => {
    const reviewed = ids(RESIDENT, TESTING_INITIAL);
    for (const id of ['workYears', 'name', 'education', 'major', 'employer', 'phone']) {
      expect(reviewed).toContain(id);
    }
  });

  it('leave out what the registration settled: the paper that proves it is judged', () => {
    const reviewed = ids(RESIDENT, TESTING_INITIAL);
    for (const id of ['idType', 'idNumber', 'birthDate', 'sex']) {
      expect(reviewed).not.toContain(id);
    }
  });

  it('hold the sex where the number does not tell it, for then the person stated it', () => {
    expect(ids(PASSPORT, TESTING_INITIAL)).toContain('sex');
  });

  it('never hold what only our register says', () => {
    expect(ids(RESIDENT, REGISTERED_ITEMS)).toEqual([]);
  });
});
