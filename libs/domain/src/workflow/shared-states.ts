import { action, state } from './state-building.js';
import type { GuardCode } from './guards.js';
import type { Audience, Role } from './roles.js';
import type { ActionDeclaration, StateDeclaration } from './workflow.js';

/** Who may read a case, growing with the offices it has reached. */
export const OWNER: readonly Audience[] = ['CANDIDATE'];
export const INSTITUTION: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'OBSERVER'];
export const EVERYBODY: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'AUTHORITY', 'OBSERVER'];
const ARCHIVE: readonly Audience[] = ['INSTITUTION', 'OBSERVER'];

/** Who gives a case its plan where the candidate does not choose it. */
const PLANNERS: readonly Role[] = ['PLAN_CLERK', 'REVIEWER'];

/** From the draft to the reviewer's acceptance, which leads to `accepted`. */
export const filingStates = (accepted: ActionDeclaration['to']): readonly StateDeclaration[] => [
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
      action('ASSIGN_PLAN', PLANNERS, 'SUBMITTED', ['STAFF_CHOOSE_PLAN']),
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
      action('ASSIGN_PLAN', PLANNERS, 'UNDER_REVIEW', ['STAFF_CHOOSE_PLAN']),
      action('ACCEPT', 'REVIEWER', accepted, [
        'SIGNED_FORM_PRESENT',
        'SIGNED_FORM_FRESH',
        'ALL_JUDGED_OK',
        'PLAN_PRESENT',
      ]),
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

/** With the issuing authority, up to the certificate in the holder's hands; `forward` is what forwarding waits for. */
export const issuingStates = (forward: readonly GuardCode[]): readonly StateDeclaration[] => [
  state({
    code: 'READY_TO_FORWARD',
    holdsSeat: true,
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [action('FORWARD', 'FORWARDER', 'FORWARDED', forward)],
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

/** Where nothing happens any more without a certificate, but that staff undo a deletion for some days (experience.md §2.10). */
export const ENDED_STATES: readonly StateDeclaration[] = [
  state({ code: 'WITHDRAWN', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
  state({
    code: 'DELETED',
    live: false,
    readers: ARCHIVE,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
      action(
        'RESTORE',
        ['REVIEWER', 'INSTITUTION_ADMIN'],
        { branch: 'DELETED_FROM', targets: { SUBMITTED: 'SUBMITTED', RETURNED: 'RETURNED' } },
        ['RESTORE_NOT_OVER'],
        'OPTIONAL',
      ),
    ],
  }),
  state({ code: 'EXPIRED', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
];
