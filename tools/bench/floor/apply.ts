import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  applicationNumber,
  applicationType,
  contentHashInput,
  printedContent,
} from '@kaopu/domain';
import type { PoolConnection } from 'mysql2/promise';
import { v7 as uuid } from 'uuid';
import { AccountCells } from '../../../apps/api/src/auth/accounts/account-cells.js';
import type { AccountEntity } from '../../../apps/api/src/auth/accounts/account.entity.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import { PersonCells } from '../../../apps/api/src/profile/person/person-cells.js';
import type { PersonEntity } from '../../../apps/api/src/profile/person/person.entity.js';
import { ApplicationCells } from '../../../apps/api/src/registrations/cases/application-cells.js';
import { within, type Statements } from './statements.js';

export interface ApplyInput {
  readonly applicationId: string;
  readonly idempotencyKey: string;
}

type DraftRow = { type: string; answers: Buffer; planId: string; itemCode: string } & PersonEntity &
  AccountEntity;

class Full extends Error {}

const PERSON = `p.birth_date_enc AS birthDateEnc, p.sex, p.phone_enc AS phoneEnc, p.email_enc AS emailEnc, p.education, p.degree,
  p.school, p.graduation_date AS graduationDate, p.major_type AS majorType, p.major, p.major_catalogue AS majorCatalogue,
  p.major_code AS majorCode, p.title, p.employer_enc AS employerEnc, p.employer_type AS employerType,
  p.employer_address_enc AS employerAddressEnc, p.division_code AS divisionCode, p.postal_address_enc AS postalAddressEnc,
  p.postcode, p.work_years AS workYears`;

/** Applying: everything that must be durable when the answer goes out, in the fewest statements. */
export class FloorApply {
  private readonly cases;
  private readonly accounts;
  private readonly persons;
  private readonly clock = new Clock();

  constructor(
    private readonly statements: Statements,
    settings: Settings,
  ) {
    const cipher = new FieldCipher(settings);
    this.cases = new ApplicationCells(cipher);
    this.accounts = new AccountCells(cipher);
    this.persons = new PersonCells(cipher);
  }

  async submit(accountId: string, input: ApplyInput): Promise<unknown> {
    try {
      await this.statements.transaction((em) => this.write(em, accountId, input));
    } catch (error) {
      if (error instanceof Full)
        return { submitApplication: { __typename: 'RefusedError', code: 'PLAN_FULL' } };
      throw error;
    }
    return { submitApplication: { __typename: 'Application', status: 'SUBMITTED', version: 2 } };
  }

  private async write(em: PoolConnection, accountId: string, input: ApplyInput): Promise<void> {
    const { applicationId: id, idempotencyKey: key } = input;
    const now = new Date();
    const today = this.clock.today();
    const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    await within(
      em,
      'INSERT INTO idempotency (actor_id, operation, idempotency_key, request_hash, subject_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      [accountId, 'submitApplication', key, hash, id, now],
    );
    const [row] = await within<DraftRow>(
      em,
      `SELECT a.type, a.answers_enc AS answers, a.plan_id AS planId, a.item_code AS itemCode, p.id, c.id_type AS idType,
         c.id_number_enc AS idNumberEnc, c.name_enc AS nameEnc, ${PERSON}
       FROM application a JOIN person p ON p.id = a.account_id JOIN account c ON c.id = a.account_id
       WHERE a.id = ? AND a.account_id = ? AND a.status = 'DRAFT' FOR UPDATE`,
      [id, accountId],
    );
    if (!row) throw new Error('There is no such draft.');
    await this.file(em, id, accountId, row, { now, today });
    const audit = JSON.stringify({ applicationId: id, action: 'SUBMIT' });
    const message = uuid();
    await within(
      em,
      `INSERT INTO application_action (id, application_id, actor_id, actor_role, action, from_status, to_status, request_id, ip, at)
       VALUES (?, ?, ?, 'CANDIDATE', 'SUBMIT', 'DRAFT', 'SUBMITTED', ?, '127.0.0.1', ?)`,
      [uuid(), id, accountId, randomUUID(), now],
    );
    await within(
      em,
      `INSERT INTO inbox_message (id, account_id, template, params, application_id, created_at) VALUES (?, ?, 'SUBMITTED', '{}', ?, ?)`,
      [message, accountId, id, now],
    );
    await within(
      em,
      `INSERT INTO outbox (id, topic, payload, created_at, available_at, attempts)
       VALUES (?, 'notice.deliver', ?, ?, ?, 0), (?, 'notice.deliver', ?, ?, ?, 0)`,
      ['SMS', 'MAIL'].flatMap((channel) => [
        uuid(),
        JSON.stringify({ noticeId: message, channel }),
        now,
        now,
      ]),
    );
    await within(
      em,
      `INSERT INTO audit_log (id, at, actor_kind, actor_id, operation, subject_id, details, request_id, ip, user_agent)
       VALUES (?, ?, 'account', ?, 'submitApplication', ?, ?, ?, '127.0.0.1', '')`,
      [uuid(), now, accountId, id, audit, randomUUID()],
    );
    const [seat] = await em.execute(
      `UPDATE exam_plan SET taken = taken + 1 WHERE id = ? AND registration_from <= ? AND registration_to >= ? AND taken < capacity`,
      [row.planId, today, today],
    );
    if ((seat as { affectedRows: number }).affectedRows !== 1) throw new Full();
  }

  private async file(
    em: PoolConnection,
    id: string,
    accountId: string,
    row: DraftRow,
    { now, today }: { now: Date; today: string },
  ): Promise<void> {
    const answers = this.cases.answers(id, 'answers_enc', row.answers);
    const person = {
      idType: row.idType ?? 'RESIDENT_ID',
      idNumber: this.accounts.open(accountId, 'id_number_enc', row.idNumberEnc ?? Buffer.of()),
      idCountry: null,
      name: this.accounts.open(accountId, 'name_enc', row.nameEnc),
      ...this.persons.plain(row),
      heldItems: [],
    };
    const printed = contentHashInput(printedContent(applicationType(row.type), person, answers));
    const month = today.slice(0, 7).replace('-', '');
    await within(
      em,
      `INSERT INTO application_counter (month, last_number) VALUES (?, LAST_INSERT_ID(1))
       ON DUPLICATE KEY UPDATE last_number = LAST_INSERT_ID(last_number + 1)`,
      [month],
    );
    const [count] = await within<{ n: number | string }>(em, 'SELECT LAST_INSERT_ID() AS n', []);
    await within(
      em,
      `UPDATE application SET number = ?, rule_date = ?, institution_code = 'EI-34', authority_code = 'P34', status = 'SUBMITTED',
         seat_plan_id = plan_id, submitted_answers_enc = ?, person_enc = ?, content_hash = ?, data_version = 1, submitted_at = ?,
         updated_at = ?, version = version + 1 WHERE id = ?`,
      [
        applicationNumber(today, Number(count?.n)),
        today,
        this.cases.seal(id, 'submitted_answers_enc', answers),
        this.cases.seal(id, 'person_enc', person),
        createHash('sha256').update(printed).digest('hex'),
        now,
        now,
        id,
      ],
    );
  }
}

/** What the rest of a submission takes at least; two bare statements could pass between any others. */
const REST_MILLISECONDS = 5;

/** The control: counts, then takes the seat. It must oversell, or the contention test proves nothing. */
export async function applyNaively(
  statements: Statements,
  accountId: string,
  { applicationId }: ApplyInput,
): Promise<unknown> {
  const full = { submitApplication: { __typename: 'RefusedError', code: 'PLAN_FULL' } };
  return statements.transaction(async (em) => {
    const [row] = await within<{ taken: number; capacity: number; planId: string }>(
      em,
      `SELECT p.id AS planId, p.capacity, (SELECT COUNT(*) FROM application x WHERE x.seat_plan_id = p.id AND x.plan_id = p.id) AS taken
       FROM application a JOIN exam_plan p ON p.id = a.plan_id WHERE a.id = ? AND a.account_id = ?`,
      [applicationId, accountId],
    );
    if (!row || row.taken >= row.capacity) return full;
    await sleep(REST_MILLISECONDS);
    await within(em, 'UPDATE application SET seat_plan_id = ?, status = ? WHERE id = ?', [
      row.planId,
      'SUBMITTED',
      applicationId,
    ]);
    return { submitApplication: { __typename: 'Application', status: 'SUBMITTED', version: 2 } };
  });
}
