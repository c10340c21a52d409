import type { FlaggedTarget } from '@kaopu/domain';
import type { CaseFile } from './case-file.js';

/** What a reviewer wants corrected: the only parts open after a return (goals N3). */
export const flaggedTargets = ({ verdicts }: Pick<CaseFile, 'verdicts'>): FlaggedTarget[] =>
  verdicts.filter(({ ok }) => !ok).map(({ targetKind, target }) => ({ kind: targetKind, target }));
