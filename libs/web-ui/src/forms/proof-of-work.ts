import type { Challenge } from 'altcha-lib';

/** Computes the answer to the server's task; throws when there is none in time. */
export type ProofOfWorkSolver = (challenge: unknown) => Promise<string>;

/** Solves an ALTCHA challenge with the browser's own PBKDF2; needs a secure context (https or localhost). */
export const DEFAULT_SOLVER: ProofOfWorkSolver = async (challenge) => {
  const task = challenge as Challenge;
  const [{ solveChallenge }, { deriveKey }] = await Promise.all([
    import('altcha-lib'),
    import('altcha-lib/algorithms/web/pbkdf2'),
  ]);
  const solution = await solveChallenge({ challenge: task, deriveKey });
  if (!solution) {
    throw new Error('No solution in time');
  }
  return btoa(JSON.stringify({ challenge: task, solution }));
};
