import type { WorkflowFlags } from './flags.js';

/**
 * Forks in a workflow, by code. RESULT follows the published outcome;
 * EXAM tells a first review from one that follows a return by the issuing authority;
 * DELETED_FROM leads back to where a case stood when its owner deleted it.
 */
export const BranchCode = { RESULT: 'RESULT', EXAM: 'EXAM', DELETED_FROM: 'DELETED_FROM' } as const;
export type BranchCode = keyof typeof BranchCode;

interface Fork {
  readonly keys: readonly string[];
  readonly choose: (flags: WorkflowFlags) => string | null;
}

const FORKS: Readonly<Record<BranchCode, Fork>> = {
  RESULT: {
    keys: ['PASSED', 'FAILED', 'ABSENT', 'VOID'],
    choose: ({ outcome }) => outcome ?? null,
  },
  EXAM: {
    keys: ['AHEAD', 'PASSED'],
    choose: ({ examPassed = false }) => (examPassed ? 'PASSED' : 'AHEAD'),
  },
  DELETED_FROM: {
    keys: ['SUBMITTED', 'RETURNED'],
    choose: ({ deletedFrom }) => deletedFrom ?? null,
  },
};

/** The target names a branch must offer, so that no fact of a case is left without a way. */
export function branchKeys(code: BranchCode): readonly string[] {
  return FORKS[code].keys;
}

/** The target name the flags select, or null when the deciding fact is not known yet. */
export function chooseBranch(code: BranchCode, flags: WorkflowFlags): string | null {
  return FORKS[code].choose(flags);
}
