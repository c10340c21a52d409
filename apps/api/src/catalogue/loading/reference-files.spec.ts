import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_RULE_PARAMETERS, APPLICATION_TYPES, isSlotCode, Track } from '@kaopu/domain';
import { assembleRuleParameters } from '../rules/rule-parameters.js';
import { readCatalogue, type CatalogueData } from './reference-files.js';
import { parseReferenceFile, ReferenceFileError } from './reference-row.js';

const DIRECTORY = fileURLToPath(new URL('../../../../../tools/reference-data', import.meta.url));

describe('the shipped reference files', () => {
  let data: CatalogueData;
  beforeAll(async () => {
    data = await readCatalogue(DIRECTORY, true);
  });

  it('hold what domain.md §21 counts', () => {
    expect({
      items: data.items.length,
      subjects: data.subjects.length,
      materials: data.materials.length,
      authorities: data.authorities.length,
      types: data.registrationTypes.length,
      provinces: data.divisions.filter(({ parentCode }) => parentCode === null).length,
    }).toEqual({
      items: 53,
      subjects: 134,
      materials: 17,
      authorities: 33,
      types: 7,
      provinces: 34,
    });
  });

  it('give every item a subject unless it is a type test', () => {
    const examined = new Set(data.subjects.map(({ itemCode }) => itemCode));
    const without = data.items.filter(({ code }) => !examined.has(code));
    expect(new Set(without.map(({ track }) => track))).toEqual(new Set(['TYPE_TEST']));
  });

  it('ask level III for the level II of the same method', () => {
    expect(data.items.find(({ code }) => code === 'RT-III')?.lowerItemCode).toBe('RT-II');
    expect(data.items.find(({ code }) => code === 'RT-I')?.lowerItemCode).toBeNull();
  });

  it('offer every material at least one reason to return it', () => {
    const generic = data.returnReasons.filter((r) => r.targetKind === 'SLOT' && r.target === '*');
    expect(generic.length).toBeGreaterThanOrEqual(5);
  });

  it('name only fields and materials that some application type declares', () => {
    const fields = new Set(APPLICATION_TYPES.flatMap((type) => type.fields.map(({ id }) => id)));
    const known = (kind: string, target: string): boolean =>
      target === '*' || (kind === 'FIELD' ? fields.has(target) : isSlotCode(target));
    expect(data.returnReasons.filter((r) => !known(r.targetKind, r.target))).toEqual([]);
    expect(data.materials.filter(({ code }) => !isSlotCode(code))).toEqual([]);
  });

  it('hold every number the rules read, for every track', () => {
    for (const track of Object.values(Track)) {
      expect(assembleRuleParameters(data.ruleParameters, '2026-11-24', track)).toMatchObject({
        validityYears: 5,
        effectiveTo: null,
      });
    }
  });

  it('agree with the numbers the domain’s own tests use', () => {
    const { age, vision, renewal, clauses, directLevelII } = DEFAULT_RULE_PARAMETERS;
    expect(assembleRuleParameters(data.ruleParameters, '2026-11-24', 'TESTING')).toMatchObject({
      age,
      vision,
      renewal,
      clauses,
      directLevelII,
    });
  });

  it('are complete in both languages', () => {
    const english = [
      ...data.items.map(({ nameEn }) => nameEn),
      ...data.subjects.map(({ nameEn }) => nameEn),
      ...data.materials.flatMap(({ nameEn, remarkEn }) => [nameEn, remarkEn]),
      ...data.returnReasons.map(({ textEn }) => textEn),
      ...data.authorities.map(({ nameEn }) => nameEn),
      ...data.divisions.map(({ nameEn }) => nameEn),
      ...data.institutions.map(({ nameEn }) => nameEn),
      ...data.sites.flatMap(({ nameEn, addressEn }) => [nameEn, addressEn]),
    ];
    expect(english.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('leave out everything invented when no demo is wanted', async () => {
    const { institutions, sites } = await readCatalogue(DIRECTORY, false);
    expect([institutions, sites]).toEqual([[], []]);
  });
});

describe('readCatalogue', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'kaopu-reference-'));
  });
  afterAll(() => rm(copy, { recursive: true }));

  /** Reads a copy of the files in which `from` stands as `to` once. */
  async function readChanged(file: string, from: string, to: string): Promise<CatalogueData> {
    await cp(DIRECTORY, copy, { recursive: true });
    const content = await readFile(join(copy, file), 'utf8');
    expect(content).toContain(from);
    await writeFile(join(copy, file), content.replace(from, to));
    return readCatalogue(copy, true);
  }

  it.each([
    ['items.csv', 'RT-I,', 'RT-II,', 'RT-II 2019-06-01 is already in line 2'],
    ['items.csv', 'PROVINCIAL,RT-I,', 'PROVINCIAL,RT-0,', 'items.csv:3: there is no item RT-0'],
    ['items.csv', 'TESTING,I,', 'TESTING,IV,', 'level is IV, expected one of I, II, III'],
    ['subjects.csv', 'RT-I,T1', 'XX-I,T1', 'subjects.csv:2: there is no item XX-I'],
    ['subjects.csv', '100,70', '60,70', 'pass_mark is above full_mark'],
    ['subjects.csv', ',120,', ',two hours,', 'minutes is not a whole number from 1 up: two hours'],
    ['materials.csv', 'jpg;jpeg;png;pdf', 'exe', 'extensions holds exe, which is unknown'],
    ['materials.csv', 'INITIAL', 'FIRST', 'registration_types holds FIRST, which is unknown'],
    ['rule_parameters.csv', '2019-06-01,,', '2019-02-30,,', 'valid_from is not a date: 2019-02-30'],
    ['rule_parameters.csv', 'ageCap,65,', 'ageCap,old,', 'value is not JSON: old'],
    ['rule_parameters.csv', '2022-10-01,,Z2d', '2022-10-01,2021-01-01,Z2d', 'valid_to is before'],
    ['return_reasons.csv', 'Y,30', 'Y,0', 'deadline_days must be above 0 exactly when'],
    ['return_reasons.csv', 'SLOT,DIPLOMA', 'SLOT,DIPLOM', 'there is no material DIPLOM'],
    ['divisions.csv', '110101', '11010', 'code is not six digits: 11010'],
    ['holidays.csv', 'HOLIDAY', 'FEAST', 'kind is FEAST, expected one of HOLIDAY, WORKDAY'],
    ['demo_sites.csv', '（演示）', '', 'name lacks the mark 演示'],
    ['demo_exam_institutions.csv', 'SAMR', 'SAM', 'issuing_authority is SAM'],
    ['issuing_authorities.csv', 'code', 'kode', 'issuing_authorities.csv:1: the header must be'],
  ])('refuses %s when %s becomes %s', async (file, from, to, problem) => {
    await expect(readChanged(file, from, to)).rejects.toThrow(problem);
  });

  it('refuses two values of one parameter on the same day', async () => {
    const second = 'validityYears.TESTING,4,2024-01-01,,ours,test\n';
    const changed = readChanged(
      'rule_parameters.csv',
      'validityYears.TYPE_TEST',
      `${second}validityYears.TYPE_TEST`,
    );
    await expect(changed).rejects.toThrow('overlaps its earlier row, which ends never');
  });

  it('names file and line of a line with too many cells', () => {
    expect(() => parseReferenceFile('x.csv', 'a,b\n1,2\n1,2,3\n', ['a', 'b'])).toThrow(
      ReferenceFileError,
    );
    expect(() => parseReferenceFile('x.csv', 'a,b\n1,2\n1,2,3\n', ['a', 'b'])).toThrow('x.csv:3:');
  });
});
