import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { readDemo, type Demo } from '../../catalogue/demo/read-demo.js';
import type { DemoPerson } from '../../catalogue/demo/demo-person.js';
import { CertificateRegister } from '../../certificates/certificate-register.js';
import { ExamPlanLoader } from '../../exams/exam-plan-loader.js';
import { Clock } from '../../platform/clock/clock.js';
import { AccountSeeder } from '../../profile/registering/account-seeder.js';
import { DemoCases } from './demo-cases.js';
import { demoRenewals } from './demo-renewals.js';
import { seedStanding } from './demo-standing.js';
import { demoPhoto } from './demo-papers.js';

/** Fills a demonstration: staff of every role, candidates, certificates, plans and cases in many states. */
export async function seedDemo(
  app: INestApplicationContext,
  directory: string,
  say: (line: string) => unknown,
): Promise<void> {
  const demo = await readDemo(directory, app.get(Clock).today());
  say(`Exam plans: ${await app.get(ExamPlanLoader).load(demo.plans)} added.`);
  await seedStaff(app.get(AccountSeeder), demo);
  const accounts = await seedCandidates(app.get(AccountSeeder), demo);
  say(`Accounts: ${demo.accounts.length + demo.people.length} in place.`);
  say(`Certificates: ${await seedCertificates(app, demo.people, accounts)} added.`);
  say(`Changes of standing: ${await seedStanding(app)} added.`);
  const testing = demo.people.filter(({ track }) => track === 'TESTING');
  const cases = new DemoCases(app);
  const initial = await cases.seed(testing.flatMap(({ idNumber }) => accounts.get(idNumber) ?? []));
  const renewals = demoRenewals(app.get(Clock).today(), demo.people, accounts);
  say(`Cases: ${initial + (await cases.place(renewals))} in place.`);
}

async function seedStaff(seeder: AccountSeeder, { accounts }: Demo): Promise<void> {
  for (const {
    role,
    login,
    password,
    totpSecret,
    displayName,
    institution,
    authority,
  } of accounts) {
    if (role === 'CANDIDATE') continue;
    await seeder.ensureStaff({
      loginName: login,
      password,
      roles: [role],
      institutionCode: institution,
      authorityCode: authority,
      totpSecret,
      displayName,
    });
  }
}

/** @returns account ids by ID number. */
async function seedCandidates(
  seeder: AccountSeeder,
  { accounts, people }: Demo,
): Promise<Map<string, string>> {
  const passwords = new Map(accounts.map(({ login, password }) => [login, password]));
  const [fallback] = passwords.values();
  const ids = new Map<string, string>();
  for (const { serial, ...person } of people) {
    const id = await seeder.ensureCandidate({
      person,
      password: passwords.get(person.idNumber) ?? fallback ?? person.idNumber,
      photo: await demoPhoto(serial),
    });
    ids.set(person.idNumber, id);
  }
  return ids;
}

/** @returns how many certificates were new. */
async function seedCertificates(
  app: INestApplicationContext,
  people: readonly DemoPerson[],
  accounts: ReadonlyMap<string, string>,
): Promise<number> {
  const dataSource = app.get(DataSource);
  const register = app.get(CertificateRegister);
  let added = 0;
  for (const person of people) {
    const accountId = accounts.get(person.idNumber);
    for (const certificate of person.certificates) {
      const known = await dataSource.query<unknown[]>(
        'SELECT 1 FROM certificate WHERE certificate_no = ?',
        [certificate.number],
      );
      if (known.length > 0 || accountId === undefined) continue;
      const {
        number,
        itemCode,
        authorityCode,
        institutionCode,
        firstIssueDate,
        approvalDate,
        validFrom,
        validTo,
      } = certificate;
      await dataSource.transaction((em) =>
        register.enter(em, {
          id: uuid(),
          number,
          source: null,
          purpose: 'ISSUE',
          holderAccountId: accountId,
          holder: {
            name: person.name,
            idNumber: person.idNumber,
            sex: person.sex,
            birthDate: person.birthDate,
            employer: person.employer,
          },
          authorityCode,
          institutionCode,
          photoFileId: null,
          issuedAt: new Date(`${approvalDate}T02:00:00Z`),
          items: [
            { itemCode, firstIssueDate, approvalDate, validFrom, validTo, restriction: null },
          ],
          actorId: 'seed',
        }),
      );
      added += 1;
    }
  }
  return added;
}
