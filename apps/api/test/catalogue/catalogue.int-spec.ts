import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CatalogueMemory } from '../../src/catalogue/catalogue-memory.js';
import { Bodies } from '../../src/catalogue/bodies/bodies.js';
import { Dictionaries } from '../../src/catalogue/dictionaries/dictionaries.js';
import { Items } from '../../src/catalogue/items/items.js';
import { MaterialRules } from '../../src/catalogue/rules/material-rules.js';
import { RuleParametersReader } from '../../src/catalogue/rules/rule-parameters-reader.js';
import { WorkingCalendar } from '../../src/catalogue/rules/working-calendar.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

interface ItemNode {
  readonly code: string;
  readonly name: string;
  readonly level: string | null;
  readonly subjects: readonly { readonly code: string; readonly passMark: number }[];
}

const ITEMS = `query ($track: Track, $registrationType: String) {
  items(track: $track, registrationType: $registrationType) {
    code name nameEn track level method lowerItemCode
    subjects { code name nameEn kind minutes fullMark passMark }
  }
}`;

describe('the catalogue', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const items = async (variables: Record<string, string> = {}): Promise<readonly ItemNode[]> => {
    const answer = await api
      .browser()
      .send<{ items: readonly ItemNode[] }, Record<string, string>>(ITEMS, variables);
    return answer.items;
  };

  it('shows anybody the items of all tracks in order', async () => {
    const all = await items();
    expect(all).toHaveLength(53);
    expect(all[0]).toMatchObject({
      code: 'RT-I',
      name: '射线胶片照相检测Ⅰ级',
      nameEn: 'Film radiography, level Ⅰ',
      track: 'TESTING',
      level: 'I',
      method: 'RT',
      lowerItemCode: null,
    });
  });

  it('lists the subjects of an item with their pass marks', async () => {
    const item = (await items()).find(({ code }) => code === 'RT-II');
    expect(item?.subjects.map(({ code, passMark }) => `${code} ${passMark}`)).toEqual([
      'T1 70',
      'T2 70',
      'P1 70',
      'P2 70',
    ]);
  });

  it('narrows items to a track and a registration type', async () => {
    expect((await items({ track: 'TYPE_TEST' })).map(({ level }) => level)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
    expect(await items({ track: 'INSPECTION', registrationType: 'INITIAL' })).toEqual([]);
    expect(await items({ registrationType: 'INITIAL' })).toHaveLength(22);
  });

  it('stops offering an item the day after its last one', async () => {
    await api.db.query("UPDATE item SET valid_to = '2026-11-24' WHERE code = 'AE-III'");
    api.app.get(CatalogueMemory).forget();
    try {
      expect((await items()).some(({ code }) => code === 'AE-III')).toBe(true);
      api.clock.set('2026-11-24T16:00:00.000Z');
      expect((await items()).some(({ code }) => code === 'AE-III')).toBe(false);
    } finally {
      api.clock.set('2026-11-24T02:00:00.000Z');
      await api.db.query("UPDATE item SET valid_to = NULL WHERE code = 'AE-III'");
      api.app.get(CatalogueMemory).forget();
    }
  });

  it('reads an item as it was on an earlier day', async () => {
    const service = api.app.get(Items);
    expect(await service.byCode('RT-II', '2020-01-01')).toMatchObject({
      issuingLevel: 'PROVINCIAL',
    });
    expect(await service.byCode('RT-II', '2018-01-01')).toBeNull();
  });

  it('offers registration types of a track; types nobody can start yet name none', async () => {
    const { registrationTypes } = await api
      .browser()
      .send<
        { registrationTypes: readonly { code: string; applicationType: string | null }[] },
        undefined
      >('{ registrationTypes(track: TESTING) { code name nameEn track applicationType } }');
    expect(registrationTypes.map(({ code }) => code)).toEqual([
      'INITIAL',
      'RENEW_EXEMPT',
      'RENEW_EXAM',
      'INITIAL_RESIT',
      'RENEW_RESIT',
    ]);
    expect(registrationTypes[0]?.applicationType).toBe('testing-initial');
  });

  it('names divisions in the caller’s language', async () => {
    const ask = async (language: string): Promise<{ code: string; name: string }[]> => {
      const response = await api.browser().fetch('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'apollo-require-preflight': '1',
          'accept-language': language,
        },
        body: JSON.stringify({ query: '{ divisions { code name parentCode } }' }),
      });
      const { data } = (await response.json()) as {
        data: { divisions: { code: string; name: string }[] };
      };
      return data.divisions;
    };
    expect(await ask('zh-CN')).toContainEqual({
      code: '340100',
      name: '合肥市',
      parentCode: '340000',
    });
    expect(await ask('en')).toContainEqual({ code: '610000', name: 'Shaanxi', parentCode: null });
  });

  it('keeps reasons for returning from people who are not staff', async () => {
    const { errors } = await api.browser().ask('{ returnReasons { code } }');
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('puts the reasons made for a target before those for every target', async () => {
    const reasons = await api.app.get(Dictionaries).returnReasons('SLOT', 'VISION');
    expect(reasons.slice(0, 2).map(({ target }) => target)).toEqual(['VISION', 'VISION']);
    expect(reasons.slice(2).every(({ target }) => target === '*')).toBe(true);
    expect(reasons.length).toBeGreaterThan(5);
  });

  it('asks for the materials of a registration type, and for others of a certificate request', async () => {
    const rules = api.app.get(MaterialRules);
    const initial = await rules.forType('INITIAL', 'TESTING');
    expect([...initial.keys()]).toEqual([
      'ID_COPY',
      'PHOTO',
      'DIPLOMA',
      'EDU_REPORT',
      'WORK_PROOF',
      'VISION',
      'LOWER_CERT',
      'FORM_SIGNED',
    ]);
    expect(initial.get('ID_COPY')).toMatchObject({
      requirement: 'REQUIRED',
      maxBytes: 5 * 1024 * 1024,
      extensions: ['jpg', 'jpeg', 'png', 'pdf'],
    });
    expect([...(await rules.forType('REISSUE', 'TESTING')).keys()]).toEqual([
      'REISSUE_FORM',
      'LOSS_STATEMENT',
    ]);
  });

  it('reads the rules of a day and refuses one without rules', async () => {
    const reader = api.app.get(RuleParametersReader);
    expect(await reader.at('2026-11-24', 'TESTING')).toMatchObject({
      version: 'rules-2022-10-01',
      age: { min: 18, below: 65 },
      validityYears: 5,
      directLevelII: [
        { minEducation: 'COLLEGE', major: 'NDT' },
        { minEducation: 'BACHELOR', major: 'STEM' },
      ],
    });
    await expect(reader.at('2010-01-01', 'TESTING')).rejects.toThrow('is missing');
    expect(await reader.number('returnDeadlineDays', '2026-11-24')).toBe(30);
    await expect(reader.number('unknown', '2026-11-24')).rejects.toThrow(
      'rule_parameter unknown is missing',
    );
  });

  it('finds who issues an item: the State, or the province of the employer', async () => {
    const bodies = api.app.get(Bodies);
    expect(await bodies.issuingAuthority('NATIONAL', '340100')).toBe('SAMR');
    expect(await bodies.issuingAuthority('PROVINCIAL', '340100')).toBe('P34');
    expect(await bodies.issuingAuthority('PROVINCIAL', '810001')).toBeNull();
    expect(await bodies.authorityOfInstitution('EI-34')).toBe('P34');
    expect(await bodies.authorityOfInstitution('EI-99')).toBeNull();
    expect(await bodies.divisionName('340100', 'zh-CN')).toBe('安徽省合肥市');
    expect(await bodies.divisionName('340100', 'en')).toBe('Hefei, Anhui');
    expect((await bodies.institutions(['EI-34'], 'en')).get('EI-34')?.name).toContain('Anhui');
    expect((await bodies.authorities(['P34'], 'zh-CN')).get('P34')?.name).toContain('安徽省');
  });

  it('knows holidays and working days in exchange', async () => {
    const { holidays, workdays } = await api.app.get(WorkingCalendar).read();
    expect(holidays).toContain('2026-10-01');
    expect(workdays).toContain('2026-10-10');
  });
});
