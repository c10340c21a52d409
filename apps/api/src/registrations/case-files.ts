import { Injectable } from '@nestjs/common';
import { applicationType, type ApplicationAction, type ApplicationStatus } from '@kaopu/domain';
import { DataSource, In, type EntityManager } from 'typeorm';
import { SlotFiles } from '../attachments/slot-files.js';
import { IssuedCertificates } from '../certificates/issued-certificates.js';
import { ExamPlans } from '../exams/exam-plans.js';
import type { Actor } from '../platform/access/actor.js';
import { ApplicationCells } from './application-cells.js';
import { ApplicationRow } from './application.entity.js';
import type { CaseContent, CaseFile, MarkRow, VerdictRow } from './case-file.js';
import { FiledPersons } from './filed-persons.js';
import { flaggedTargets } from './flagged.js';

/** Where the owner prepares a submission, which is then more recent than the last one. */
export const PREPARING: ReadonlySet<ApplicationStatus> = new Set<ApplicationStatus>([
  'DRAFT',
  'RETURNED',
]);

/**
 * Loads whole cases in bulk: eight statements for any number of them, so lists have no N+1; only a
 * candidate's own drafts and returned cases ask for the profile one by one.
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
  ) {}

  /** In the order of `ids`; ids without a row are left out. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<CaseFile[]> {
    if (ids.length === 0) return [];
    const { manager } = this.dataSource;
    const rows = await manager.find(ApplicationRow, { where: { id: In([...ids]) } });
    const files = await this.complete(manager, actor, rows);
    const byId = new Map(files.map((file) => [file.row.id, file]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The rest of the case around rows already loaded, for example under a lock. */
  async complete(
    em: EntityManager,
    actor: Actor,
    rows: readonly ApplicationRow[],
  ): Promise<CaseFile[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const slots = await this.slotFiles.list(ids, em);
    const verdicts = Map.groupBy(await verdictsOf(em, ids), ({ applicationId }) => applicationId);
    const marks = Map.groupBy(await marksOf(em, ids), ({ applicationId }) => applicationId);
    const certificates = await this.certificates.byIds(
      em,
      rows.flatMap(({ certificateId }) => certificateId ?? []),
    );
    const taken = Map.groupBy(await actionsBy(em, ids, actor.id), (one) => one.applicationId);
    const days = await this.plans.examDays(rows.flatMap(({ planId }) => planId ?? []));
    return Promise.all(
      rows.map(async (row) => {
        const file = {
          row,
          type: applicationType(row.type),
          certificate: certificates.get(row.certificateId ?? '') ?? null,
          answers: this.cells.answers(row.id, 'answers_enc', row.answersEnc),
          submitted: this.submitted(row),
          slots: new Map((slots.get(row.id) ?? []).map((slot) => [slot.slotCode, slot])),
          verdicts: verdicts.get(row.id) ?? [],
          marks: marks.get(row.id) ?? [],
          examDays: (row.planId !== null && days.get(row.planId)) || null,
          actorTookPart: (taken.get(row.id) ?? []).map(({ action }) => action),
        };
        return { ...file, content: await this.content(actor, file) };
      }),
    );
  }

  private submitted({ id, submittedAnswersEnc, personEnc }: ApplicationRow): CaseContent | null {
    if (!submittedAnswersEnc || !personEnc) return null;
    return {
      answers: this.cells.answers(id, 'submitted_answers_enc', submittedAnswersEnc),
      person: this.cells.person(id, personEnc),
    };
  }

  private async content(
    actor: Actor,
    file: Omit<CaseFile, 'content'>,
  ): Promise<CaseContent | null> {
    return actor.id === file.row.accountId ? this.prepared(file) : file.submitted;
  }

  /** What a submission now would hand in: the owner's view, and what a form signed before submission prints. */
  async prepared({
    row,
    type,
    answers,
    submitted,
    verdicts,
  }: Omit<CaseFile, 'content'>): Promise<CaseContent> {
    if (submitted && !PREPARING.has(row.status)) return { ...submitted, answers };
    const { accountId, status } = row;
    const flagged = flaggedTargets({ verdicts });
    const person = submitted?.person ?? null;
    return {
      answers,
      person: await this.persons.next({ accountId, type, status, flagged, person }),
    };
  }
}

async function verdictsOf(em: EntityManager, ids: readonly string[]): Promise<VerdictRow[]> {
  const rows = await em.query<(Omit<VerdictRow, 'ok'> & { ok: number })[]>(
    `SELECT application_id AS applicationId, target_kind AS targetKind, target, ok, reason_code AS reasonCode, note,
            content_hash AS contentHash, reviewer_id AS reviewerId FROM verdict WHERE application_id IN (?)`,
    [ids],
  );
  return rows.map((row) => ({ ...row, ok: row.ok === 1 }));
}

function marksOf(em: EntityManager, ids: readonly string[]): Promise<MarkRow[]> {
  return em.query<MarkRow[]>(
    `SELECT application_id AS applicationId, subject_code AS subjectCode, outcome, score, entered_by AS enteredBy,
            entered_at AS enteredAt, published_at AS publishedAt
     FROM subject_mark WHERE application_id IN (?) ORDER BY subject_code`,
    [ids],
  );
}

function actionsBy(
  em: EntityManager,
  ids: readonly string[],
  actorId: string,
): Promise<{ applicationId: string; action: ApplicationAction }[]> {
  return em.query(
    `SELECT DISTINCT application_id AS applicationId, action FROM application_action
     WHERE application_id IN (?) AND actor_id = ?`,
    [ids, actorId],
  );
}
