import { describe, expect, it } from 'vitest';
import { fileText, FILE_TEXTS, type FileTextKey } from './file-texts.js';

const holes = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe('Sentences about files', () => {
  it.each(Object.keys(FILE_TEXTS) as FileTextKey[])('%s says the same in both languages', (key) => {
    const { 'zh-CN': chinese, en } = FILE_TEXTS[key];
    expect(holes(en)).toEqual(holes(chinese));
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it('name the figures', () => {
    expect(fileText('zh-CN', 'file.tooLarge', { limitMb: 5, actualMb: 7.2 })).toContain(
      '不能超过 5 MB(当前 7.2 MB)',
    );
  });
});
