import type { ApplicationPurpose } from '../applications/application-type.js';
import type { LocalDate } from '../dates/local-date.js';
import {
  effectiveResults,
  itemOutcome,
  resitUntil,
  subjectsToResit,
  type EffectiveResult,
  type ResitWindow,
} from './outcome.js';
import type { ItemOutcome, SubjectRule, SubjectSitting } from './subject-result.js';

/** One exam whose results we published. */
export interface PublishedExam {
  readonly applicationNo: string;
  readonly registrationType: ApplicationPurpose;
  /** Last day of the exam, or the day the marks were entered when that is earlier. */
  readonly satOn: LocalDate;
  readonly outcome: ItemOutcome;
  readonly sittings: readonly SubjectSitting[];
}

/** Where somebody stands between a failed exam and its resits. */
export interface ResitStanding {
  /** The exam the next one follows. */
  readonly latest: PublishedExam;
  /** Last day of the resit period, counted from the first sitting (domain.md §9). */
  readonly until: LocalDate;
  /** How many resits there were already. */
  readonly resits: number;
  readonly results: readonly EffectiveResult[];
  /** Subjects to be sat again. */
  readonly failed: readonly string[];
}

/** Exams that count together: those after the last one that was passed or void, which ends a series. */
function series(exams: readonly PublishedExam[]): readonly PublishedExam[] {
  const ended = exams
    .slice(0, -1)
    .findLastIndex(({ outcome }) => outcome === 'PASSED' || outcome === 'VOID');
  return exams.slice(ended + 1);
}

/**
 * The results of ours a resit follows, or null when there are none.
 *
 * @param exams of one item and one kind (initial or renewal), oldest first.
 */
export function resitStanding(
  exams: readonly PublishedExam[],
  subjects: readonly SubjectRule[],
  window: ResitWindow,
): ResitStanding | null {
  const together = series(exams);
  const [first] = together;
  const latest = together.at(-1);
  if (first === undefined || latest === undefined) return null;
  const sittings = together.flatMap((exam) => exam.sittings);
  const results = effectiveResults(subjects, sittings, window);
  return {
    latest,
    until: resitUntil(first.satOn, window.resitMonths),
    resits: together.length - 1,
    results,
    failed: subjectsToResit(results),
  };
}

/** What a resit is measured against. */
export interface ResitBasis {
  readonly subjects: readonly SubjectRule[];
  /** Subjects sat again; the only ones with new results. */
  readonly resat: readonly string[];
  /** Earlier exams of ours; empty when the earlier result is from elsewhere. */
  readonly earlier: readonly PublishedExam[];
  /** The day of submission: passes good on that day stay good for this resit. */
  readonly window: ResitWindow;
}

/**
 * What a resit amounts to. Only the subjects sat again can fail it; the others need an earlier pass
 * still good, which staff have checked on paper where the earlier result is not ours.
 */
export function resitOutcome(
  { subjects, resat, earlier, window }: ResitBasis,
  sittings: readonly SubjectSitting[],
): ItemOutcome {
  const again = subjects.filter(({ code }) => resat.includes(code));
  const outcome = itemOutcome(again, sittings);
  const others = subjects.filter(({ code }) => !resat.includes(code));
  if (outcome !== 'PASSED' || others.length === 0) return outcome;
  const standing = resitStanding(earlier, others, window);
  return standing === null || standing.failed.length === 0 ? 'PASSED' : 'FAILED';
}
