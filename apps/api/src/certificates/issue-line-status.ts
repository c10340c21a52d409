import { registerEnumType } from '@nestjs/graphql';

/** Where one line of a batch stands. */
export const IssueLineStatus = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  RETURNED: 'RETURNED',
  REJECTED: 'REJECTED',
} as const;
export type IssueLineStatus = keyof typeof IssueLineStatus;

/** What the issuing authority may say about a line. */
export const IssueDecision = { APPROVE: 'APPROVE', RETURN: 'RETURN', REJECT: 'REJECT' } as const;
export type IssueDecision = keyof typeof IssueDecision;

/** The state a decision leads to. */
export const STATUS_AFTER: Readonly<Record<IssueDecision, IssueLineStatus>> = {
  APPROVE: 'APPROVED',
  RETURN: 'RETURNED',
  REJECT: 'REJECTED',
};

registerEnumType(IssueLineStatus, { name: 'IssueLineStatus' });
registerEnumType(IssueDecision, { name: 'IssueDecision' });
