import { describe, expect, it } from 'vitest';

import { photoFileProblem } from './photo-file.js';

describe('A picked photo', () => {
  it.each([
    [{ name: 'me.jpg', size: 10, type: 'image/jpeg' }, 1, undefined],
    [{ name: 'me.HEIC', size: 10, type: '' }, 1, undefined],
    [{ name: 'me.jpg', size: 0, type: 'image/jpeg' }, 1, 'person.error.photoEmpty'],
    [{ name: 'me.pdf', size: 10, type: 'application/pdf' }, 1, 'person.error.photoType'],
    [{ name: 'me.jpg', size: 10, type: 'text/html' }, 1, 'person.error.photoType'],
    [{ name: 'me.jpg', size: 10, type: 'image/jpeg' }, 2, 'person.error.photoOne'],
  ])('%j, %i at once: %s', (file, count, problem) => {
    expect(photoFileProblem(file, count)).toBe(problem);
  });
});
