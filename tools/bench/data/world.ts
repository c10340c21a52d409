import { addDays, type ApplicationStatus } from '@kaopu/domain';
import type { Connection } from 'mysql2/promise';
import { Passwords } from '../../../apps/api/src/auth/logging-in/passwords.js';
import type { PlanToLoad } from '../../../apps/api/src/exams/exam-plan-loader.js';
import type { Settings } from '../../../apps/api/src/platform/config/settings.js';
import { FieldCipher } from '../../../apps/api/src/platform/crypto/field-cipher.js';
import type { CaseToLoad } from './cases.js';
import { certificateNo } from './certificates.js';
import { connect, loadPlans } from './database.js';
import { Loader, type Loaded, type SignedIn } from './loader.js';
import { personNumber } from './people.js';
import { loadCertificates, loadClients } from './register.js';
import { BEYOND, ITEMS, LIVE, OVER, SLOTS } from './standing.js';

/** A complete draft that its owner may submit. */
export interface Draft extends SignedIn {
  readonly applicationId: string;
}

export const PASSWORD = 'lan-tian-bai-yun-57';
const DRIVERS = 64;
const CASES_OF_DRIVER = 25;
const CASES_OF_OTHERS = 5;
const REVIEWERS = 16;
const CERTIFICATES_PER_CASE = 0.4;
/** Rows are made and sent in pieces, so that memory stays flat. */
const CHUNK = 20_000;
const DESK = 'EI-34';

/** The generated contents of one database and what the operations need to know of them. */
export class World {
  readonly drivers: SignedIn[] = [];
  readonly reviewers: SignedIn[] = [];
  readonly clients: string[] = [];
  private readonly loader: Loader;
  private readonly plans: string[] = [];
  private numbers = 0;
  private planCount = 0;

  private constructor(
    readonly url: string,
    readonly applications: number,
    private readonly settings: Settings,
    private readonly connection: Connection,
    passwordHash: string,
  ) {
    this.loader = new Loader(connection, new FieldCipher(settings), passwordHash);
  }

  /** Fills a fresh database. */
  static async fill(url: string, applications: number, settings: Settings): Promise<World> {
    const hash = await new Passwords(settings).hash('CANDIDATE', PASSWORD);
    const world = new World(url, applications, settings, await connect(url), hash);
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

  async close(): Promise<void> {
    await this.connection.end();
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.connection.query(sql, [...values]).then(([rows]) => rows as Row[]);
  }

  /** A new plan of the desk's institution that takes registrations today. @returns its id */
  async plan(capacity: number): Promise<string> {
    this.planCount += 1;
    const { today } = this.loader;
    const plan: PlanToLoad = {
      planNo: `B-${this.planCount}`,
      name: '演示考试计划',
      institutionCode: this.planCount % 5 === 0 ? 'EI-32' : DESK,
      track: 'TESTING',
      itemCodes: [...ITEMS],
      registrationTypes: ['INITIAL'],
      siteCodes: ['S-3401-A'],
      registrationFrom: addDays(today, -10),
      registrationTo: addDays(today, 10),
      examFrom: addDays(today, 40),
      examTo: addDays(today, 42),
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
    const { loader } = this;
    const accounts = await loader.candidates(count);
    const cases = accounts.map((account) => ({
      ...this.aCase(account, 'DRAFT', 'RT-I', loader.now),
      person: null,
      number: null,
      institutionCode: null,
      planId,
    }));
    await loader.applications(cases, SLOTS);
    const sessions = await loader.sessions(accounts.map(({ accountId }) => accountId));
    return sessions.map((session, index) => ({
      ...session,
      applicationId: cases[index]?.id ?? '',
    }));
  }

  /** Log-in names (ID numbers) of so many people who exist and are nobody else's. */
  async strangers(count: number): Promise<string[]> {
    const accounts = await this.loader.candidates(count);
    return accounts.map(({ person }) => person.idNumber);
  }

  private async load(): Promise<void> {
    const { connection, settings, loader } = this;
    await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0');
    for (let count = 0; count < 20; count++) this.plans.push(await this.plan(1_000_000));
    await this.loadDrivers();
    await this.loadCrowd(this.applications - DRIVERS * CASES_OF_DRIVER);
    await loadCertificates(connection, loader.ids, settings, this.certificates);
    const reviewers = await loader.reviewers(REVIEWERS, DESK);
    this.reviewers.push(...(await loader.sessions(reviewers)));
    this.clients.push(...(await loadClients(connection, loader.ids, loader.now)));
    await connection.query(
      'ANALYZE TABLE application, attachment, stored_file, application_action, certificate, account, person',
    );
  }

  private async loadDrivers(): Promise<void> {
    const { loader } = this;
    const accounts = await loader.candidates(DRIVERS);
    const cases = accounts.flatMap((account) =>
      Array.from({ length: CASES_OF_DRIVER }, (_, index) => {
        const isLive = index < LIVE.length;
        const status = (isLive ? LIVE[index] : OVER[index % OVER.length]) ?? 'DELIVERED';
        const item = ITEMS[index % ITEMS.length] ?? 'RT-I';
        return this.aCase(account, status, item, loader.ago(index + 1));
      }),
    );
    await loader.applications(cases, [...SLOTS, 'FORM_SIGNED']);
    const ids = accounts.map(({ accountId }) => accountId);
    this.drivers.push(...(await loader.sessions(ids)));
  }

  private async loadCrowd(applications: number): Promise<void> {
    const { loader } = this;
    for (let left = applications; left > 0;) {
      const count = Math.min(left, CHUNK);
      const accounts = await loader.candidates(Math.ceil(count / CASES_OF_OTHERS));
      const cases = accounts.flatMap((account) =>
        Array.from({ length: CASES_OF_OTHERS }, (_, index) => {
          const waits = loader.random.next() < 0.125;
          const status = waits ? ('SUBMITTED' as const) : loader.random.pick(BEYOND);
          const item = ITEMS[index] ?? 'RT-I';
          return this.aCase(account, status, item, loader.ago(loader.random.next() * 300));
        }),
      );
      await loader.applications(cases.slice(0, count), ['FORM_SIGNED']);
      left -= count;
    }
  }

  private aCase(
    { accountId, person }: Loaded,
    status: ApplicationStatus,
    itemCode: string,
    at: Date,
  ): CaseToLoad {
    this.numbers += 1;
    const month = String(201_001 + Math.floor(this.numbers / 900_000));
    const place = this.numbers % this.plans.length;
    return {
      id: this.loader.ids.next(),
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
}
