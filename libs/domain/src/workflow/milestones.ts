import type { ApplicationType } from '../applications/application-type.js';
import { milestonesOf } from './states-of.js';
import type { ApplicationStatus } from './status.js';

/** A move of a case as its log tells it. */
export interface MilestoneMove {
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus | null;
  readonly at: Date;
}

/**
 * When each station of the tracker was reached. A case that goes back loses the stations it has to
 * pass again: all of them after a return to the candidate, those from its last one on otherwise.
 */
export function reachedMilestones(
  type: Pick<ApplicationType, 'workflow'>,
  moves: readonly MilestoneMove[],
): ReadonlyMap<ApplicationStatus, Date> {
  const stations = milestonesOf(type);
  const reached = new Map<ApplicationStatus, Date>();
  const loseFrom = (index: number) => {
    for (const later of stations.slice(index)) reached.delete(later);
  };
  for (const { from, to, at } of moves) {
    if (to === null || from === to) continue;
    const index = stations.indexOf(to);
    if (index >= 0) {
      loseFrom(index);
      reached.set(to, at);
    } else if (to === 'RETURNED') loseFrom(0);
    else if (to === 'ISSUER_RETURNED' && from !== null) loseFrom(stations.indexOf(from));
  }
  return reached;
}
