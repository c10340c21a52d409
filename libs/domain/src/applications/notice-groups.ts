import type { NoticeDeclaration } from './application-type.js';

const ALL_CHANNELS: NoticeDeclaration['channels'] = ['INBOX', 'SMS', 'MAIL'];
const QUIET: NoticeDeclaration['channels'] = ['INBOX'];

/** What every candidate is told of filing, whatever decides the case. */
const FILING: readonly NoticeDeclaration[] = [
  { action: 'SUBMIT', to: 'SUBMITTED', notice: 'SUBMITTED', channels: ALL_CHANNELS },
  { action: 'ASSIGN_PLAN', to: 'SUBMITTED', notice: 'PLAN_ASSIGNED', channels: ALL_CHANNELS },
  { action: 'ASSIGN_PLAN', to: 'UNDER_REVIEW', notice: 'PLAN_ASSIGNED', channels: ALL_CHANNELS },
  { action: 'RESUBMIT', to: 'SUBMITTED', notice: 'RESUBMITTED', channels: QUIET },
  { action: 'RETURN', to: 'RETURNED', notice: 'RETURNED', channels: ALL_CHANNELS },
  { action: 'WITHDRAW', to: 'WITHDRAWN', notice: 'WITHDRAWN', channels: QUIET },
  { action: 'EXPIRE', to: 'EXPIRED', notice: 'EXPIRED', channels: ALL_CHANNELS },
  { action: 'RESTORE', to: 'SUBMITTED', notice: 'RESTORED', channels: ALL_CHANNELS },
  { action: 'RESTORE', to: 'RETURNED', notice: 'RESTORED', channels: ALL_CHANNELS },
];

const EXAM: readonly NoticeDeclaration[] = [
  { action: 'ACCEPT', to: 'QUALIFIED', notice: 'QUALIFIED', channels: ALL_CHANNELS },
  { action: 'SCHEDULE', to: 'SCHEDULED', notice: 'SCHEDULED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'PASSED', notice: 'PASSED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'FAILED', notice: 'FAILED', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'ABSENT', notice: 'ABSENT', channels: ALL_CHANNELS },
  { action: 'PUBLISH_RESULTS', to: 'VOID', notice: 'VOID', channels: ALL_CHANNELS },
];

const ISSUING: readonly NoticeDeclaration[] = [
  { action: 'FORWARD', to: 'FORWARDED', notice: 'FORWARDED', channels: QUIET },
  { action: 'APPROVE', to: 'APPROVED', notice: 'APPROVED', channels: ALL_CHANNELS },
  { action: 'REJECT', to: 'REJECTED', notice: 'REJECTED', channels: ALL_CHANNELS },
  { action: 'MARK_PRINTED', to: 'PRINTED', notice: 'PRINTED', channels: ALL_CHANNELS },
  { action: 'MARK_DELIVERED', to: 'DELIVERED', notice: 'DELIVERED', channels: ALL_CHANNELS },
];

/** Notices of the types that lead through an exam. */
export const EXAM_NOTICES: readonly NoticeDeclaration[] = [...FILING, ...EXAM, ...ISSUING];

/** Notices of the types decided by their papers. */
export const REVIEW_NOTICES: readonly NoticeDeclaration[] = [
  ...FILING,
  { action: 'ACCEPT', to: 'READY_TO_FORWARD', notice: 'ACCEPTED', channels: ALL_CHANNELS },
  ...ISSUING,
];
