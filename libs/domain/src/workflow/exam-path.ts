import { ENDED_STATES, INSTITUTION, issuingStates, filingStates } from './shared-states.js';
import { action, state } from './state-building.js';
import type { Workflow } from './workflow.js';

/** A case that comes back from the authority after its exam does not sit it again. */
const FILING = filingStates({
  branch: 'EXAM',
  targets: { AHEAD: 'QUALIFIED', PASSED: 'READY_TO_FORWARD' },
});

/** The exam itself, from the seat to the published result. */
const EXAM_STATES = [
  state({
    code: 'QUALIFIED',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('SCHEDULE', 'PLAN_CLERK', 'SCHEDULED'),
      action('WITHDRAW', 'CANDIDATE', 'WITHDRAWN', ['WITHDRAWAL_OPEN'], 'OPTIONAL'),
    ],
  }),
  state({
    code: 'SCHEDULED',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('SCHEDULE', 'PLAN_CLERK', 'SCHEDULED'),
      action('RECORD_RESULTS', 'RESULT_CLERK', 'EXAMINED', ['EXAM_BEGUN']),
      action('WITHDRAW', 'CANDIDATE', 'WITHDRAWN', ['WITHDRAWAL_OPEN'], 'OPTIONAL'),
    ],
  }),
  state({
    code: 'EXAMINED',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('RECORD_RESULTS', 'RESULT_CLERK', 'EXAMINED', ['EXAM_BEGUN']),
      action(
        'PUBLISH_RESULTS',
        'RESULT_PUBLISHER',
        {
          branch: 'RESULT',
          targets: { PASSED: 'PASSED', FAILED: 'FAILED', ABSENT: 'ABSENT', VOID: 'VOID' },
        },
        ['RESULTS_COMPLETE', 'DID_NOT_RECORD_RESULTS'],
      ),
    ],
  }),
  state({
    code: 'PASSED',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('QUEUE_FORWARD', ['RESULT_PUBLISHER', 'FORWARDER', 'SYSTEM'], 'READY_TO_FORWARD'),
    ],
  }),
  state({
    code: 'FAILED',
    terminal: true,
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE'],
  }),
  state({
    code: 'ABSENT',
    terminal: true,
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE'],
  }),
  state({
    code: 'VOID',
    terminal: true,
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE'],
  }),
];

/**
 * The life of an application that leads through an exam (domain.md §10). Delete only as a draft,
 * unreviewed or returned (manual ch. 10); a seat is given back by withdrawal, deletion and lapse.
 */
export const EXAM_PATH: Workflow = {
  initial: 'DRAFT',
  states: [...FILING, ...EXAM_STATES, ...issuingStates(['NO_OPEN_CHANGE']), ...ENDED_STATES],
};
