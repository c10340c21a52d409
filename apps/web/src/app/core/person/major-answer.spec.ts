import { describe, expect, it } from 'vitest';

import { isMajorSettled, type MajorAnswer, majorToSave } from './major-answer.js';

const CHOSEN: MajorAnswer = {
  majorType: 'STEM',
  major: '焊接技术与工程',
  notListed: false,
  chosen: { name: '焊接技术与工程', catalogue: '2012', code: '080411T' },
};

describe('A major', () => {
  it('from a catalogue keeps its key', () => {
    expect(isMajorSettled(CHOSEN)).toBe(true);
    expect(majorToSave(CHOSEN)).toMatchObject({ majorCatalogue: '2012', majorCode: '080411T' });
  });

  it('that was edited afterwards is no catalogue entry any more', () => {
    const edited = { ...CHOSEN, major: '焊接技术与工程（铸造）' };
    expect(isMajorSettled(edited)).toBe(false);
    expect(majorToSave(edited)).toMatchObject({ majorCatalogue: '', majorCode: '' });
  });

  it('that no catalogue lists is taken as typed', () => {
    const own = { ...CHOSEN, notListed: true, major: ' 演示工艺 ' };
    expect(isMajorSettled(own)).toBe(true);
    expect(majorToSave(own)).toMatchObject({ major: '演示工艺', majorCode: '' });
  });

  it('outside science and engineering needs no catalogue', () => {
    const other = { ...CHOSEN, majorType: 'NON_STEM' };
    expect(isMajorSettled({ ...other, major: '会计学' })).toBe(true);
    expect(majorToSave(other)).toMatchObject({ majorCode: '' });
  });
});
