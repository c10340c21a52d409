import type { Connection } from 'mysql2/promise';
import { SeededRandom } from '../../../apps/api/src/catalogue/demo/seeded-random.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import type { FiledPerson } from '../../../apps/api/src/registrations/cases/filed-persons.js';
import {
  ACTION_COLUMNS,
  APPLICATION_COLUMNS,
  ATTACHMENT_COLUMNS,
  CaseRows,
  FILE_COLUMNS,
  type CaseToLoad,
} from './cases.js';
import { SeededIds } from './identities.js';
import { loadData, mapped, type Cell } from './load-data.js';
import { ACCOUNT_COLUMNS, PERSON_COLUMNS, PeopleRows, personNumber } from './people.js';

/** Somebody with a living session. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Somebody with an account. */
export interface Loaded {
  readonly accountId: string;
  readonly person: FiledPerson;
}

const DAY = 86_400_000;
const SESSION_COLUMNS = [
  'id',
  'account_id',
  'token_salt',
  'generation',
  'rotated_at',
  'created_at',
  'last_used_at',
  'expires_at',
] as const;

/** Fills the tables of one database with people, their cases and what hangs on these. */
export class Loader {
  readonly ids;
  readonly random = new SeededRandom(20_261_125);
  readonly now = new Date();
  readonly today = new Clock().today();
  private readonly cases: CaseRows;
  private readonly rowsOfPeople: PeopleRows;
  private persons = 0;

  constructor(
    private readonly connection: Connection,
    cipher: FieldCipher,
    passwordHash: string,
  ) {
    this.ids = new SeededIds(7, this.now.getTime() - 400 * DAY);
    this.cases = new CaseRows(cipher, this.today);
    this.rowsOfPeople = new PeopleRows(cipher, passwordHash, this.now);
  }

  /** An instant on a day so many days back. */
  ago(days: number): Date {
    return new Date(
      this.now.getTime() - Math.floor(days * DAY) - Math.floor(this.random.next() * DAY),
    );
  }

  async candidates(count: number): Promise<Loaded[]> {
    const accounts = Array.from({ length: count }, () => {
      const person = { ...personNumber(this.persons), heldItems: [] };
      this.persons += 1;
      return { accountId: this.ids.next(), person };
    });
    const { rowsOfPeople: rows } = this;
    await this.rows('account', ACCOUNT_COLUMNS, accounts, ({ accountId, person }) =>
      rows.account(accountId, person),
    );
    await this.rows('person', PERSON_COLUMNS, accounts, ({ accountId, person }) =>
      rows.person(accountId, person),
    );
    await this.rows('account_role', ['account_id', 'role'], accounts, ({ accountId }) => [
      accountId,
      'CANDIDATE',
    ]);
    return accounts;
  }

  /** @returns their account ids */
  async reviewers(count: number, institutionCode: string): Promise<string[]> {
    const ids = Array.from({ length: count }, () => this.ids.next());
    await this.rows('account', ACCOUNT_COLUMNS, ids, (id) =>
      this.rowsOfPeople.staff(id, `bench-reviewer-${id}`, institutionCode),
    );
    await this.rows('account_role', ['account_id', 'role'], ids, (id) => [id, 'REVIEWER']);
    return ids;
  }

  async applications(cases: readonly CaseToLoad[], slots: readonly string[]): Promise<void> {
    const files = cases.flatMap((one) =>
      slots.map((slot) => ({ one, slot, id: this.ids.next(), fileId: this.ids.next() })),
    );
    await this.rows('application', APPLICATION_COLUMNS, cases, (one) =>
      this.cases.application(one),
    );
    await this.rows('stored_file', FILE_COLUMNS, files, ({ one, slot, fileId }) =>
      this.cases.file(fileId, one.accountId, slot, one.at),
    );
    await this.rows('attachment', ATTACHMENT_COLUMNS, files, ({ one, slot, id, fileId }) =>
      this.cases.attachment(id, one, slot, fileId),
    );
    await this.rows('application_action', ACTION_COLUMNS, cases, (one) =>
      this.cases.action(this.ids.next(), one),
    );
  }

  async sessions(accountIds: readonly string[]): Promise<SignedIn[]> {
    const sessions = accountIds.map((accountId) => ({ accountId, sessionId: this.ids.next() }));
    const now = new Date();
    const until = new Date(now.getTime() + DAY / 4);
    await this.rows('session', SESSION_COLUMNS, sessions, ({ accountId, sessionId }) => [
      sessionId,
      accountId,
      '00'.repeat(16),
      1,
      now,
      now,
      now,
      until,
    ]);
    return sessions;
  }

  private rows<Thing>(
    table: string,
    columns: readonly string[],
    things: readonly Thing[],
    rowOf: (thing: Thing) => Cell[],
  ): Promise<void> {
    return loadData(this.connection, table, columns, mapped(things, rowOf));
  }
}
