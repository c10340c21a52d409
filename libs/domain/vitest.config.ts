import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: { name: 'domain', include: ['src/**/*.spec.ts'], environment: 'node' },
});
