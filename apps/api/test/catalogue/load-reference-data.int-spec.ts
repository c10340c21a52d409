import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DivisionEntity } from '../../src/catalogue/bodies/division.entity.js';
import { ItemEntity } from '../../src/catalogue/items/item.entity.js';
import { loadReferenceData } from '../../src/catalogue/loading/load-reference-data.js';
import { MaterialEntity } from '../../src/catalogue/rules/material.entity.js';
import { RuleParameterEntity } from '../../src/catalogue/rules/rule-parameter.entity.js';
import { MajorEntity } from '../../src/majors/major.entity.js';
import { REFERENCE_DIRECTORY, withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

describe('loading the reference data', () => {
  let api: ApiHarness;
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'kaopu-reference-'));
    api = await ApiHarness.start();
  });
  afterAll(async () => {
    await api.stop();
    await rm(copy, { recursive: true });
  });

  const auditRows = async (): Promise<number> => {
    const [row] = await api.db.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM audit_log WHERE operation = 'loadReferenceData'",
    );
    return Number(row?.n);
  };

  /** Loads a copy of the files in which `from` stands as `to` once. */
  async function loadChanged(file: string, from: string, to: string): Promise<number> {
    await cp(REFERENCE_DIRECTORY, copy, { recursive: true });
    const content = await readFile(join(copy, file), 'utf8');
    expect(content).toContain(from);
    await writeFile(join(copy, file), content.replace(from, to));
    return loadReferenceData(api.db, { directory: copy, withDemo: true }, api.clock);
  }

  it('writes every row once; a second run changes nothing and leaves no audit row', async () => {
    await withReferenceData(api);
    const before = await auditRows();
    expect(await withReferenceData(api)).toBe(0);
    expect(await auditRows()).toBe(before);
    expect(await api.db.getRepository(ItemEntity).count()).toBe(53);
    expect(await api.db.getRepository(MajorEntity).countBy({ catalogue: '1998' })).toBe(293);
  });

  it('rewrites only the row that changed and says so in the audit log', async () => {
    await withReferenceData(api);
    const before = await auditRows();
    expect(await loadChanged('materials.csv', '身份证件扫描件', '身份证件（正反面）')).toBe(1);
    expect(await auditRows()).toBe(before + 1);
    const row = await api.db.getRepository(MaterialEntity).findOneByOrFail({ code: 'ID_COPY' });
    expect(row.nameZh).toBe('身份证件（正反面）');
    expect(await withReferenceData(api)).toBe(1);
  });

  it('keeps the old row when a rule goes on with a new value', async () => {
    await withReferenceData(api);
    await loadChanged(
      'rule_parameters.csv',
      'resitMonths,24,2019-06-01,,',
      'resitMonths,36,2027-01-01,,ours,test\nresitMonths2,24,2019-06-01,,',
    );
    const rows = await api.db
      .getRepository(RuleParameterEntity)
      .find({ where: { code: 'resitMonths' }, order: { validFrom: 'ASC' } });
    expect(rows.map(({ value }) => value)).toEqual([24, 36]);
    await api.db.query("DELETE FROM rule_parameter WHERE valid_from = '2027-01-01'");
  });

  it('leaves the database alone when any file is wrong', async () => {
    await withReferenceData(api);
    await api.db.getRepository(DivisionEntity).delete({ code: '340100' });
    await expect(loadChanged('majors.csv', ',same,B', ',same,Z')).rejects.toThrow(
      /majors\.csv:\d+: confidence is Z/,
    );
    expect(await api.db.getRepository(DivisionEntity).existsBy({ code: '340100' })).toBe(false);
  });

  it('takes two installations starting at once without doubling a row', async () => {
    await api.db.query('DELETE FROM return_reason');
    await api.db.query('DELETE FROM holiday');
    await Promise.allSettled([withReferenceData(api), withReferenceData(api)]);
    expect(await withReferenceData(api)).toBe(0);
  });
});
