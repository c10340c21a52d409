import {
  allowedActions,
  applicationType,
  daysBetween,
  isBlank,
  maskIdNumber,
  nextStep,
  renderText,
  shanghaiDate,
  statusLine,
  text,
  type Role,
  type WorkflowFlags,
} from '@kaopu/domain';
import type { DataSource } from 'typeorm';
import { AccountCells } from '../../../apps/api/src/auth/accounts/account-cells.js';
import { MajorsQueries } from '../../../apps/api/src/majors/majors.queries.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { decodeCursor, encodeCursor } from '../../../apps/api/src/platform/graphql/page.js';
import { ApplicationCells } from '../../../apps/api/src/registrations/cases/application-cells.js';
import { CARD, JOINS, type CardRow, type FileRow } from './card-rows.js';
import { places, type Statements } from './statements.js';

const CAP = 1000;
const LANGUAGE = 'zh-CN';

export interface Page {
  readonly first: number;
  readonly after?: string;
  readonly text?: string;
}

/** The benchmark's reads, each the shortest way to its answer. */
export class FloorReads {
  private readonly cases;
  private readonly accounts;
  private readonly cipher;
  private readonly majors;
  private readonly clock = new Clock();

  constructor(
    private readonly statements: Statements,
    settings: Settings,
  ) {
    this.cipher = new FieldCipher(settings);
    this.cases = new ApplicationCells(this.cipher);
    this.accounts = new AccountCells(this.cipher);
    // The search has one good form; the floor asks the same statements.
    const query = (sql: string, values: unknown[]) => statements.pool.query(sql, values);
    const source = {
      query: async (sql: string, values: unknown[]) => (await query(sql, values))[0],
    };
    this.majors = new MajorsQueries(source as unknown as DataSource);
  }

  async searchMajors({ text, first }: Page): Promise<unknown> {
    const hits = await this.majors.search(text ?? '', first);
    return {
      searchMajors: hits.map((hit) => ({
        catalogue: hit.catalogue,
        code: hit.code,
        name: hit.name,
        discipline: hit.discipline,
        class: hit.class,
        relatedNames: hit.relatedNames,
        matchedBy: hit.matchedBy,
        added: hit.added,
        confidence: hit.confidence,
      })),
    };
  }

  async myApplications(accountId: string, { first }: Page, withFiles: boolean): Promise<unknown> {
    const mine = "a.account_id = ? AND a.status <> 'DELETED'";
    const [total, rows] = await Promise.all([
      this.count(`FROM application a WHERE ${mine}`, [accountId]),
      this.statements.rows<CardRow>(
        `${CARD('a.created_at')} ${JOINS} WHERE ${mine} ORDER BY a.created_at DESC, a.id DESC LIMIT ?`,
        [accountId, String(first + 1)],
      ),
    ]);
    const page = rows.slice(0, first);
    const files = await this.files(page, withFiles);
    const edges = page.map((row) => ({
      cursor: encodeCursor(row),
      node: {
        ...this.card(row, files.get(row.id) ?? [], 'CANDIDATE', {}),
        ...(withFiles && { slots: this.slots(row, files.get(row.id) ?? []) }),
      },
    }));
    return { myApplications: connection(edges, rows.length > first, total) };
  }

  async reviewQueue(
    reviewerId: string,
    { first, after }: Page,
    withTotal: boolean,
  ): Promise<unknown> {
    const where =
      "a.institution_code = (SELECT s.institution_code FROM account s WHERE s.id = ?) AND a.status = 'SUBMITTED' AND a.submitted_at IS NOT NULL";
    const at = after === undefined ? null : decodeCursor(after);
    const key = at ? 'AND a.submitted_at >= ? AND (a.submitted_at > ? OR a.id > ?)' : '';
    const [total, rows] = await Promise.all([
      withTotal ? this.count(`FROM application a WHERE ${where}`, [reviewerId]) : null,
      this.statements.rows<CardRow>(
        `${CARD('a.submitted_at')}, a.submitted_answers_enc AS submittedAnswers, a.person_enc AS person, a.reviewer_id AS reviewerId,
           r.name_enc AS reviewerName ${JOINS} LEFT JOIN account r ON r.id = a.reviewer_id
         WHERE ${where} ${key} ORDER BY a.submitted_at, a.id LIMIT ?`,
        [reviewerId, ...(at ? [at.at, at.at, at.id] : []), String(first + 1)],
      ),
    ]);
    const page = rows.slice(0, first);
    const files = await this.files(page, false);
    const today = this.clock.today();
    const edges = page.map((row) => {
      const person = this.cases.person(row.id, row.person);
      const own = files.get(row.id) ?? [];
      const answers = this.cases.answers(row.id, 'submitted_answers_enc', row.submittedAnswers);
      const typed = Object.values(answers).filter((value) => !isBlank(value));
      const flags = { openVerdicts: 0, unjudgedItems: own.length + typed.length };
      return {
        cursor: encodeCursor(row),
        node: {
          ...this.card(row, own, 'REVIEWER', flags),
          applicantName: person.name,
          applicantIdNumber: maskIdNumber(person.idNumber),
          waitingDays: row.submittedAt && daysBetween(shanghaiDate(row.submittedAt), today),
          reviewerName:
            row.reviewerId && row.reviewerName
              ? this.accounts.open(row.reviewerId, 'name_enc', row.reviewerName)
              : null,
        },
      };
    });
    return { reviewQueue: connection(edges, rows.length > first, total) };
  }

  private card(
    row: CardRow,
    files: readonly FileRow[],
    role: Role,
    more: WorkflowFlags,
  ): Record<string, unknown> {
    const type = applicationType(row.type);
    const hasForm = files.some(({ slot }) => slot === 'FORM_SIGNED');
    const flags: WorkflowFlags = {
      signedFormMissing: row.number !== null && !hasForm,
      signedFormStale: hasForm && row.signedDataVersion !== row.dataVersion,
      withdrawalClosed: row.examFrom !== null && row.examFrom <= this.clock.today(),
      examPassed: row.passedOn !== null,
      candidateChoosesPlan: type.planChoice !== 'BY_STAFF',
      ...more,
    };
    const actor = { id: '', roles: [role], isOwner: role === 'CANDIDATE' };
    const { status } = row;
    return {
      id: row.id,
      number: row.number,
      type: row.type,
      registrationType: type.registrationType,
      status,
      version: row.version,
      statusLine: renderText(LANGUAGE, statusLine(type, status, flags)),
      nextStep: renderText(LANGUAGE, nextStep(type, status, role, flags)),
      createdAt: row.createdAt,
      submittedAt: row.submittedAt,
      returnDueAt: row.returnDueAt,
      updatedAt: row.updatedAt,
      allowedActions: allowedActions({ type, state: status, actor, flags }),
      flags: {
        signedFormMissing: flags.signedFormMissing,
        signedFormStale: flags.signedFormStale,
        returnOpen: status === 'RETURNED',
        // The type that is loaded asks for no certificates and follows no earlier exam.
        heldItemsDiffer: false,
        resultsFromElsewhere: false,
      },
      signedForm: hasForm ? signedForm(row.signedFinding, flags, role) : null,
      item: {
        code: row.itemCode,
        name: row.itemName,
        nameEn: row.itemNameEn,
        track: row.track,
        level: row.level,
        method: row.method,
      },
      plan: row.planId && {
        id: row.planId,
        planNo: row.planNo,
        name: row.planName,
        examFrom: row.examFrom,
        examTo: row.examTo,
      },
    };
  }

  /** The benchmark's people have degrees that need no lower certificate, so its slot is left out. */
  private slots(row: CardRow, files: readonly FileRow[]): unknown[] {
    const bySlot = new Map(files.map((file) => [file.slot, file]));
    return applicationType(row.type)
      .slots.filter(({ code }) => code !== 'LOWER_CERT')
      .map(({ code }) => {
        const file = bySlot.get(code);
        return {
          attachment: file
            ? {
                id: file.id,
                slot: file.slot,
                fileName: this.cipher.decrypt(file.name, {
                  table: 'stored_file',
                  column: 'original_name_enc',
                  rowId: file.fileId,
                }),
                byteSize: file.byteSize,
                mimeType: file.mime,
                versionNo: file.versionNo,
                uploadedAt: file.uploadedAt,
              }
            : null,
        };
      });
  }

  private async files(
    cases: readonly CardRow[],
    withFiles: boolean,
  ): Promise<Map<string, FileRow[]>> {
    const ids = cases.map(({ id }) => id);
    const columns = withFiles
      ? ', x.id, x.file_id AS fileId, x.version_no AS versionNo, x.created_at AS uploadedAt, f.original_name_enc AS name, f.byte_size AS byteSize, f.mime'
      : '';
    const join = withFiles ? 'JOIN stored_file f ON f.id = x.file_id' : '';
    const rows = await this.statements.rows<FileRow>(
      `SELECT x.subject_id AS subjectId, x.slot_code AS slot ${columns} FROM attachment x ${join}
       WHERE x.subject_id IN (${places(ids)}) AND x.removed_at IS NULL`,
      ids,
    );
    return Map.groupBy(rows, ({ subjectId }) => subjectId);
  }

  private async count(from: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.statements.rows<{ n: number | string }>(
      `SELECT COUNT(*) AS n FROM (SELECT 1 ${from} LIMIT ${CAP + 1}) AS counted`,
      values,
    );
    return Number(row?.n ?? 0);
  }
}

function signedForm(
  found: string | null,
  { signedFormStale }: WorkflowFlags,
  role: Role,
): { finding: string; message: string } {
  const finding = signedFormStale ? 'OLDER' : (found ?? 'UNREADABLE');
  const side = role === 'CANDIDATE' ? 'owner' : 'staff';
  return { finding, message: text(LANGUAGE, `signedForm.${finding}.${side}`, {}) };
}

function connection(
  edges: readonly { cursor: string }[],
  hasNextPage: boolean,
  total: number | null,
): unknown {
  return {
    ...(total !== null && { totalCount: Math.min(total, CAP), totalCapped: total > CAP }),
    pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage },
    edges,
  };
}
