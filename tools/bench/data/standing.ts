import type { ApplicationStatus } from '@kaopu/domain';

/** Cases in these states count; a person has one per item. */
export const LIVE: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'QUALIFIED',
  'SCHEDULED',
  'PASSED',
  'READY_TO_FORWARD',
  'FORWARDED',
  'APPROVED',
];
export const OVER: readonly ApplicationStatus[] = ['DELIVERED', 'WITHDRAWN', 'EXPIRED', 'REJECTED'];
/** Where the crowd's cases stand that wait for nobody's first look. */
export const BEYOND: readonly [ApplicationStatus, ...ApplicationStatus[]] = [
  'DELIVERED',
  ...LIVE.slice(1),
];
export const ITEMS = ['RT-I', 'UT-I', 'MT-I', 'PT-I', 'RT-II', 'UT-II', 'MT-II', 'PT-II'] as const;
export const SLOTS = ['ID_COPY', 'PHOTO', 'DIPLOMA', 'WORK_PROOF', 'VISION'] as const;
