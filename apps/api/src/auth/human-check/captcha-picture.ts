import { randomBytes, randomInt } from 'node:crypto';
import sharp from 'sharp';
import { CAPTCHA_GLYPHS } from './captcha-glyphs.js';

const WIDTH = 200;
const HEIGHT = 70;
const GLYPH_SCALE = 3.1;
const PEN = 2.1;
const NOISE_LINES = 3;

interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly pen: number;
}

/** Evenly spread between the bounds; unpredictable, as the picture guards a log-in. */
const between = (low: number, high: number): number =>
  low + ((high - low) * randomInt(1_000_000)) / 1_000_000;

/**
 * Draws a text as a distorted PNG. Pixels, never vectors: paths sent to a browser are read by a
 * program without error (security.md §0 item 3). A speed bump; the proof of work is the real guard.
 */
export async function captchaPicture(text: string): Promise<Buffer> {
  const segments = [...textSegments(text), ...noiseSegments()];
  const bend = {
    x: between(2, 4),
    y: between(2, 4),
    phase: between(0, 6),
    length: between(24, 38),
  };
  const pixels = randomBytes(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const bentX = x + bend.x * Math.sin(y / (bend.length / 3) + bend.phase);
      const bentY = y + bend.y * Math.sin(x / bend.length + bend.phase);
      const at = y * WIDTH + x;
      const grain = (pixels[at] ?? 0) / 10;
      pixels[at] = Math.round(255 - grain - inkAt(segments, bentX, bentY) * 190);
    }
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function textSegments(text: string): Segment[] {
  const room = WIDTH / (text.length + 0.6);
  return Array.from(text).flatMap((character, index) => {
    const left = room * (index + 0.35) + between(-4, 4);
    const top = between(8, 20);
    const angle = between(-0.35, 0.35);
    const scale = GLYPH_SCALE * between(0.85, 1.1);
    const place = ([gridX, gridY]: readonly [number, number]): readonly [number, number] => {
      const [x, y] = [(gridX - 5) * scale * 0.85, (gridY - 7) * scale];
      const shake = between(-0.9, 0.9);
      return [
        left + 5 * scale * 0.85 + x * Math.cos(angle) - y * Math.sin(angle) + shake,
        top + 7 * scale + x * Math.sin(angle) + y * Math.cos(angle) + shake,
      ];
    };
    return (CAPTCHA_GLYPHS.get(character) ?? []).flatMap((stroke) =>
      toSegments(stroke.map(place), PEN),
    );
  });
}

function toSegments(points: readonly (readonly [number, number])[], pen: number): Segment[] {
  return points.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = points[index] ?? [x2, y2];
    return { x1, y1, x2, y2, pen };
  });
}

const noiseSegments = (): Segment[] =>
  Array.from({ length: NOISE_LINES }, () => ({
    x1: between(0, WIDTH / 3),
    y1: between(5, HEIGHT - 5),
    x2: between((WIDTH * 2) / 3, WIDTH),
    y2: between(5, HEIGHT - 5),
    pen: between(0.6, 1.3),
  }));

/** 0 to 1: how much of the pen covers this point, with a soft edge. */
function inkAt(segments: readonly Segment[], x: number, y: number): number {
  let ink = 0;
  for (const { x1, y1, x2, y2, pen } of segments) {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1);
    const at = Math.min(1, Math.max(0, along));
    const distance = Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
    ink = Math.max(ink, Math.min(1, pen + 0.6 - distance));
  }
  return Math.max(0, ink);
}
