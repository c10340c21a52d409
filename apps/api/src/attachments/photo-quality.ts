import { PHOTO_FORMAT } from './file-rules.js';
import type { Portrait } from './decoding/examination.js';

/** What is looked at; each is told with its figure, good or not (goal N2). */
export const PhotoCheck = {
  PIXELS: 'PIXELS',
  RATIO: 'RATIO',
  SHARPNESS: 'SHARPNESS',
  EXPOSURE: 'EXPOSURE',
  BACKGROUND: 'BACKGROUND',
  COLOUR: 'COLOUR',
} as const;
export type PhotoCheck = keyof typeof PhotoCheck;

/** What may be doubtful about it. */
export type PhotoDoubt =
  'PIXELS' | 'RATIO' | 'SHARPNESS' | 'TOO_DARK' | 'TOO_BRIGHT' | 'BACKGROUND' | 'GREY';

/** One thing looked at: the figure found, the figure wanted, and the doubt if there is one. */
export interface PhotoFinding {
  readonly check: PhotoCheck;
  readonly figure: string;
  readonly wanted: string;
  /** Null when it is good; never a reason to refuse the photo. */
  readonly doubt: PhotoDoubt | null;
}

/** Set by the table of drawn photos in photo-quality.spec.ts. */
const THRESHOLDS = {
  /** Share by which the given frame may differ from 358:441. */
  ratio: 0.1,
  /** Variance of the Laplacian of the brightness of the face. */
  sharpness: 80,
  /** Mean brightness of the face, 0–255. */
  dark: 80,
  bright: 225,
  /** Brightness of the wall, its spread, and its colour as below. */
  wallBrightness: 185,
  wallSpread: 22,
  wallColour: 40,
  /** Mean distance of the strongest and weakest colour of the face. */
  colour: 8,
} as const;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const { width: WIDTH, height: HEIGHT } = PHOTO_FORMAT;
const FACE: Area = area(0.25, 0.18, 0.75, 0.72);
/** Left and right of the head, where the wall shows. */
const WALLS: readonly Area[] = [area(0.02, 0.02, 0.14, 0.4), area(0.86, 0.02, 0.98, 0.4)];

/** Looks at a decoded registration photo; every check is answered, in the order of weight. */
export function judgePhoto(portrait: Portrait): PhotoFinding[] {
  const { pixels, cutWidth, cutHeight, givenRatio } = portrait;
  const brightness = brightnessOf(pixels);
  const face = statistics(brightness, [FACE]);
  const wall = statistics(brightness, WALLS);
  const sharpness = laplacianVariance(brightness, FACE);
  const colour = meanColour(pixels, [FACE]);
  const { ratio, dark, bright, wallBrightness, wallSpread } = THRESHOLDS;
  const isUnevenWall =
    wall.mean < wallBrightness ||
    wall.spread > wallSpread ||
    meanColour(pixels, WALLS) > THRESHOLDS.wallColour;
  const ideal = WIDTH / HEIGHT;
  return [
    {
      check: 'PIXELS',
      figure: `${cutWidth}×${cutHeight}`,
      wanted: `≥ ${WIDTH}×${HEIGHT}`,
      doubt: cutWidth < WIDTH || cutHeight < HEIGHT ? 'PIXELS' : null,
    },
    {
      check: 'RATIO',
      figure: givenRatio.toFixed(2),
      wanted: `${(ideal * (1 - ratio)).toFixed(2)}–${(ideal * (1 + ratio)).toFixed(2)}`,
      doubt: Math.abs(givenRatio / ideal - 1) > ratio ? 'RATIO' : null,
    },
    {
      check: 'SHARPNESS',
      figure: sharpness.toFixed(0),
      wanted: `≥ ${THRESHOLDS.sharpness}`,
      doubt: sharpness < THRESHOLDS.sharpness ? 'SHARPNESS' : null,
    },
    {
      check: 'EXPOSURE',
      figure: face.mean.toFixed(0),
      wanted: `${dark}–${bright}`,
      doubt: face.mean < dark ? 'TOO_DARK' : face.mean > bright ? 'TOO_BRIGHT' : null,
    },
    {
      check: 'BACKGROUND',
      figure: `${wall.mean.toFixed(0)} ± ${wall.spread.toFixed(0)}`,
      wanted: `≥ ${wallBrightness} ± ${wallSpread}`,
      doubt: isUnevenWall ? 'BACKGROUND' : null,
    },
    {
      check: 'COLOUR',
      figure: colour.toFixed(0),
      wanted: `≥ ${THRESHOLDS.colour}`,
      doubt: colour < THRESHOLDS.colour ? 'GREY' : null,
    },
  ];
}

/** 64-bit difference hash, hex: near-equal for the same photo scaled or compressed again (goal N9). */
export function perceptualHash({ pixels }: Portrait): string {
  const brightness = brightnessOf(pixels);
  const [columns, rows] = [9, 8];
  const cell = (column: number, row: number): number =>
    statistics(brightness, [
      area(column / columns, row / rows, (column + 1) / columns, (row + 1) / rows),
    ]).mean;
  let bits = 0n;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      bits = (bits << 1n) | (cell(column, row) > cell(column + 1, row) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}

function area(left: number, top: number, right: number, bottom: number): Area {
  return {
    left: Math.floor(left * WIDTH),
    top: Math.floor(top * HEIGHT),
    right: Math.floor(right * WIDTH),
    bottom: Math.floor(bottom * HEIGHT),
  };
}

/** Rec. 601 luma of RGB bytes. */
function brightnessOf(pixels: Uint8Array): Float32Array {
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index * 3, index * 3 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

function* places({ left, top, right, bottom }: Area): Generator<number> {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) yield y * WIDTH + x;
  }
}

/** Mean and standard deviation over areas taken together. */
function statistics(
  values: Float32Array,
  areas: readonly Area[],
): { mean: number; spread: number } {
  let [count, sum, squares] = [0, 0, 0];
  for (const one of areas) {
    for (const place of places(one)) {
      const value = values[place] ?? 0;
      count++;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / count;
  return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** Blur takes the edges away, and with them this figure. */
function laplacianVariance(values: Float32Array, inside: Area): number {
  const edges = new Float32Array(WIDTH * HEIGHT);
  const at = (place: number): number => values[place] ?? 0;
  for (const place of places(inside)) {
    edges[place] =
      at(place - WIDTH) + at(place + WIDTH) + at(place - 1) + at(place + 1) - 4 * at(place);
  }
  return statistics(edges, [inside]).spread ** 2;
}

/** Mean distance between the strongest and the weakest of red, green and blue. */
function meanColour(pixels: Uint8Array, areas: readonly Area[]): number {
  let [count, sum] = [0, 0];
  for (const one of areas) {
    for (const place of places(one)) {
      const colours = pixels.subarray(place * 3, place * 3 + 3);
      sum += Math.max(...colours) - Math.min(...colours);
      count++;
    }
  }
  return sum / count;
}
