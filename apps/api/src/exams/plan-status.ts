/** Where an exam plan (考试计划) stands, domain.md §17. */
export const PLAN_STATUSES = [
  'DRAFT',
  'PUBLISHED',
  'REGISTRATION_OPEN',
  'REGISTRATION_CLOSED',
  'SCHEDULED',
  'IN_PROGRESS',
  'MARKING',
  'RESULTS_PUBLISHED',
  'ARCHIVED',
  'CANCELLED',
] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** Plans people may choose while their window is open; opening and closing go by date, not by hand. */
export const CHOOSABLE_STATUSES: readonly PlanStatus[] = ['PUBLISHED', 'REGISTRATION_OPEN'];

/** Plans nobody outside the institution may know of. */
export const HIDDEN_STATUSES: readonly PlanStatus[] = ['DRAFT', 'ARCHIVED', 'CANCELLED'];

/** Whether the status lets people register at all; the window is another question. */
export const isTaking = (status: PlanStatus): boolean => CHOOSABLE_STATUSES.includes(status);
