import type { TextKey, TextParams } from '../texts/text.js';

/** YES: met. NO: not met. STAFF: a person checks it, nothing stands in the way now. */
export type VerdictAnswer = 'YES' | 'NO' | 'STAFF';

/** What one rule says about one person. */
export interface RuleAnswer {
  readonly answer: VerdictAnswer;
  readonly messageKey: TextKey;
  readonly params: TextParams;
  /** What the person can do about it; null when nothing needs doing. */
  readonly remedyKey: TextKey | null;
}
