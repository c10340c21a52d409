import { createConnection, type Connection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { AuthorityEntity } from '../../../apps/api/src/catalogue/bodies/authority.entity.js';
import { DivisionEntity } from '../../../apps/api/src/catalogue/bodies/division.entity.js';
import { InstitutionEntity } from '../../../apps/api/src/catalogue/bodies/institution.entity.js';
import { SiteEntity } from '../../../apps/api/src/catalogue/bodies/site.entity.js';
import { RegistrationTypeEntity } from '../../../apps/api/src/catalogue/dictionaries/registration-type.entity.js';
import { ReturnReasonEntity } from '../../../apps/api/src/catalogue/dictionaries/return-reason.entity.js';
import { ItemEntity } from '../../../apps/api/src/catalogue/items/item.entity.js';
import { SubjectEntity } from '../../../apps/api/src/catalogue/items/subject.entity.js';
import { HolidayEntity } from '../../../apps/api/src/catalogue/rules/holiday.entity.js';
import { MaterialEntity } from '../../../apps/api/src/catalogue/rules/material.entity.js';
import { RuleParameterEntity } from '../../../apps/api/src/catalogue/rules/rule-parameter.entity.js';
import { MajorEntity } from '../../../apps/api/src/majors/major.entity.js';
import { MajorRelationEntity } from '../../../apps/api/src/majors/major-relation.entity.js';
import { loadReferenceData } from '../../../apps/api/src/catalogue/loading/load-reference-data.js';
import { Clock } from '../../../apps/api/src/platform/clock/clock.js';
import { dataSourceOptions } from '../../../apps/api/src/platform/database/data-source.js';
import { migrate } from '../../../apps/api/src/platform/database/migrate.js';
import { ExamPlanLoader, type PlanToLoad } from '../../../apps/api/src/exams/exam-plan-loader.js';

const REFERENCE_ENTITIES = [
  AuthorityEntity,
  DivisionEntity,
  HolidayEntity,
  InstitutionEntity,
  ItemEntity,
  MaterialEntity,
  RegistrationTypeEntity,
  ReturnReasonEntity,
  RuleParameterEntity,
  SiteEntity,
  SubjectEntity,
  MajorEntity,
  MajorRelationEntity,
];

/** A connection of the benchmark's own; `url` as DATABASE_URL. */
export function connect(url: string): Promise<Connection> {
  const { hostname, port, username, password, pathname } = new URL(url);
  return createConnection({
    host: hostname,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    timezone: 'Z',
    charset: 'utf8mb4_bin',
  });
}

/** Drops, creates and migrates a database beside that of `serverUrl`, with reference data. @returns its address */
export async function freshDatabase(serverUrl: string, name: string): Promise<string> {
  const server = await connect(serverUrl);
  await server.query(`DROP DATABASE IF EXISTS ${name}`);
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const dataSource = await new DataSource({
    ...dataSourceOptions(url.toString()),
    entities: REFERENCE_ENTITIES,
  }).initialize();
  try {
    await migrate(dataSource);
    const files = { directory: 'tools/reference-data', withDemo: true };
    await loadReferenceData(dataSource, files, new Clock());
  } finally {
    await dataSource.destroy();
  }
  return url.toString();
}

/** Plans with their items and places. @returns their ids in the order given */
export async function loadPlans(url: string, plans: readonly PlanToLoad[]): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    await new ExamPlanLoader(dataSource).load(plans);
    const rows = await dataSource.query<{ id: string; planNo: string }[]>(
      'SELECT id, plan_no AS planNo FROM exam_plan',
    );
    const ids = new Map(rows.map(({ id, planNo }) => [planNo, id]));
    return plans.map(({ planNo }) => ids.get(planNo) ?? '');
  } finally {
    await dataSource.destroy();
  }
}
