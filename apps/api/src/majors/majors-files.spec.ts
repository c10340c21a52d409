import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MajorKey, MajorsData } from './major-rows.js';
import { foldSearchText, spell, tradeRank } from './major-spelling.js';
import { parseMajors, readMajors, type MajorsFiles } from './majors-files.js';

const DIRECTORY = fileURLToPath(new URL('../../../../tools/reference-data', import.meta.url));

describe('the shipped majors', () => {
  let data: MajorsData;
  beforeAll(async () => {
    data = await readMajors(DIRECTORY);
  });

  it('hold every catalogue whole', () => {
    const count = (catalogue: string, added: boolean): number =>
      data.majors.filter((m) => m.catalogue === catalogue && m.added === added && m.selectable)
        .length;
    expect(count('2012', false)).toBe(36 + 169);
    expect(count('2012', true)).toBe(145);
    expect(count('1998', false)).toBe(293);
    expect(count('1993', false)).toBeGreaterThan(90);
  });

  it('keep a code apart that means two majors in two catalogues', () => {
    const names = data.majors.filter(({ code }) => code === '080201').map(({ name }) => name);
    expect(names.sort()).toEqual(['冶金工程', '机械工程'].sort());
  });

  it('lead from a 1993 name over 1998 to 2012', () => {
    const next = (key: MajorKey): readonly MajorKey[] =>
      data.relations
        .filter((r) => r.older.catalogue === key.catalogue && r.older.code === key.code)
        .map((r) => r.newer);
    const [in1998] = next({ catalogue: '1993', code: '焊接工艺及设备' });
    expect(in1998).toEqual({ catalogue: '1998', code: '080302' });
    expect(in1998 && next(in1998)).toEqual([{ catalogue: '2012', code: '080203' }]);
  });

  it('relate only majors that exist', () => {
    const keys = new Set(data.majors.map((m) => `${m.catalogue} ${m.code}`));
    const ends = data.relations.flatMap(({ older, newer }) => [older, newer]);
    expect(ends.filter((end) => !keys.has(`${end.catalogue} ${end.code}`))).toEqual([]);
  });

  it('never offer a successor outside science and engineering', () => {
    const outside = data.majors.filter(({ selectable }) => !selectable);
    expect(outside).not.toHaveLength(0);
    expect(outside.filter((m) => ['理学', '工学'].includes(m.discipline ?? ''))).toEqual([]);
  });
});

describe('parseMajors', () => {
  const files = (changes: Partial<MajorsFiles>): MajorsFiles => ({
    comparison: 'new_code,new_name,discipline,class,old_code,old_name,relation,confidence\n',
    old: 'old_code,old_name,old_class\n080302,材料成型及控制工程,机械类\n',
    movedOut: 'old_code,old_name,old_class,new_code,new_name,new_discipline,confidence,note\n',
    unplaced: 'old_code,old_name,old_class,suggested_new_code,suggested_new_name,confidence\n',
    since1993: 'name_1998,code_1998,name_1993,confidence,source\n',
    added: 'new_code,new_name,discipline,class,source,confidence\n',
    ...changes,
  });
  const PAIR = 'new_code,new_name,discipline,class,old_code,old_name,relation,confidence\n';

  it('names file and line of a pair with an unknown old code', () => {
    const comparison = `${PAIR}080203,材料成型及控制工程,工学,机械类,080399,无,same,B\n`;
    expect(() => parseMajors(files({ comparison }))).toThrow(
      'majors.csv:2: there is no 1998 080399',
    );
  });

  it('refuses a pair whose old name is not the name of its code', () => {
    const comparison = `${PAIR}080203,材料成型及控制工程,工学,机械类,080302,别的,same,B\n`;
    expect(() => parseMajors(files({ comparison }))).toThrow('majors.csv:2: 1998 080302 is');
  });

  it('refuses an unknown confidence letter', () => {
    const comparison = `${PAIR}080203,材料成型及控制工程,工学,机械类,080302,材料成型及控制工程,same,Z\n`;
    expect(() => parseMajors(files({ comparison }))).toThrow(/majors\.csv:2: confidence is Z/);
  });

  it('strips the part mark from a 1993 name and remembers it as a split', () => {
    const since1993 =
      'name_1998,code_1998,name_1993,confidence,source\n材料成型及控制工程,080302,铸造（部分）,C,x\n';
    const { majors, relations } = parseMajors(files({ since1993 }));
    expect(majors.find(({ catalogue }) => catalogue === '1993')).toMatchObject({
      code: '铸造',
      name: '铸造',
      className: '机械类',
    });
    expect(relations).toMatchObject([{ kind: 'SPLIT_PART', confidence: 'C' }]);
  });
});

describe('spelling of majors', () => {
  it.each([
    ['重庆', 'chongqing', 'cq'],
    ['焊接技术与工程', 'hanjiejishuyugongcheng', 'hjjsygc'],
    ['能源与动力工程', 'nengyuanyudongligongcheng', 'nyydlgc'],
    ['大功率半导体科学与工程', 'dagonglvbandaotikexueyugongcheng', 'dglbdtkxygc'],
  ])('spells %s', (name, whole, initials) => {
    expect(spell(name)).toEqual({ pinyin: whole, initials });
  });

  it.each([
    ['Han Jie', 'hanjie'],
    ['ＪＸＳＪ', 'jxsj'],
    ['能源·动力', '能源动力'],
    ["xi'an", 'xian'],
    ['lü', 'lv'],
  ])('folds %s as typed', (typed, folded) => {
    expect(foldSearchText(typed)).toBe(folded);
  });

  it.each([
    ['机械类', 0],
    ['材料科学类', 2],
    ['化工与制药类', 6],
    ['安全科学与工程类', 7],
    ['数学类', 99],
    [null, 99],
  ])('ranks the class %s', (className, rank) => {
    expect(tradeRank(className)).toBe(rank);
  });
});
