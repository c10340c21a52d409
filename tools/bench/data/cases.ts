import { createHash } from 'node:crypto';
import { addDays, addMonths, type ApplicationStatus } from '@kaopu/domain';
import type { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { ApplicationCells } from '../../../apps/api/src/registrations/cases/application-cells.js';
import type { FiledPerson } from '../../../apps/api/src/registrations/cases/filed-persons.js';
import type { Cell } from './load-data.js';

export const APPLICATION_COLUMNS = [
  'id',
  'number',
  'type',
  'declaration_version',
  'rule_date',
  'account_id',
  'item_code',
  'plan_id',
  'seat_plan_id',
  'institution_code',
  'authority_code',
  'status',
  'answers_enc',
  'submitted_answers_enc',
  'person_enc',
  'data_version',
  'content_hash',
  'signed_data_version',
  'signed_finding',
  'passed_on',
  'submitted_at',
  'created_at',
  'updated_at',
  'version',
] as const;

export const FILE_COLUMNS = [
  'id',
  'purpose',
  'owner_id',
  'sha256',
  'byte_size',
  'mime',
  'original_name_enc',
  'state',
  'created_at',
  'kept_at',
] as const;

export const ATTACHMENT_COLUMNS = [
  'id',
  'subject_id',
  'slot_code',
  'file_id',
  'version_no',
  'created_at',
  'created_by',
] as const;

export const ACTION_COLUMNS = [
  'id',
  'application_id',
  'actor_id',
  'actor_role',
  'action',
  'from_status',
  'to_status',
  'request_id',
  'ip',
  'at',
] as const;

/** What is filed; null `person` for a draft. */
export interface CaseToLoad {
  readonly id: string;
  readonly accountId: string;
  readonly person: FiledPerson | null;
  readonly itemCode: string;
  readonly planId: string;
  readonly institutionCode: string | null;
  readonly status: ApplicationStatus;
  readonly number: string | null;
  readonly at: Date;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A complete set of answers, such as the demo's people give. */
export function completeAnswers(today: string): Readonly<Record<string, unknown>> {
  return {
    testingNature: 'PERIODIC',
    workYears: 10,
    workRecords: [
      { from: addMonths(today, -40), to: null, unit: '演示检测有限公司', kind: 'TESTING' },
    ],
    nearVisionLeft: '5.0',
    nearVisionRight: '5.1',
    colourVision: 'NORMAL',
    visionExamDate: addDays(today, -40),
    deliveryMethod: 'PICK_UP',
  };
}

/** Rows of applications with their files and moves, encrypted as the API does it. */
export class CaseRows {
  private readonly cells: ApplicationCells;
  private readonly answers;

  constructor(
    private readonly cipher: FieldCipher,
    private readonly today: string,
  ) {
    this.cells = new ApplicationCells(cipher);
    this.answers = completeAnswers(today);
  }

  application(one: CaseToLoad): Cell[] {
    const { id, person, status, at } = one;
    const isFiled = person !== null;
    return [
      id,
      one.number,
      'testing-initial',
      1,
      isFiled ? this.today : null,
      one.accountId,
      one.itemCode,
      one.planId,
      isFiled ? one.planId : null,
      one.institutionCode,
      isFiled ? 'P34' : null,
      status,
      this.cells.seal(id, 'answers_enc', this.answers),
      isFiled ? this.cells.seal(id, 'submitted_answers_enc', this.answers) : null,
      person && this.cells.seal(id, 'person_enc', person),
      isFiled ? 1 : 0,
      isFiled ? hash(id) : null,
      isFiled ? 1 : null,
      isFiled ? 'MATCH' : null,
      null,
      isFiled ? at : null,
      at,
      at,
      1,
    ];
  }

  file(id: string, ownerId: string, slot: string, at: Date): Cell[] {
    const address = { table: 'stored_file', column: 'original_name_enc', rowId: id };
    const name = this.cipher.encrypt(`${slot.toLowerCase()}-演示.pdf`, address);
    return [id, 'DOCUMENT', ownerId, hash(id), 123_456, 'application/pdf', name, 'CLEAN', at, at];
  }

  attachment(
    id: string,
    { id: subjectId, accountId, at }: CaseToLoad,
    slot: string,
    fileId: string,
  ): Cell[] {
    return [id, subjectId, slot, fileId, 1, at, accountId];
  }

  action(id: string, { id: applicationId, accountId, status, at }: CaseToLoad): Cell[] {
    return [
      id,
      applicationId,
      accountId,
      'CANDIDATE',
      'SUBMIT',
      'DRAFT',
      status,
      'bench',
      '127.0.0.1',
      at,
    ];
  }
}
