import { Injectable } from '@nestjs/common';
import { applicationType, type ApplicationAction, type ApplicationStatus } from '@kaopu/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SlotFiles } from '../../attachments/slot-files.js';
import { IssuedCertificates } from '../../certificates/issued-certificates.js';
import { PlanChoices } from '../../catalogue/rules/plan-choices.js';
import { ExamPlans } from '../../exams/exam-plans.js';
import type { Actor } from '../../platform/access/actor.js';
import { leanColumns } from '../../platform/database/lean-rows.js';
import { lazily } from '../../platform/lazily.js';
import { ApplicationCells } from './application-cells.js';
import { ApplicationRow } from './application.entity.js';
import type { CaseContent, CaseFile, MarkRow, VerdictRow } from './case-file.js';
import { FiledPersons, type FiledPerson } from './filed-persons.js';
import { flaggedTargets } from './flagged.js';

/** Where the owner prepares a submission, which is then more recent than the last one. */
export const PREPARING: ReadonlySet<ApplicationStatus> = new Set<ApplicationStatus>([
  'DRAFT',
  'RETURNED',
]);

/** Facts beside the row that spare the statements of a list which has no verdicts or marks to show. */
interface Beside {
  readonly isJudged: number;
  readonly isMarked: number;
  /** Codes, separated by commas. */
  readonly takenPart: string | null;
}

const BESIDE = `
  EXISTS (SELECT 1 FROM verdict v WHERE v.application_id = a.id) AS isJudged,
  EXISTS (SELECT 1 FROM subject_mark m WHERE m.application_id = a.id) AS isMarked,
  (SELECT GROUP_CONCAT(DISTINCT x.action) FROM application_action x
   WHERE x.application_id = a.id AND x.actor_id = ?) AS takenPart`;

/**
 * Loads whole cases in bulk: three statements for any number of them, and two each where something was
 * judged, marked or is about a certificate, so lists have no N+1; only a candidate's own drafts and returned cases ask for the
 * profile one by one. What is encrypted is opened when it is first read.
 * Who may see a case is decided by the caller's conditions, never here.
 */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cells: ApplicationCells,
    private readonly slotFiles: SlotFiles,
    private readonly persons: FiledPersons,
    private readonly plans: ExamPlans,
    private readonly certificates: IssuedCertificates,
    private readonly planChoices: PlanChoices,
  ) {}

  /** In the order of `ids`; ids without a row are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<CaseFile[]> {
    if (ids.length === 0) return [];
    const files = await this.select(actor, 'WHERE a.id IN (?)', [ids]);
    const byId = new Map(files.map((file) => [file.row.id, file]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /**
   * The cases a statement finds, in its order.
   *
   * @param tail everything behind `FROM application a`
   */
  async select(
    actor: Actor,
    tail: string,
    values: readonly unknown[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<CaseFile[]> {
    const rows = await em.query<(ApplicationRow & Beside)[]>(
      `SELECT ${leanColumns(em, ApplicationRow, 'a')}, ${BESIDE} FROM application a ${tail}`,
      [actor.id, ...values],
    );
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const [slots, plans, verdicts, marks, certificates] = await Promise.all([
      this.slotFiles.list(ids, em),
      this.plans.shown(
        rows.flatMap(({ planId }) => planId ?? []),
        actor.request.language,
      ),
      verdictsOf(
        em,
        rows.filter(({ isJudged }) => isJudged === 1).map(({ id }) => id),
      ),
      marksOf(
        em,
        rows.filter(({ isMarked }) => isMarked === 1).map(({ id }) => id),
      ),
      this.certificates.byIds(
        em,
        rows.flatMap(({ certificateId }) => certificateId ?? []),
      ),
    ]);
    return Promise.all(
      rows.map(async (row) =>
        this.file(actor, {
          row,
          type: applicationType(row.type),
          planChoice: await this.planChoices.of(applicationType(row.type), row.ruleDate),
          certificate: certificates.get(row.certificateId ?? '') ?? null,
          slots: new Map((slots.get(row.id) ?? []).map((slot) => [slot.slotCode, slot])),
          verdicts: verdicts.get(row.id) ?? [],
          marks: marks.get(row.id) ?? [],
          plan: (row.planId !== null && plans.get(row.planId)) || null,
          actorTookPart: (row.takenPart?.split(',') ?? []) as ApplicationAction[],
        }),
      ),
    );
  }

  private async file(
    actor: Actor,
    known: Omit<CaseFile, 'answers' | 'submitted' | 'content'>,
  ): Promise<CaseFile> {
    const { row } = known;
    const file = lazily(known as CaseFile, {
      answers: () => this.cells.answers(row.id, 'answers_enc', row.answersEnc),
      submitted: () => this.submitted(row),
    });
    const isOwner = actor.id === row.accountId;
    if (isOwner && (row.personEnc === null || PREPARING.has(row.status))) {
      return Object.assign(file, { content: await this.prepared(file) });
    }
    return lazily(file, {
      content: () => {
        const { submitted } = file;
        if (!isOwner || !submitted) return submitted;
        return lazily({ answers: file.answers } as CaseContent, { person: () => submitted.person });
      },
    });
  }

  private submitted({ id, submittedAnswersEnc, personEnc }: ApplicationRow): CaseContent | null {
    if (!submittedAnswersEnc || !personEnc) return null;
    return lazily({} as CaseContent, {
      answers: () => this.cells.answers(id, 'submitted_answers_enc', submittedAnswersEnc),
      person: () => this.cells.person(id, personEnc),
    });
  }

  /** What a submission now would hand in: the owner's view, and what a form signed before submission prints. */
  async prepared(file: CaseFile): Promise<CaseContent> {
    const { row, answers, submitted } = file;
    if (submitted && !PREPARING.has(row.status)) {
      return lazily({ answers } as CaseContent, { person: () => submitted.person });
    }
    return { answers, person: await this.nextPerson(file) };
  }

  /** The person a submission now would freeze. */
  private nextPerson({ row, type, verdicts, submitted }: CaseFile): Promise<FiledPerson> {
    const { accountId, status } = row;
    const flagged = flaggedTargets({ verdicts });
    const person = submitted?.person ?? null;
    return this.persons.next({ accountId, type, status, flagged, person });
  }
}

async function verdictsOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VerdictRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await em.query<(Omit<VerdictRow, 'ok'> & { ok: number })[]>(
    `SELECT application_id AS applicationId, target_kind AS targetKind, target, ok, reason_code AS reasonCode, note,
            content_hash AS contentHash, reviewer_id AS reviewerId FROM verdict WHERE application_id IN (?)`,
    [ids],
  );
  return Map.groupBy(
    rows.map((row) => ({ ...row, ok: row.ok === 1 })),
    ({ applicationId }) => applicationId,
  );
}

async function marksOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MarkRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await em.query<MarkRow[]>(
    `SELECT application_id AS applicationId, subject_code AS subjectCode, outcome, score, entered_by AS enteredBy,
            entered_at AS enteredAt, published_at AS publishedAt
     FROM subject_mark WHERE application_id IN (?) ORDER BY subject_code`,
    [ids],
  );
  return Map.groupBy(rows, ({ applicationId }) => applicationId);
}
