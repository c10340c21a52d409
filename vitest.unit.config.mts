import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Pure code: the domain's rules, the API's pure parts, the tools. No database, no browser. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: require.resolve('graphql') },
      { find: '@kaopu/domain', replacement: here('libs/domain/src/index.ts') },
      { find: '@kaopu/graphql', replacement: here('libs/graphql/src/index.ts') },
    ],
  },
  test: {
    include: ['libs/domain/**/*.spec.ts', 'apps/api/src/**/*.spec.ts', 'tools/**/*.spec.{ts,mjs}'],
    setupFiles: [here('apps/api/test/support/setup.ts'), here('tools/property-seed.mjs')],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
