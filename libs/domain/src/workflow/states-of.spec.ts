import { describe, expect, it } from 'vitest';
import { TESTING_INITIAL } from '../applications/testing-initial.js';
import { APPLICATION_STATUSES } from './status.js';
import { offersAction } from './states-of.js';

describe('offersAction', () => {
  it('says where the desk judges: wherever a case can be returned', () => {
    const states = APPLICATION_STATUSES.filter((status) =>
      offersAction(TESTING_INITIAL, status, 'RETURN'),
    );
    expect(states).toEqual(['UNDER_REVIEW', 'ISSUER_RETURNED']);
  });
});
