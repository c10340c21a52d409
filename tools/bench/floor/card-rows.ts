import type { ApplicationStatus } from '@kaopu/domain';

/** One application of a list. */
export interface CardRow {
  readonly id: string;
  readonly number: string | null;
  readonly type: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly dataVersion: number;
  readonly signedDataVersion: number | null;
  readonly signedFinding: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly returnDueAt: Date | null;
  readonly updatedAt: Date;
  readonly at: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly itemNameEn: string;
  readonly track: string;
  readonly level: string | null;
  readonly method: string;
  readonly planId: string | null;
  readonly planNo: string;
  readonly planName: string;
  readonly examFrom: string | null;
  readonly examTo: string | null;
  readonly passedOn: string | null;
  readonly submittedAnswers: Buffer;
  readonly person: Buffer;
  readonly reviewerName: Buffer | null;
  readonly reviewerId: string | null;
}

/** A current file of an application. */
export interface FileRow {
  readonly id: string;
  readonly subjectId: string;
  readonly slot: string;
  readonly fileId: string;
  readonly versionNo: number;
  readonly uploadedAt: Date;
  readonly name: Buffer;
  readonly byteSize: number;
  readonly mime: string;
}

/** Columns of a card; `at` is what the list is ordered by. */
export const CARD = (at: string): string => `
  SELECT a.id, a.number, a.type, a.status, a.version, a.data_version AS dataVersion, a.signed_data_version AS signedDataVersion, a.signed_finding AS signedFinding,
    a.created_at AS createdAt, a.submitted_at AS submittedAt, a.return_due_at AS returnDueAt, a.updated_at AS updatedAt,
    DATE_FORMAT(${at}, '%Y-%m-%d %H:%i:%s.%f') AS at, a.item_code AS itemCode, i.name AS itemName, i.name_en AS itemNameEn,
    i.track, i.level, i.method, p.id AS planId, p.plan_no AS planNo, p.name AS planName, p.exam_from AS examFrom, p.exam_to AS examTo,
    a.passed_on AS passedOn`;
export const JOINS = `
  FROM application a JOIN item i ON i.code = a.item_code AND i.valid_from <= COALESCE(a.rule_date, CURDATE())
    AND (i.valid_to IS NULL OR i.valid_to >= COALESCE(a.rule_date, CURDATE()))
  LEFT JOIN exam_plan p ON p.id = a.plan_id`;
