import type { Track } from '@kaopu/domain';
import { APPLICATION_TYPES, type ApplicationType } from '@kaopu/domain';

/** The three menus, in the order of the manual (ch. 5, 6, 7). */
export const TRACKS: readonly Track[] = ['INSPECTION', 'TESTING', 'TYPE_TEST'];

/** Inspectors choose 检验员 or 检验师 before the item (manual ch. 5). */
export const LEVEL_FIRST: readonly Track[] = ['INSPECTION'];

/** How a track stands in an address: `type-test`. */
export const slugOf = (track: Track): string => track.toLowerCase().replace('_', '-');

/** Undefined for an address that names no track. */
export const trackOf = (slug: string): Track | undefined =>
  TRACKS.find((track) => slugOf(track) === slug);

/** The declaration behind a registration type of a track; undefined when there is none. */
export function offeredType(
  track: Track | undefined,
  registrationType: string,
): ApplicationType | undefined {
  return APPLICATION_TYPES.find(
    (type) => type.track === track && type.registrationType === registrationType,
  );
}
