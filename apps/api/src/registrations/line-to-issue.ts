import { statedItems } from '@kaopu/domain';
import type { EntityManager } from 'typeorm';
import type { LineToIssue } from '../certificates/issuance.js';
import type { CaseFile } from './case-file.js';
import { sourceOf } from './case-source.js';

/**
 * What the authority is told of a case, and who took part in it: they may not decide about it
 * (domain.md §10 invariant 6).
 *
 * @throws Error for a case that was never submitted; the workflow lets none get here.
 */
export async function lineToIssue(
  em: EntityManager,
  { row, type, submitted, slots, marks }: CaseFile,
): Promise<LineToIssue> {
  if (!submitted) throw new Error(`Application ${row.id} was never submitted.`);
  const { name, idNumber, sex, birthDate, employer } = submitted.person;
  return {
    source: sourceOf(row.id),
    holderAccountId: row.accountId,
    holder: { name, idNumber, sex, birthDate, employer },
    itemCode: row.itemCode,
    examPassedOn: row.passedOn,
    firstIssueDate:
      statedItems(row.itemCode, submitted.answers).find(({ itemCode }) => itemCode === row.itemCode)
        ?.firstIssueDate ?? null,
    evidence: {
      applicationNumber: row.number,
      registrationType: type.registrationType,
      results: marks.map(({ subjectCode, score }) => ({ subjectCode, score })),
    },
    photoFileId: slots.get('PHOTO')?.file.id ?? null,
    tookPart: await staffOf(em, row.id),
  };
}

/**
 * Who moved the case at the institution, and who judged parts of it. Having returned it for the
 * authority is no part in what is decided: the same officer may approve what was put right.
 */
async function staffOf(em: EntityManager, applicationId: string): Promise<string[]> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT actor_id AS id FROM application_action
     WHERE application_id = ? AND actor_role NOT IN
       ('CANDIDATE', 'SYSTEM', 'AUTHORITY_REVIEWER', 'AUTHORITY_APPROVER', 'PRINTER')
     UNION SELECT reviewer_id FROM verdict WHERE application_id = ?
     UNION SELECT entered_by FROM subject_mark WHERE application_id = ?`,
    [applicationId, applicationId, applicationId],
  );
  return rows.map(({ id }) => id);
}
