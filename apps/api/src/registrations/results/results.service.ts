import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Items, type CatalogueItem } from '../../catalogue/items/items.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { InvalidInputError, RefusedError } from '../../platform/graphql/user-error.js';
import { invalid, type Problem } from '../../platform/i18n/refuse.js';
import type {
  EnterResultsInput,
  PublishResultsInput,
  SubjectMarkInput,
} from '../applying/application.inputs.js';
import { CaseCommands, type MoveRefusal } from '../cases/case-commands.js';
import { sittingDay } from './sitting-day.js';
import { examinedSubjects } from '../applying/examined-subjects.js';

/** Marks: entered by one person, published by another (domain.md §10 invariant 6). */
@Injectable()
export class ResultsService {
  constructor(
    private readonly commands: CaseCommands,
    private readonly items: Items,
    private readonly clock: Clock,
  ) {}

  /** Replaces marks that are not published yet. @returns the application's id, or why not. */
  enter(
    actor: Actor,
    input: EnterResultsInput,
  ): Promise<string | InvalidInputError | MoveRefusal | RefusedError> {
    return this.commands.run<InvalidInputError>(
      actor,
      { ...input, operation: 'enterResults', action: 'RECORD_RESULTS', reason: null, input },
      async ({ tx, file, now }) => {
        const { row } = file;
        const item = await this.items.byCode(row.itemCode, row.ruleDate ?? this.clock.today());
        const problems = markProblems(input.subjects, examinedSubjects(file, item?.subjects ?? []));
        if (problems.length > 0) return invalid(actor, problems);
        for (const mark of input.subjects) await putMark(tx.em, row.id, mark, actor.id, now);
        return null;
      },
    );
  }

  /** Publishes what was entered; the outcome decides the next state. @returns the id, or why not. */
  publish(actor: Actor, input: PublishResultsInput): Promise<string | MoveRefusal | RefusedError> {
    return this.commands.run(
      actor,
      { ...input, operation: 'publishResults', action: 'PUBLISH_RESULTS', reason: null, input },
      async ({ tx, file, to, now, set }) => {
        await tx.em.query(
          `UPDATE subject_mark SET published_by = ?, published_at = ?
           WHERE application_id = ? AND published_at IS NULL`,
          [actor.id, now, file.row.id],
        );
        const [first] = file.marks;
        if (to === 'PASSED') set.passedOn = sittingDay(file.plan, first?.enteredAt ?? now);
        return null;
      },
    );
  }
}

/** Each subject exactly once, a score only for those present, none above full mark. */
function markProblems(
  marks: readonly SubjectMarkInput[],
  subjects: CatalogueItem['subjects'],
): Problem[] {
  const fullMarks = new Map(subjects.map(({ code, fullMark }) => [code, fullMark]));
  const unknown = marks.filter(({ subjectCode }) => !fullMarks.has(subjectCode));
  const notOnce = subjects.filter(
    ({ code }) => marks.filter(({ subjectCode }) => subjectCode === code).length !== 1,
  );
  const wrong = marks.filter(({ subjectCode, outcome, score }) => {
    const fullMark = fullMarks.get(subjectCode);
    if (fullMark === undefined) return false;
    return outcome === 'PRESENT' ? score == null || Number(score) > fullMark : score != null;
  });
  return [
    ...unknown.map((mark) => ({ path: mark.subjectCode, key: 'results.subjectUnknown' })),
    ...notOnce.map(({ code }) => ({ path: code, key: 'results.subjectMissing' })),
    ...wrong.map((mark) => ({ path: mark.subjectCode, key: 'results.scoreInvalid' })),
  ];
}

async function putMark(
  em: EntityManager,
  applicationId: string,
  { subjectCode, outcome, score }: SubjectMarkInput,
  enteredBy: string,
  at: Date,
): Promise<void> {
  await em.query(
    `INSERT INTO subject_mark (application_id, subject_code, outcome, score, entered_by, entered_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE outcome = VALUES(outcome), score = VALUES(score),
       entered_by = VALUES(entered_by), entered_at = VALUES(entered_at)`,
    [applicationId, subjectCode, outcome, score ?? null, enteredBy, at],
  );
}
