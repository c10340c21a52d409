import { addMonths, type LocalDate } from '../dates/local-date.js';
import type { ItemOutcome, SubjectRule, SubjectSitting } from './subject-result.js';

/** What counts for one subject, and whether it is passed. Null sitting: never sat. */
export interface EffectiveResult {
  readonly subjectCode: string;
  readonly sitting: SubjectSitting | null;
  readonly passed: boolean;
}

const SCORE = /^(\d{1,4})(?:\.(\d{1,2}))?$/;

/** A decimal score in hundredths, so that marks are compared without floating point; null when malformed. */
export function scoreInHundredths(score: string): number | null {
  const match = SCORE.exec(score.trim());
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

function isPass(sitting: SubjectSitting, subject: SubjectRule): boolean {
  if (sitting.outcome !== 'PRESENT' || sitting.score === null) return false;
  const score = scoreInHundredths(sitting.score);
  return score !== null && score >= subject.passMark * 100;
}

const scoreOf = ({ score }: SubjectSitting): number => scoreInHundredths(score ?? '0') ?? 0;

/** Oldest first; sittings on the same day stay in the order they were handed in. */
const inOrder = (sittings: readonly SubjectSitting[]): readonly SubjectSitting[] =>
  sittings.toSorted((a, b) => a.satOn.localeCompare(b.satOn));

/**
 * The last day a failed subject may be resat and a passed one stays good: `months` after the first
 * sitting of the item (domain.md §9, default 24, a rule parameter).
 */
export function resitUntil(firstSitting: LocalDate, months: number): LocalDate {
  return addMonths(firstSitting, months);
}

/** The day results are asked for, and how many months a passed subject stays good. */
export interface ResitWindow {
  readonly asOf: LocalDate;
  readonly resitMonths: number;
}

/** Whether a sitting still counts; without a window, within one exam, every sitting does. */
function counts({ satOn }: SubjectSitting, window: ResitWindow | undefined): boolean {
  if (window === undefined) return true;
  return satOn <= window.asOf && window.asOf <= resitUntil(satOn, window.resitMonths);
}

/**
 * Per subject the result that counts: the best pass still good in the window, else the latest
 * sitting. A sitting marked VOID is never a pass (domain.md §9).
 */
export function effectiveResults(
  subjects: readonly SubjectRule[],
  sittings: readonly SubjectSitting[],
  window?: ResitWindow,
): readonly EffectiveResult[] {
  return subjects.map((subject) => {
    const own = inOrder(sittings.filter(({ subjectCode }) => subjectCode === subject.code));
    const best = own
      .filter((sitting) => counts(sitting, window) && isPass(sitting, subject))
      .toSorted((a, b) => scoreOf(b) - scoreOf(a))[0];
    return {
      subjectCode: subject.code,
      sitting: best ?? own.at(-1) ?? null,
      passed: best !== undefined,
    };
  });
}

/**
 * What the sittings amount to: VOID as soon as a result that counts is void (cheating voids all),
 * PASSED when every subject is passed, ABSENT when nothing was sat, else FAILED.
 * An item without subjects is a mistake of the catalogue and never passed.
 */
export function itemOutcome(
  subjects: readonly SubjectRule[],
  sittings: readonly SubjectSitting[],
  window?: ResitWindow,
): ItemOutcome {
  const results = effectiveResults(subjects, sittings, window);
  if (results.some(({ sitting }) => sitting?.outcome === 'VOID')) return 'VOID';
  if (results.length > 0 && results.every(({ passed }) => passed)) return 'PASSED';
  return results.every(({ sitting }) => (sitting?.outcome ?? 'ABSENT') === 'ABSENT')
    ? 'ABSENT'
    : 'FAILED';
}

/** Subjects to be sat again: those without a pass that counts. */
export function subjectsToResit(results: readonly EffectiveResult[]): readonly string[] {
  return results.filter(({ passed }) => !passed).map(({ subjectCode }) => subjectCode);
}
