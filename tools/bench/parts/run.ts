import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import type { World } from '../data/world.js';
import type { Bounds } from '../measure/compare.js';
import type { Tokens } from '../servers/tokens.js';

/** What every part of a run has at hand. */
export interface Run {
  /** The database servers are compared on. */
  readonly world: World;
  /** One for each size. */
  readonly worlds: readonly World[];
  readonly tokens: Tokens;
  readonly settings: Settings;
  readonly folder: string;
  readonly publicUrl: string;
  readonly databasePid: number;
  readonly bounds: Bounds;
  /** Seconds instead of minutes. */
  readonly quick: boolean;
  readonly say: (text: string) => void;
}
