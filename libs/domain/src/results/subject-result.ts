import type { LocalDate } from '../dates/local-date.js';

/** What came of one sitting of one subject (科目). */
export const SubjectOutcome = { PRESENT: 'PRESENT', ABSENT: 'ABSENT', VOID: 'VOID' } as const;
export type SubjectOutcome = keyof typeof SubjectOutcome;

/** What the subjects of an item amount to. VOID: cheating, all subjects void (TSG Z8002-2022 annex F). */
export const ItemOutcome = {
  PASSED: 'PASSED',
  FAILED: 'FAILED',
  ABSENT: 'ABSENT',
  VOID: 'VOID',
} as const;
export type ItemOutcome = keyof typeof ItemOutcome;

/** One sitting of one subject. `score` is a decimal string with at most two places; null unless PRESENT. */
export interface SubjectSitting {
  readonly subjectCode: string;
  readonly outcome: SubjectOutcome;
  readonly score: string | null;
  readonly satOn: LocalDate;
}

/** A subject an item asks for, with its pass mark. */
export interface SubjectRule {
  readonly code: string;
  readonly passMark: number;
  readonly fullMark: number;
}
