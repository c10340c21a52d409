import { ENDED_STATES, INSTITUTION, issuingStates, OWNER } from './shared-states.js';
import { action, state } from './state-building.js';
import type { StateDeclaration, Workflow } from './workflow.js';

/** Filing: the form is printed, signed and uploaded before the request is sent (manual ch. 8, 9). */
const FILING = [
  state({
    code: 'DRAFT',
    readers: OWNER,
    candidateWrites: 'ALL',
    nextSteps: ['CANDIDATE'],
    actions: [
      action('EDIT', 'CANDIDATE', 'DRAFT'),
      action('UPLOAD_SIGNED_FORM', 'CANDIDATE', 'DRAFT'),
      action('SUBMIT', 'CANDIDATE', 'SUBMITTED', ['COMPLETE', 'ELIGIBLE', 'SIGNED_FORM_FRESH']),
      action('DELETE', 'CANDIDATE', 'DELETED'),
    ],
  }),
  state({
    code: 'SUBMITTED',
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
      action('ACCEPT', 'REVIEWER', 'READY_TO_FORWARD', [
        'SIGNED_FORM_PRESENT',
        'SIGNED_FORM_FRESH',
        'ALL_JUDGED_OK',
      ]),
    ],
  }),
  state({
    code: 'RETURNED',
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
        'SIGNED_FORM_FRESH',
      ]),
      action('WITHDRAW', 'CANDIDATE', 'WITHDRAWN', [], 'OPTIONAL'),
      action('DELETE', 'CANDIDATE', 'DELETED'),
      action('EXPIRE', 'SYSTEM', 'EXPIRED', ['RETURN_OVERDUE']),
    ],
  }),
];

/** Requests are about no exam plan, so they take no seat of one. */
const withoutSeat = (declared: StateDeclaration): StateDeclaration => ({
  ...declared,
  holdsSeat: false,
});

/**
 * The life of a request about a certificate, 补发 and 信息变更 (manual ch. 8, 9; domain.md §11): no
 * exam and no plan; accepting is the institution's confirmation.
 */
export const CERTIFICATE_PATH: Workflow = {
  initial: 'DRAFT',
  states: [...FILING, ...issuingStates([]).map(withoutSeat), ...ENDED_STATES],
  milestones: ['SUBMITTED', 'READY_TO_FORWARD', 'FORWARDED', 'APPROVED', 'PRINTED', 'DELIVERED'],
};
