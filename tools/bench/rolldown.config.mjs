import { builtinModules } from 'node:module';
import { defineConfig } from 'rolldown';

const builtins = new Set(builtinModules);

/** The benchmark and the two servers it measures Kaopu against; npm packages stay outside. */
export default defineConfig({
  input: {
    bench: 'tools/bench/bench.ts',
    floor: 'tools/bench/floor/floor.ts',
    stock: 'tools/bench/stock/stock.ts',
    profiler: 'tools/bench/profile/profiler.ts',
  },
  platform: 'node',
  tsconfig: 'tools/bench/tsconfig.json',
  external: (id) =>
    id.startsWith('node:') ||
    builtins.has(id) ||
    (/^(@(?!kaopu\/|oxc-project\/)[\w.-]+\/)?[\w-][\w.-]*(\/.*)?$/.test(id) &&
      !/^(apps|libs|tools)\//.test(id)),
  output: { dir: 'dist/bench', format: 'esm', sourcemap: true, cleanDir: true },
});
