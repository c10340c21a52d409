import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

const npmPackage = /^(?!@kaopu\/)(@[\w.-]+\/)?[\w-][\w.-]*(\/.*)?$/;
const builtins = new Set(builtinModules);
/** Decorator helpers that rolldown itself brings; they are no dependency of ours. */
const HELPERS = '@oxc-project/';

/** The API and its one-off commands; npm packages stay outside, workspace libs are bundled. */
export default defineConfig({
  input: {
    main: 'apps/api/src/main.ts',
    migrate: 'apps/api/src/commands/migrate.ts',
    seed: 'apps/api/src/commands/seed.ts',
    'emit-schema': 'apps/api/src/commands/emit-schema.ts',
    'print-workflows': 'apps/api/src/commands/print-workflows.ts',
    tour: 'tools/tour/tour.ts',
    'decode-process': 'apps/api/src/attachments/decoding/decode-process.ts',
  },
  platform: 'node',
  tsconfig: 'apps/api/tsconfig.json',
  external: (id) =>
    id.startsWith('node:') ||
    builtins.has(id) ||
    (npmPackage.test(id) &&
      !id.startsWith(HELPERS) &&
      !id.startsWith('apps/') &&
      !id.startsWith('libs/') &&
      !id.startsWith('tools/')),
  output: { dir: 'dist/api', format: 'esm', sourcemap: true, cleanDir: true },
});
