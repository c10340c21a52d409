import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Majors } from '../../src/majors/majors.js';
import { withReferenceData } from '../builders/reference-data.js';
import { ApiHarness } from '../support/api-harness.js';

interface Hit {
  readonly catalogue: string;
  readonly code: string;
  readonly name: string;
  readonly class: string | null;
  readonly matchedBy: string;
  readonly relatedNames: readonly string[];
}

const SEARCH = `query ($text: String!, $first: Int! = 20) {
  searchMajors(text: $text, first: $first) {
    catalogue code name discipline class added matchedBy relatedNames confidence
  }
}`;

describe('searchMajors', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await ApiHarness.start();
    await withReferenceData(api);
  });
  afterAll(() => api.stop());

  const search = async (text: string, first = 20): Promise<readonly Hit[]> => {
    const { searchMajors } = await api
      .browser()
      .send<{ searchMajors: readonly Hit[] }, { text: string; first: number }>(SEARCH, {
        text,
        first,
      });
    return searchMajors;
  };

  it.each([
    ['焊接', 'NAME', '焊接技术与工程'],
    ['hanjie', 'PINYIN', '焊接技术与工程'],
    ['Han Jie', 'PINYIN', '焊接技术与工程'],
    ['jxsj', 'INITIALS', '机械设计制造及其自动化'],
    ['ＪＸＳＪ', 'INITIALS', '机械设计制造及其自动化'],
    ['080501', 'CODE', '能源与动力工程'],
  ])('finds by %s through its %s', async (text, matchedBy, name) => {
    expect(await search(text)).toContainEqual(expect.objectContaining({ matchedBy, name }));
  });

  it('finds 1993 names and leads over 1998 to today', async () => {
    const hit = (await search('焊接工艺')).find(({ catalogue }) => catalogue === '1993');
    expect(hit).toMatchObject({
      name: '焊接工艺及设备',
      relatedNames: expect.arrayContaining([
        '材料成型及控制工程 (1998)',
        '材料成型及控制工程 (2012)',
      ]) as unknown,
    });
  });

  it('offers today’s major to somebody who types its old name, after the old one itself', async () => {
    const hits = await search('热能与动力工程');
    expect(hits[0]).toMatchObject({ catalogue: '1998', code: '080501', matchedBy: 'NAME' });
    expect(hits).toContainEqual(
      expect.objectContaining({
        catalogue: '2012',
        name: '能源与动力工程',
        matchedBy: 'RELATED_NAME',
        relatedNames: expect.arrayContaining(['热能与动力工程 (1998)']) as unknown,
      }),
    );
  });

  it('tells two majors with one code apart', async () => {
    const hits = await search('080201');
    expect(hits.map(({ catalogue, name }) => `${catalogue} ${name}`)).toEqual(
      expect.arrayContaining(['2012 机械工程', '1998 冶金工程']),
    );
  });

  it('puts the exact name first, then the classes that feed this trade', async () => {
    const hits = await search('工程', 100);
    const ranks = hits
      .filter(({ matchedBy }) => matchedBy !== 'RELATED_NAME')
      .map((hit) => (hit.class?.includes('机械') ? 0 : 1));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect((await search('自动化'))[0]?.name).toBe('自动化');
  });

  it('never offers a successor outside science and engineering', async () => {
    expect((await search('英语', 100)).map(({ name }) => name)).toEqual(['生物医学英语']);
  });

  it('answers with nothing for blanks, signs and wild cards', async () => {
    for (const text of ['', '   ', '%', '_', '\\', '·']) expect(await search(text)).toEqual([]);
  });

  it('never answers with more than was asked for, and refuses to be asked for too much', async () => {
    expect(await search('工程', 3)).toHaveLength(3);
    for (const first of [0, 101, -1]) {
      const { errors } = await api.browser().ask(SEARCH, { text: '工程', first });
      expect(errors?.[0]?.extensions.code).toBe('VALIDATION');
    }
    const { errors } = await api.browser().ask(SEARCH, { text: '工'.repeat(61), first: 1 });
    expect(errors?.[0]?.extensions.code).toBe('VALIDATION');
  });

  it('finds a chosen major again by catalogue and code only', async () => {
    const majors = api.app.get(Majors);
    expect(await majors.byKey('1998', '080201')).toMatchObject({ name: '冶金工程' });
    expect(await majors.byKey('2012', '080201')).toMatchObject({ name: '机械工程' });
    expect(await majors.byKey('1998', '999999')).toBeNull();
    expect(await majors.byKey('2099', '080201')).toBeNull();
  });
});
