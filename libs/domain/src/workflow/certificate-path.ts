import { action, state } from './state-building.js';
import type { Audience } from './roles.js';
import type { Workflow } from './workflow.js';

const OWNER: readonly Audience[] = ['CANDIDATE'];
const INSTITUTION: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'OBSERVER'];
const EVERYBODY: readonly Audience[] = ['CANDIDATE', 'INSTITUTION', 'AUTHORITY', 'OBSERVER'];
const ARCHIVE: readonly Audience[] = ['INSTITUTION', 'OBSERVER'];

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
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [
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

/** From the institution's confirmation to the new print in the holder's hands (domain.md §11). */
const ISSUING = [
  state({
    code: 'READY_TO_FORWARD',
    readers: INSTITUTION,
    nextSteps: ['CANDIDATE', 'INSTITUTION'],
    actions: [action('FORWARD', 'FORWARDER', 'FORWARDED')],
  }),
  state({
    code: 'FORWARDED',
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
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'AUTHORITY'],
    actions: [action('MARK_PRINTED', 'PRINTER', 'PRINTED')],
  }),
  state({ code: 'REJECTED', terminal: true, readers: EVERYBODY, nextSteps: ['CANDIDATE'] }),
  state({
    code: 'PRINTED',
    readers: EVERYBODY,
    nextSteps: ['CANDIDATE', 'AUTHORITY'],
    actions: [action('MARK_DELIVERED', 'PRINTER', 'DELIVERED', [], 'OPTIONAL')],
  }),
  state({ code: 'DELIVERED', terminal: true, readers: EVERYBODY, nextSteps: ['CANDIDATE'] }),
];

const ENDED = [
  state({ code: 'WITHDRAWN', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
  state({ code: 'DELETED', terminal: true, readers: ARCHIVE, nextSteps: ['CANDIDATE'] }),
  state({ code: 'EXPIRED', terminal: true, readers: INSTITUTION, nextSteps: ['CANDIDATE'] }),
];

/**
 * The life of a request about a certificate, 补发 and 信息变更 (manual ch. 8, 9; domain.md §11): no
 * exam and no plan; accepting is the institution's confirmation.
 */
export const CERTIFICATE_PATH: Workflow = {
  initial: 'DRAFT',
  states: [...FILING, ...ISSUING, ...ENDED],
  milestones: ['SUBMITTED', 'READY_TO_FORWARD', 'FORWARDED', 'APPROVED', 'PRINTED', 'DELIVERED'],
};
