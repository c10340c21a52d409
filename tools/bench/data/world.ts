import { addDays, type ApplicationStatus } from '@kaopu/domain';
import type { Connection } from 'mysql2/promise';
import { Passwords } from '../../../apps/api/src/auth/passwords.js';
import { SeededRandom } from '../../../apps/api/src/catalogue/demo/seeded-random.js';
import type { PlanToLoad } from '../../../apps/api/src/exams/exam-plan-loader.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import type { FiledPerson } from '../../../apps/api/src/registrations/filed-persons.js';
import {
  ACTION_COLUMNS,
  APPLICATION_COLUMNS,
  ATTACHMENT_COLUMNS,
  CaseRows,
  FILE_COLUMNS,
  type CaseToLoad,
} from './cases.js';
import { certificateNo } from './certificates.js';
import { connect, loadPlans } from './database.js';
import { SeededIds } from './identities.js';
import { loadData, mapped, type Cell } from './load-data.js';
import { loadCertificates, loadClients } from './register.js';
import { ACCOUNT_COLUMNS, PeopleRows, PERSON_COLUMNS, personNumber } from './people.js';

/** Somebody with a living session. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
}

/** A complete draft that its owner may submit. */
export interface Draft extends SignedIn {
  readonly applicationId: string;
}

const PASSWORD = 'lan-tian-bai-yun-57';
const DRIVERS = 64;
const CASES_OF_DRIVER = 25;
const CASES_OF_OTHERS = 5;
const REVIEWERS = 16;
const CERTIFICATES_PER_CASE = 0.4;
/** Rows are made and sent in pieces, so that memory stays flat. */
const CHUNK = 20_000;
const DESK = 'EI-34';
const DAY = 86_400_000;

/** Cases in these states count; a person has one per item. */
const LIVE: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'QUALIFIED',
  'SCHEDULED',
  'PASSED',
  'READY_TO_FORWARD',
  'FORWARDED',
  'APPROVED',
];
const OVER: readonly ApplicationStatus[] = ['DELIVERED', 'WITHDRAWN', 'EXPIRED', 'REJECTED'];
/** Where the crowd's cases stand that wait for nobody's first look. */
const BEYOND: readonly [ApplicationStatus, ...ApplicationStatus[]] = [
  'DELIVERED',
  ...LIVE.slice(1),
];
const ITEMS = ['RT-I', 'UT-I', 'MT-I', 'PT-I', 'RT-II', 'UT-II', 'MT-II', 'PT-II'] as const;
export const SLOTS = ['ID_COPY', 'PHOTO', 'DIPLOMA', 'WORK_PROOF', 'VISION'] as const;

/** The generated contents of one database and what the operations need to know of them. */
export class World {
  readonly drivers: SignedIn[] = [];
  readonly reviewers: SignedIn[] = [];
  readonly clients: string[] = [];
  private readonly ids;
  private readonly random = new SeededRandom(20_261_125);
  private readonly now = new Date();
  private readonly today = new Clock().today();
  private readonly cases: CaseRows;
  private readonly plans: string[] = [];
  private persons = 0;
  private numbers = 0;
  private planCount = 0;

  private constructor(
    readonly url: string,
    readonly applications: number,
    private readonly settings: Settings,
    private readonly connection: Connection,
    private readonly people: PeopleRows,
  ) {
    this.ids = new SeededIds(7, this.now.getTime() - 400 * DAY);
    this.cases = new CaseRows(new FieldCipher(settings), this.today);
  }

  /** Fills a fresh database. */
  static async fill(url: string, applications: number, settings: Settings): Promise<World> {
    const hash = await new Passwords(settings).hash('CANDIDATE', PASSWORD);
    const people = new PeopleRows(new FieldCipher(settings), hash, new Date());
    const world = new World(url, applications, settings, await connect(url), people);
    await world.load();
    return world;
  }

  get certificates(): number {
    return Math.floor(this.applications * CERTIFICATES_PER_CASE);
  }

  /** A certificate of the register by number and name. */
  certificate(index: number): { certificateNo: string; name: string } {
    return { certificateNo: certificateNo(index), name: personNumber(index).name };
  }

  get password(): string {
    return PASSWORD;
  }

  async close(): Promise<void> {
    await this.connection.end();
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.connection.query(sql, [...values]).then(([rows]) => rows as Row[]);
  }

  /** A new plan of the desk's institution that takes registrations today. @returns its id */
  async plan(capacity: number): Promise<string> {
    this.planCount += 1;
    const plan: PlanToLoad = {
      planNo: `B-${this.planCount}`,
      name: '演示考试计划',
      institutionCode: this.planCount % 5 === 0 ? 'EI-32' : DESK,
      track: 'TESTING',
      itemCodes: [...ITEMS],
      registrationTypes: ['INITIAL'],
      siteCodes: ['S-3401-A'],
      registrationFrom: addDays(this.today, -10),
      registrationTo: addDays(this.today, 10),
      examFrom: addDays(this.today, 40),
      examTo: addDays(this.today, 42),
      ticketFrom: null,
      ticketTo: null,
      resultDue: null,
      capacity,
      taken: 0,
      status: 'REGISTRATION_OPEN',
    };
    const [id = ''] = await loadPlans(this.url, [plan]);
    return id;
  }

  /** People who have filled in everything and only have to submit. */
  async drafts(count: number, planId: string): Promise<Draft[]> {
    const accounts = await this.loadPeople(count);
    const cases = accounts.map(({ accountId, person }) => ({
      ...this.aCase(accountId, person, 'DRAFT', 'RT-I', this.now),
      person: null,
      number: null,
      institutionCode: null,
      planId,
    }));
    await this.loadCases(cases, SLOTS);
    const sessions = await this.loadSessions(accounts.map(({ accountId }) => accountId));
    return sessions.map((session, index) => ({
      ...session,
      applicationId: cases[index]?.id ?? '',
    }));
  }

  /** Log-in names (ID numbers) of people who exist. */
  idNumbers(count: number): string[] {
    return Array.from({ length: count }, (_, index) => personNumber(index).idNumber);
  }

  private async load(): Promise<void> {
    await this.connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0');
    for (let count = 0; count < 20; count++) this.plans.push(await this.plan(1_000_000));
    await this.loadDrivers();
    await this.loadCrowd(this.applications - DRIVERS * CASES_OF_DRIVER);
    const { connection, ids, settings, now } = this;
    await loadCertificates(connection, ids, settings, this.certificates);
    await this.loadReviewers();
    this.clients.push(...(await loadClients(connection, ids, now)));
    await connection.query(
      'ANALYZE TABLE application, attachment, stored_file, application_action, certificate, account, person',
    );
  }

  private async loadDrivers(): Promise<void> {
    const accounts = await this.loadPeople(DRIVERS);
    const cases = accounts.flatMap(({ accountId, person }) =>
      Array.from({ length: CASES_OF_DRIVER }, (_, index) => {
        const isLive = index < LIVE.length;
        const status = (isLive ? LIVE[index] : OVER[index % OVER.length]) ?? 'DELIVERED';
        const item = ITEMS[index % ITEMS.length] ?? 'RT-I';
        return this.aCase(accountId, person, status, item, this.ago(index + 1));
      }),
    );
    await this.loadCases(cases, [...SLOTS, 'FORM_SIGNED']);
    this.drivers.push(...(await this.loadSessions(accounts.map(({ accountId }) => accountId))));
  }

  private async loadCrowd(applications: number): Promise<void> {
    for (let left = applications; left > 0;) {
      const count = Math.min(left, CHUNK);
      const accounts = await this.loadPeople(Math.ceil(count / CASES_OF_OTHERS));
      const cases = accounts.flatMap(({ accountId, person }) =>
        Array.from({ length: CASES_OF_OTHERS }, (_, index) => {
          const waits = this.random.next() < 0.125;
          const status = waits ? ('SUBMITTED' as const) : this.random.pick(BEYOND);
          const item = ITEMS[index] ?? 'RT-I';
          return this.aCase(accountId, person, status, item, this.ago(this.random.next() * 300));
        }),
      );
      await this.loadCases(cases.slice(0, count), ['FORM_SIGNED']);
      left -= count;
    }
  }

  private aCase(
    accountId: string,
    person: FiledPerson,
    status: ApplicationStatus,
    itemCode: string,
    at: Date,
  ): CaseToLoad {
    this.numbers += 1;
    const month = String(201_001 + Math.floor(this.numbers / 900_000));
    const place = this.numbers % this.plans.length;
    return {
      id: this.ids.next(),
      accountId,
      person,
      itemCode,
      planId: this.plans[place] ?? '',
      institutionCode: (place + 1) % 5 === 0 ? 'EI-32' : DESK,
      status,
      number: `${month}-${String(this.numbers % 900_000).padStart(6, '0')}`,
      at,
    };
  }

  private ago(days: number): Date {
    return new Date(
      this.now.getTime() - Math.floor(days * DAY) - Math.floor(this.random.next() * DAY),
    );
  }

  private async loadPeople(count: number): Promise<{ accountId: string; person: FiledPerson }[]> {
    const accounts = Array.from({ length: count }, () => {
      const person = { ...personNumber(this.persons), heldItems: [] };
      this.persons += 1;
      return { accountId: this.ids.next(), person };
    });
    const { people } = this;
    await this.rows('account', ACCOUNT_COLUMNS, accounts, ({ accountId, person }) =>
      people.account(accountId, person),
    );
    await this.rows('person', PERSON_COLUMNS, accounts, ({ accountId, person }) =>
      people.person(accountId, person),
    );
    await this.rows('account_role', ['account_id', 'role'], accounts, ({ accountId }) => [
      accountId,
      'CANDIDATE',
    ]);
    return accounts;
  }

  private async loadCases(cases: readonly CaseToLoad[], slots: readonly string[]): Promise<void> {
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

  private async loadSessions(accountIds: readonly string[]): Promise<SignedIn[]> {
    const sessions = accountIds.map((accountId) => ({ accountId, sessionId: this.ids.next() }));
    const columns = [
      'id',
      'account_id',
      'token_salt',
      'generation',
      'rotated_at',
      'created_at',
      'last_used_at',
      'expires_at',
    ];
    const now = new Date();
    const until = new Date(now.getTime() + DAY / 4);
    await this.rows('session', columns, sessions, ({ accountId, sessionId }) => [
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

  private async loadReviewers(): Promise<void> {
    const ids = Array.from({ length: REVIEWERS }, () => this.ids.next());
    await this.rows('account', ACCOUNT_COLUMNS, ids, (id) =>
      this.people.staff(id, `bench-reviewer-${id}`, DESK),
    );
    await this.rows('account_role', ['account_id', 'role'], ids, (id) => [id, 'REVIEWER']);
    this.reviewers.push(...(await this.loadSessions(ids)));
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
