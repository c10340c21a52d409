import { pinyin } from 'pinyin-pro';

const TRADE_CLASSES = ['机械', '能源动力', '材料', '电气', '自动化', '仪器', '化工', '安全'];
const OTHER_CLASS = 99;

/** Spelling of a major's name by whole words, so that 重庆 is chongqing, not zhongqing. */
export function spell(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map(foldSearchText)
    .filter((syllable) => syllable !== '');
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}

/** One form for what is stored and what is typed: half-width, lower case, ü as v, letters and digits only. */
export function foldSearchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Where a class stands in the search result: those that feed this trade come first. */
export function tradeRank(className: string | null): number {
  const rank = TRADE_CLASSES.findIndex((word) => className?.includes(word));
  return rank === -1 ? OTHER_CLASS : rank;
}
