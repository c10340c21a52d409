import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The whole API against a real MariaDB, one database per worker. */
export default defineConfig({
  root: here('.'),
  resolve: {
    alias: [
      // graphql 16 would otherwise be loaded twice, as ESM by vitest and as CommonJS by Nest.
      { find: /^graphql$/, replacement: require.resolve('graphql') },
      { find: '@kaopu/domain', replacement: here('../../libs/domain/src/index.ts') },
      { find: '@kaopu/graphql', replacement: here('../../libs/graphql/src/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.int-spec.ts', 'src/**/*.int-spec.ts'],
    setupFiles: ['test/support/setup.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
