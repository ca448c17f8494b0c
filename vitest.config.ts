import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const PURE = ['attributes', 'segments', 'search', 'ranking', 'live', 'house'];

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    setupFiles: ['tests/console-noise.ts'],
    // Vitest leaves one of the processors free; tests that wait for a desk leave more than that.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`) },
      },
      {
        extends: true,
        test: {
          name: 'desk',
          globalSetup: ['tests/built-threads.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [...PURE, 'browser'].map((folder) => `tests/${folder}/**`),
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/global-setup.ts'],
        },
      },
    ],
  },
});
