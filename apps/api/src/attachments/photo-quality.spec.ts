import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoJpeg, type PhotoOptions } from '../../test/builders/files.js';
import type { Portrait } from './decoding/examination.js';
import { FileDecoder } from './decoding/file-decoder.js';
import { allowedTypes } from './file-rules.js';
import { judgePhoto, perceptualHash, PhotoCheck, type PhotoDoubt } from './photo-quality.js';

const decoder = new FileDecoder();
afterAll(() => decoder.onApplicationShutdown());

async function portraitOf(options: PhotoOptions): Promise<Portrait> {
  const examined = await decoder.examine({
    content: await photoJpeg(options),
    purpose: 'PHOTO',
    allowed: allowedTypes('PHOTO'),
    crop: null,
  });
  if (!examined.ok || !examined.portrait) throw new Error('The drawn photo was not taken.');
  return examined.portrait;
}

interface Case {
  readonly what: string;
  readonly options: PhotoOptions;
  readonly doubts: readonly PhotoDoubt[];
}

const CASES: readonly Case[] = [
  { what: 'a good photo', options: {}, doubts: [] },
  { what: 'a large good photo', options: { width: 2448, height: 3264 }, doubts: [] },
  { what: 'an off-white wall', options: { background: '#e8e6e0' }, doubts: [] },
  { what: 'a light grey wall', options: { background: '#c8c8c8' }, doubts: [] },
  { what: 'a slightly soft photo', options: { blur: 2 }, doubts: [] },
  { what: 'few pixels', options: { width: 340, height: 450 }, doubts: ['PIXELS'] },
  { what: 'a blurred photo', options: { blur: 4 }, doubts: ['SHARPNESS'] },
  { what: 'a very blurred photo', options: { blur: 10 }, doubts: ['SHARPNESS'] },
  { what: 'a dark photo', options: { brightness: 0.35 }, doubts: ['TOO_DARK', 'BACKGROUND'] },
  { what: 'an overexposed photo', options: { brightness: 1.6 }, doubts: ['TOO_BRIGHT'] },
  { what: 'a blue wall', options: { background: '#3377bb' }, doubts: ['BACKGROUND'] },
  { what: 'a light blue wall', options: { background: '#9fd4ff' }, doubts: ['BACKGROUND'] },
  { what: 'a busy wall', options: { busyBackground: true }, doubts: ['BACKGROUND'] },
  { what: 'a photo without colour', options: { grey: true }, doubts: ['GREY'] },
  {
    what: 'a picture lying down',
    options: { width: 1600, height: 1000 },
    doubts: ['RATIO', 'BACKGROUND'],
  },
];

describe('The photo gate', () => {
  it.each(CASES)('finds $doubts in $what', async ({ options, doubts }) => {
    const findings = judgePhoto(await portraitOf(options));
    expect(findings.flatMap(({ doubt }) => doubt ?? [])).toEqual(doubts);
    expect(findings.map(({ check }) => check)).toEqual(Object.keys(PhotoCheck));
    expect(findings.every(({ figure, wanted }) => figure !== '' && wanted !== '')).toBe(true);
  });
});

const SIZES = [
  { width: 480, height: 640 },
  { width: 600, height: 800 },
  { width: 900, height: 1200 },
] as const;
const WALLS = ['#ffffff', '#f2f2f0', '#e8e6e0', '#dcdcdc'] as const;

/** Photos nobody should be bothered with. */
const GOOD: readonly PhotoOptions[] = SIZES.flatMap((size) =>
  WALLS.flatMap((background) => [
    { ...size, background },
    { ...size, background, brightness: 0.9 },
  ]),
);

/** Photos with one fault, and the doubt that must be among those told. */
const FAULTY: readonly (readonly [PhotoDoubt, PhotoOptions])[] = SIZES.flatMap((size) => [
  ['SHARPNESS', { ...size, blur: size.width / 120 }] as const,
  ['SHARPNESS', { ...size, blur: size.width / 60 }] as const,
  ['TOO_DARK', { ...size, brightness: 0.25 }] as const,
  ['TOO_DARK', { ...size, brightness: 0.35 }] as const,
  ['TOO_BRIGHT', { ...size, brightness: 1.7 }] as const,
  ['BACKGROUND', { ...size, busyBackground: true }] as const,
  ['BACKGROUND', { ...size, background: '#3377bb' }] as const,
  ['BACKGROUND', { ...size, background: '#aa3333' }] as const,
  ['GREY', { ...size, grey: true }] as const,
  ['RATIO', { width: size.height, height: size.width }] as const,
]);

describe('Over a set of drawn photos, the gate', () => {
  it('is silent about good ones', { timeout: 240_000 }, async () => {
    const alarms: string[] = [];
    for (const options of GOOD) {
      const doubts = judgePhoto(await portraitOf(options)).flatMap(({ doubt }) => doubt ?? []);
      if (doubts.length > 0) alarms.push(`${doubts.join()} in ${JSON.stringify(options)}`);
    }
    expect(alarms).toEqual([]);
  });

  it('names the fault of every faulty one', { timeout: 240_000 }, async () => {
    const missed: string[] = [];
    for (const [fault, options] of FAULTY) {
      const doubts = judgePhoto(await portraitOf(options)).map(({ doubt }) => doubt);
      if (!doubts.includes(fault)) missed.push(`${fault} in ${JSON.stringify(options)}`);
    }
    expect(missed).toEqual([]);
  });
});

describe('The perceptual hash', () => {
  let original: string;
  beforeAll(async () => {
    original = perceptualHash(await portraitOf({}));
  });

  it.each([
    { what: 'twice as large', options: { width: 1800, height: 2400 } },
    { what: 'half as large', options: { width: 450, height: 600 } },
    { what: 'slightly blurred', options: { blur: 2 } },
    { what: 'darker', options: { brightness: 0.8 } },
  ])('stays near when the photo is $what', async ({ options }) => {
    expect(distance(perceptualHash(await portraitOf(options)), original)).toBeLessThanOrEqual(4);
  });

  it('is far when the picture is another', async () => {
    const other = perceptualHash(await portraitOf({ busyBackground: true }));
    expect(distance(other, original)).toBeGreaterThan(10);
  });
});

/** How many of the 64 bits differ. */
const distance = (one: string, other: string): number =>
  (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;
