import { APPLICATION_TYPES } from '@kaopu/domain';
import { describe } from 'vitest';
import { aWorld, holdsFor } from './matrix/table-tests.js';

// In a file of its own, to run beside workflow-matrix.int-spec.ts, which says what it is about.
describe('The declared table, over the API,', { timeout: 120_000 }, () => {
  const world = aWorld();
  holdsFor(
    APPLICATION_TYPES.filter(({ path }) => path !== 'EXAM'),
    world,
  );
});
