import { Injectable } from '@nestjs/common';
import {
  APPLICATION_TYPES,
  type ApplicationType,
  type ItemOutcome,
  type PublishedExam,
  type SubjectOutcome,
} from '@kaopu/domain';
import { DataSource } from 'typeorm';
import { sittingDay } from './sitting-day.js';

/** Whose results, and which of them: those of cases handed in before this one, or all so far. */
export interface ResultsBefore {
  readonly accountId: string;
  readonly itemCode: string;
  /** The case that asks, null before there is one. */
  readonly applicationId: string | null;
  /** When it was handed in, null while it is a draft. */
  readonly submittedAt: Date | null;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Cases handed in before the one that asks, which itself counts only where `including` says so. */
function handedInBefore(
  { applicationId, submittedAt }: ResultsBefore,
  including: boolean,
): Condition {
  if (submittedAt === null) return { sql: 'a.id <> ?', values: [applicationId ?? ''] };
  return {
    sql: `(a.submitted_at < ? OR (a.submitted_at = ? AND a.id ${including ? '<=' : '<'} ?))`,
    values: [submittedAt, submittedAt, applicationId],
  };
}

interface StoredMark {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly passedOn: string | null;
  readonly status: string;
  readonly examFrom: string | null;
  readonly examTo: string | null;
  readonly subjectCode: string;
  readonly outcome: SubjectOutcome;
  readonly score: string | null;
  readonly enteredAt: Date;
}

const OUTCOMES = ['FAILED', 'ABSENT', 'VOID'] as const satisfies readonly ItemOutcome[];

/** Results and renewals of ours that later applications of the same person rest on (domain.md §7 note 3, §9). */
@Injectable()
export class PublishedExams {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * What a resit type follows, oldest first; empty for a type that is no resit.
   *
   * @param including whether the case that asks is one of them.
   */
  async followedBy(
    { track, resits }: ApplicationType,
    subject: ResultsBefore,
    including = false,
  ): Promise<PublishedExam[]> {
    const before = handedInBefore(subject, including);
    const types = APPLICATION_TYPES.filter(
      (type) => type.track === track && resits.some((resit) => resit === type.registrationType),
    );
    if (types.length === 0) return [];
    const marks = await this.dataSource.query<StoredMark[]>(
      `SELECT a.id, a.number, a.type, a.passed_on AS passedOn, a.status, p.exam_from AS examFrom, p.exam_to AS examTo,
              m.subject_code AS subjectCode, m.outcome, m.score, m.entered_at AS enteredAt
       FROM application a JOIN subject_mark m ON m.application_id = a.id
       LEFT JOIN exam_plan p ON p.id = a.plan_id
       WHERE a.account_id = ? AND a.item_code = ? AND a.type IN (?) AND m.published_at IS NOT NULL
         AND ${before.sql}
       ORDER BY a.submitted_at, a.id, m.subject_code`,
      [subject.accountId, subject.itemCode, types.map(({ code }) => code), ...before.values],
    );
    return [...Map.groupBy(marks, ({ id }) => id).values()].flatMap((own) => exam(types, own));
  }

  /** How often in a row the item was last renewed without exam; null when we issued nothing. */
  async exemptRenewals(subject: ResultsBefore): Promise<number | null> {
    const before = handedInBefore(subject, false);
    const rows = await this.dataSource.query<{ type: string }[]>(
      `SELECT a.type FROM application a
       WHERE a.account_id = ? AND a.item_code = ? AND a.status IN ('APPROVED', 'PRINTED', 'DELIVERED')
         AND a.certificate_id IS NULL
         AND ${before.sql} ORDER BY a.submitted_at DESC, a.id DESC`,
      [subject.accountId, subject.itemCode, ...before.values],
    );
    const kinds = rows.flatMap(
      ({ type }) => APPLICATION_TYPES.find(({ code }) => code === type)?.registrationType ?? [],
    );
    if (kinds.length === 0) return null;
    const other = kinds.findIndex((kind) => kind !== 'RENEW_EXEMPT');
    return other === -1 ? kinds.length : other;
  }
}

function exam(types: readonly ApplicationType[], marks: readonly StoredMark[]): PublishedExam[] {
  const [first] = marks;
  const type = types.find(({ code }) => code === first?.type);
  if (!first || !type) return [];
  const satOn = sittingDay(first, first.enteredAt);
  const failed = OUTCOMES.find((outcome) => outcome === first.status);
  return [
    {
      applicationNo: first.number,
      registrationType: type.registrationType,
      satOn,
      outcome: first.passedOn === null && failed ? failed : 'PASSED',
      sittings: marks.map(({ subjectCode, outcome, score }) => ({
        subjectCode,
        outcome,
        score: score === null ? null : String(Number(score)),
        satOn,
      })),
    },
  ];
}
