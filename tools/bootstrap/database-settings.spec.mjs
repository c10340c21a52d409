import { describe, expect, it } from 'vitest';
import { bufferPoolBytes } from './database-settings.mjs';

const MIB = 1024 ** 2;

describe('Memory for the pages of a private database', () => {
  it.each([
    [256, 128],
    [512, 128],
    [1000, 250],
    [4096, 1024],
    [8192, 2048],
    [65_536, 2048],
  ])('is, of %i MiB, %i', (memory, pool) => {
    expect(bufferPoolBytes(memory * MIB)).toBe(pool * MIB);
  });
});
