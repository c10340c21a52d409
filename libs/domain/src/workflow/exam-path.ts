import { action, state } from './state-building.js';
import type { Audience } from './roles.js';
import type { Workflow } from './workflow.js';

const OWNER: readonly Audience[] = ['CANDIDATE'];
const INSTITUTION: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'OBSERVER'];
const EVERYBODY: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'AUTHORITY', 'OBSERVER'];
const ARCHIVE: readonly Audience[] = ['INSTITUTION', 'OBSERVER'];

/** From the draft to the seat: filing, review, return, qualification. */
const FILING = [
  state({
    code: 'DRAFT',
    readers: OWNER,
    candidateWrites: 'ALL',
    nextSteps: ['CANDIDATE'],
    actions: [
      action('EDIT', 'CANDIDATE', 'DRAFT'),
      action('SUBMIT', 'CANDIDATE', 'SUBMITTED', ['COMPLETE', 'ELIGIBLE', 'PLAN_OPEN']),
      action('DELETE', 'CANDIDATE', 'DELETED'),
    ],
  }),
  state({
    code: 'SUBMITTED',
    holdsSeat: true,
    readers: INSTITUTION,
    candidateWrites: 'ALL',
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('EDIT', 'CANDIDATE', 'SUBMITTED'),
      action('UPLOAD_SIGNED_FORM', 'CANDIDATE', 'SUBMITTED'),
      action('START_REVIEW', 'REVIEWER', 'UNDER_REVIEW'),
      action('WITHDRAW', 'CANDIDATE', 'WITHDRAWN', [], 'OPTIONAL'),
      action('DELETE', 'CANDIDATE', 'DELETED'),
    ],
  }),
  state({
    code: 'UNDER_REVIEW',
    holdsSeat: true,
    readers: INSTITUTION,
    candidateWrites: 'AFTER_SLOTS',
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('UPLOAD_SIGNED_FORM', 'CANDIDATE', 'UNDER_REVIEW'),
      action(
        'RETURN',
        'REVIEWER',
        'RETURNED',
        ['FIX_VERDICT_PRESENT', 'FIX_VERDICTS_EXPLAINED'],
        'OPTIONAL',
      ),
      action(
        'ACCEPT',
        'REVIEWER',
        { branch: 'EXAM', targets: { AHEAD: 'QUALIFIED', PASSED: 'READY_TO_FORWARD' } },
        ['SIGNED_FORM_PRESENT', 'SIGNED_FORM_FRESH', 'ALL_JUDGED_OK'],
      ),
    ],
  }),
  state({
    code: 'RETURNED',
    holdsSeat: true,
    readers: INSTITUTION,
    candidateWrites: 'FLAGGED',
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action('EDIT', 'CANDIDATE', 'RETURNED'),
      action('UPLOAD_SIGNED_FORM', 'CANDIDATE', 'RETURNED'),
      action('RESUBMIT', 'CANDIDATE', 'SUBMITTED', [
        'RETURN_NOT_OVERDUE',
        'FIXES_ANSWERED',
        'COMPLETE',
      ]),
      action('WITHDRAW', 'CANDIDATE', 'WITHDRAWN', [], 'OPTIONAL'),
      action('DELETE', 'CANDIDATE', 'DELETED'),
      action('EXPIRE', 'SYSTEM', 'EXPIRED', ['RETURN_OVERDUE']),
    ],
  }),
];

/** The exam itself, from the seat to the published result. */
const EXAM = [
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

/** With the issuing authority, up to the certificate in the holder's hands. */
const ISSUING = [
  state({
    code: 'READY_TO_FORWARD',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [action('FORWARD', 'FORWARDER', 'FORWARDED')],
  }),
  state({
    code: 'FORWARDED',
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'INSTITUTION', 'AUTHORITY'],
    actions: [
      action(
        'ISSUER_RETURN',
        ['AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER'],
        'ISSUER_RETURNED',
        [],
        'REQUIRED',
      ),
      action('APPROVE', 'AUTHORITY_APPROVER', 'APPROVED', ['DID_NOT_REVIEW']),
      action('REJECT', 'AUTHORITY_APPROVER', 'REJECTED', ['DID_NOT_REVIEW'], 'REQUIRED'),
    ],
  }),
  state({
    code: 'ISSUER_RETURNED',
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'INSTITUTION', 'AUTHORITY'],
    actions: [
      action('QUEUE_FORWARD', 'FORWARDER', 'READY_TO_FORWARD', [], 'REQUIRED'),
      action(
        'RETURN',
        'REVIEWER',
        'RETURNED',
        ['FIX_VERDICT_PRESENT', 'FIX_VERDICTS_EXPLAINED'],
        'OPTIONAL',
      ),
    ],
  }),
  state({
    code: 'APPROVED',
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'AUTHORITY'],
    actions: [action('MARK_PRINTED', 'PRINTER', 'PRINTED')],
  }),
  state({
    code: 'REJECTED',
    terminal: true,
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE'],
  }),
  state({
    code: 'PRINTED',
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'AUTHORITY'],
    actions: [action('MARK_DELIVERED', 'PRINTER', 'DELIVERED', [], 'OPTIONAL')],
  }),
  state({
    code: 'DELIVERED',
    terminal: true,
    holdsSeat: true,
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE'],
  }),
];

const ENDED = [
  state({ code: 'WITHDRAWN', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
  state({ code: 'DELETED', terminal: true, readers: ARCHIVE, nextSteps: ['CANDIDATE'] }),
  state({ code: 'EXPIRED', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
];

/**
 * The life of an application that leads through an exam (domain.md §10). Delete only as a draft,
 * unreviewed or returned (manual ch. 10); a seat is given back by withdrawal, deletion and lapse.
 */
export const EXAM_PATH: Workflow = {
  initial: 'DRAFT',
  states: [...FILING, ...EXAM, ...ISSUING, ...ENDED],
};
