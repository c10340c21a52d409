import {
  correctedHolder,
  maskIdNumber,
  statedItems,
  touchedRows,
  type TouchedRow,
} from '@kaopu/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LineToIssue } from '../../certificates/issuance.js';
import { HolderCorrections } from '../../certificates/holder-corrections.js';
import type { IssuedCertificate } from '../../certificates/issued-certificates.js';
import type { Holder } from '../../certificates/holder.js';
import { Clock } from '../../platform/clock/clock.js';
import type { CaseContent, CaseFile } from '../cases/case-file.js';
import { certifiedData } from '../cases/case-problems.js';
import { sourceOf } from '../cases/case-source.js';

/** What the authority is told of each case that is forwarded. */
@Injectable()
export class LinesToIssue {
  constructor(
    private readonly corrections: HolderCorrections,
    private readonly clock: Clock,
  ) {}

  /**
   * The line of a case, with who took part in it: they may not decide about it
   * (domain.md §10 invariant 6).
   *
   * @throws Error for a case that was never submitted; the workflow lets none get here.
   */
  async of(em: EntityManager, file: CaseFile): Promise<LineToIssue> {
    const { row, type, certificate, submitted, slots, marks } = file;
    if (!submitted) throw new Error(`Application ${row.id} was never submitted.`);
    const { name, idNumber, sex, birthDate, employer } = submitted.person;
    return {
      source: sourceOf(row.id),
      holderAccountId: row.accountId,
      holder: {
        ...{ name, idNumber, sex, birthDate },
        ...(await this.correctedSince(em, row)),
        // Not as corrected: in a case that was returned since, the employer may be the newer one.
        employer,
      },
      itemCode: row.itemCode,
      purpose: 'ISSUE',
      replacesId: null,
      firstIssueDates: null,
      examPassedOn: row.passedOn,
      firstIssueDate:
        statedItems(row.itemCode, submitted.answers).find(
          ({ itemCode }) => itemCode === row.itemCode,
        )?.firstIssueDate ?? null,
      evidence: {
        applicationNumber: row.number,
        registrationType: type.registrationType,
        results: marks.map(({ subjectCode, score }) => ({ subjectCode, score })),
      },
      photoFileId: slots.get('PHOTO')?.file.id ?? null,
      tookPart: await staffOf(em, row.id),
      ...(certificate && replacementOf(certificate, file, submitted, this.clock.today())),
    };
  }

  /**
   * Who the person is by what changes approved after the case was handed in put right: it must not come
   * back with the frozen snapshot.
   */
  private async correctedSince(
    em: EntityManager,
    { accountId, submittedAt }: CaseFile['row'],
  ): Promise<Partial<Holder>> {
    if (submittedAt === null) return {};
    return (await this.corrections.since(em, accountId, submittedAt)).holder;
  }
}

/** What a request asks of the authority: the certificate's own data, with the corrections of a change. */
function replacementOf(
  certificate: IssuedCertificate,
  file: CaseFile,
  { answers, person }: CaseContent,
  today: string,
): Partial<LineToIssue> {
  const { row, type } = file;
  const data = certifiedData(file);
  const rows = data ? touchedRows(data, answers) : [];
  const corrected = data ? correctedHolder(data, answers, person, today) : {};
  return {
    purpose: type.registrationType === 'CHANGE' ? 'CHANGE' : 'REISSUE',
    replacesId: certificate.id,
    holder: { ...certificate.holder, ...filledIn(corrected) },
    firstIssueDates: itemDates(rows),
    photoFileId: certificate.photoFileId,
    evidence: {
      applicationNumber: row.number,
      registrationType: type.registrationType,
      certificateNumber: certificate.number,
      reason: answers['reissueReason'] ?? null,
      statement: answers['reissueStatement'] ?? answers['changeReason'] ?? null,
      changes: rows.map(shownToAuthority),
    },
  };
}

/** Only what is corrected, so that the rest stays as it is. */
const filledIn = <Part extends object>(part: Part): Partial<Record<keyof Part, string>> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)) as Partial<
    Record<keyof Part, string>
  >;

function itemDates(rows: readonly TouchedRow[]): LineToIssue['firstIssueDates'] {
  const dates = rows.flatMap(({ itemCode, after }): [string, string][] =>
    itemCode === null ? [] : [[itemCode, after]],
  );
  return dates.length === 0 ? null : Object.fromEntries(dates);
}

/** Full ID numbers are shown one by one, with a reason (security.md D3). */
function shownToAuthority(row: TouchedRow): TouchedRow {
  const { fieldId, before, after } = row;
  return fieldId === 'newIdNumber'
    ? { ...row, before: maskIdNumber(before), after: maskIdNumber(after) }
    : row;
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
