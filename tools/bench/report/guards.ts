import type { Measured } from '../measure/compare.js';
import type { Contention } from '../measure/contention.js';
import type { Growth } from '../measure/growth.js';
import { ratios } from '../measure/statistics.js';

/** What a run has measured. */
export interface Results {
  readonly measured: readonly Measured[];
  readonly growths: readonly Growth[];
  readonly rushes: readonly Contention[];
}

/**
 * The least of the floor's requests per second that is let through: half of the goal, and where
 * docs/performance.md says why a goal is not met, half of what was measured. Generous, as the machines
 * of CI are shared; what they find is a list that has become several times dearer, not a bad day.
 */
const LEAST: Readonly<Record<string, number>> = {
  'my applications (20)': 0.12,
  'verify a certificate': 0.11,
  'review list with total': 0.2,
  apply: 0.2,
};

/** Half as much again as the goal of 1.5. */
const MOST_GROWTH = 2.25;

/** What is worse than it may be, one sentence each. */
export function brokenGuards({ measured, growths, rushes }: Results): string[] {
  return [
    ...Object.entries(LEAST).flatMap(([operation, least]) => slow(measured, operation, least)),
    ...growths.flatMap(({ operation, cpuMs }) => {
      const times = (cpuMs.at(-1) ?? NaN) / (cpuMs[0] ?? NaN);
      return times > MOST_GROWTH
        ? [`${operation} costs ${times.toFixed(2)} times as much on the largest database.`]
        : [];
    }),
    ...rushes.flatMap(({ name, seats, sold, errors }) => {
      if (name.startsWith('control')) {
        return sold > seats ? [] : ['The control did not oversell, so the rush proves nothing.'];
      }
      return sold === seats && errors === 0
        ? []
        : [`${name} sold ${sold} of ${seats} seats with ${errors} errors.`];
    }),
  ];
}

function slow(measured: readonly Measured[], operation: string, least: number): string[] {
  const of = (server: string): readonly number[] =>
    measured.find((row) => row.operation === operation && row.server === server)?.rates ?? [];
  const [kaopu, floor] = [of('kaopu'), of('floor')];
  if (kaopu.length === 0 || floor.length === 0) return [];
  const { median } = ratios(kaopu, floor);
  return median >= least
    ? []
    : [`${operation}: ${median.toFixed(3)} of the floor, less than ${least}.`];
}
