/**
 * Where an application (申请) stands. Keys equal values; few statuses, many flags.
 * PASSED, FAILED, ABSENT and VOID are the published results. Source: domain.md §10.
 */
export const ApplicationStatus = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  UNDER_REVIEW: 'UNDER_REVIEW',
  RETURNED: 'RETURNED',
  QUALIFIED: 'QUALIFIED',
  SCHEDULED: 'SCHEDULED',
  EXAMINED: 'EXAMINED',
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  ABSENT: 'ABSENT',
  VOID: 'VOID',
  READY_TO_FORWARD: 'READY_TO_FORWARD',
  FORWARDED: 'FORWARDED',
  ISSUER_RETURNED: 'ISSUER_RETURNED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  PRINTED: 'PRINTED',
  DELIVERED: 'DELIVERED',
  WITHDRAWN: 'WITHDRAWN',
  DELETED: 'DELETED',
  EXPIRED: 'EXPIRED',
} as const;
export type ApplicationStatus = keyof typeof ApplicationStatus;

/** Every status, roughly in the order a case passes through them. */
export const APPLICATION_STATUSES: readonly ApplicationStatus[] = Object.values(ApplicationStatus);
