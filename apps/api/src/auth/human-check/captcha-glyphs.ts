/** A stroke: points on a grid 10 wide and 14 high, `x,y` from the upper left. */
export type Stroke = readonly (readonly [number, number])[];

const DRAWINGS: Readonly<Record<string, string>> = {
  2: '1,3 3,0 7,0 9,3 8,6 1,14 9,14',
  3: '1,1 5,0 9,2 8,6 4,7 9,9 9,12 5,14 1,13',
  4: '7,14 7,0 1,10 10,10',
  5: '9,0 2,0 1,6 6,5 9,8 8,12 5,14 1,13',
  6: '8,0 3,4 1,9 3,14 7,14 9,11 7,8 2,9',
  7: '1,0 9,0 4,14',
  8: '5,7 1,4 3,0 7,0 9,4 5,7 1,10 3,14 7,14 9,10 5,7',
  9: '2,14 7,10 9,5 7,0 3,0 1,3 3,6 8,5',
  A: '0,14 5,0 10,14|2,9 8,9',
  C: '9,2 6,0 3,1 1,5 1,9 3,13 6,14 9,12',
  E: '9,0 1,0 1,14 9,14|1,7 7,7',
  F: '9,0 1,0 1,14|1,7 7,7',
  H: '1,0 1,14|9,0 9,14|1,7 9,7',
  J: '3,0 9,0|7,0 7,11 5,14 1,12',
  K: '1,0 1,14|9,0 1,8|4,6 9,14',
  L: '1,0 1,14 9,14',
  M: '0,14 1,0 5,8 9,0 10,14',
  N: '1,14 1,0 9,14 9,0',
  P: '1,14 1,0 7,0 9,3 7,7 1,7',
  R: '1,14 1,0 7,0 9,3 7,7 1,7|5,7 9,14',
  T: '0,0 10,0|5,0 5,14',
  U: '1,0 1,10 3,14 7,14 9,10 9,0',
  V: '0,0 5,14 10,0',
  W: '0,0 2,14 5,5 8,14 10,0',
  X: '1,0 9,14|9,0 1,14',
  Y: '0,0 5,7 10,0|5,7 5,14',
  Z: '1,0 9,0 1,14 9,14',
};

const point = (pair: string): readonly [number, number] => {
  const [x = 0, y = 0] = pair.split(',').map(Number);
  return [x, y];
};

/** Characters that cannot be mistaken for one another, drawn by us so that no font is needed. */
export const CAPTCHA_GLYPHS: ReadonlyMap<string, readonly Stroke[]> = new Map(
  Object.entries(DRAWINGS).map(([character, strokes]) => [
    character,
    strokes.split('|').map((stroke) => stroke.split(' ').map(point)),
  ]),
);
