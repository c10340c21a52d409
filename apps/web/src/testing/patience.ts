import { vi } from 'vitest';

/** The first test of a file also loads its pages, which takes a slow machine longer than Vitest's five seconds. */
vi.setConfig({ testTimeout: 30_000 });
