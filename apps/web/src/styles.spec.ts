import { compile } from 'sass';
import { describe, expect, it } from 'vitest';

const { css } = compile('apps/web/src/styles.scss', {
  loadPaths: ['libs/web-ui/theme', 'node_modules'],
});

describe('The theme', () => {
  it('emits light and dark apart, because older Chromium knows no light-dark()', () => {
    expect(css).not.toContain('light-dark(');
    expect(css).toMatch(/html \{\s*color-scheme: light/);
    expect(css).toMatch(/html\.dark \{\s*color-scheme: dark/);
  });

  it('loads nothing from elsewhere', () => {
    expect(css).not.toMatch(/url\(|@import/);
  });
});
