import type { Answers, ApplicationAction, ApplicationType, PlanChoice } from '@kaopu/domain';
import type { SlotFile } from '../../attachments/slot-file.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import type { TargetKind } from '../../catalogue/dictionaries/target-kind.js';
import type { Plan } from '../../exams/exam-plan.type.js';
import type { ApplicationRow } from './application.entity.js';
import type { FiledPerson } from './filed-persons.js';

/** What a reviewer said about one field or file, and about which content. */
export interface VerdictRow {
  readonly applicationId: string;
  readonly targetKind: TargetKind;
  readonly target: string;
  readonly ok: boolean;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly contentHash: string;
  readonly reviewerId: string;
}

/** One recorded mark. */
export interface MarkRow {
  readonly applicationId: string;
  readonly subjectCode: string;
  readonly outcome: 'PRESENT' | 'ABSENT' | 'VOID';
  /** Decimal text; null unless PRESENT. */
  readonly score: string | null;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly publishedAt: Date | null;
}

/** Answers and person that belong together. */
export interface CaseContent {
  readonly answers: Answers;
  readonly person: FiledPerson;
}

/** Everything about one case, loaded at once; all answers about it are computed from this. */
export interface CaseFile {
  readonly row: ApplicationRow;
  readonly type: ApplicationType;
  /** The certificate it is about; null for an application for an item. */
  readonly certificate: IssuedCertificate | null;
  /** The owner's buffer. */
  readonly answers: Answers;
  /** The last submission; null before the first. */
  readonly submitted: CaseContent | null;
  /**
   * What the asking actor works with: the owner what would be submitted now, everybody else the last
   * submission; null for others before the first.
   */
  readonly content: CaseContent | null;
  readonly slots: ReadonlyMap<string, SlotFile>;
  readonly verdicts: readonly VerdictRow[];
  readonly marks: readonly MarkRow[];
  /** Who picks its plan, by the rules of the day it was handed in. */
  readonly planChoice: PlanChoice;
  /** Without its lists; null until one is chosen. */
  readonly plan: Plan | null;
  /** What the asking actor did on this case before (four eyes). */
  readonly actorTookPart: readonly ApplicationAction[];
}

/** @throws Error for a case that was never submitted and is not the actor's: nothing may be shown of it. */
export function contentOf({ row, content }: CaseFile): CaseContent {
  if (!content) throw new Error(`Application ${row.id} has no submission to show.`);
  return content;
}
