import { ENDED_STATES, issuingStates, filingStates } from './shared-states.js';
import type { Workflow } from './workflow.js';

/**
 * The life of an application that is decided by its papers alone (审核换证, 免试换证): acceptance
 * leads straight to forwarding (domain.md §7, §10).
 */
export const REVIEW_PATH: Workflow = {
  initial: 'DRAFT',
  states: [
    ...filingStates('READY_TO_FORWARD'),
    ...issuingStates(['NO_OPEN_CHANGE']),
    ...ENDED_STATES,
  ],
};
