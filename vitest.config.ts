// Two runs: `unit` (pure, quick, side by side) and `integration` (starts processes, tokens, openssl;
// needs out/ built). End-to-end tests belong to Playwright.
import { defineConfig } from 'vitest/config';

const INTEGRATION = 'tests/**/*.integration.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [INTEGRATION, 'tests/e2e/**', 'tests/**/fixtures/**'],
          // One process for many files, as none leaves anything behind that another would see: starting one
          // for each, and reading the same modules in it, took longer than the tests.
          isolate: false,
          // Thousands of random cases on a loaded machine: a time-out finds a hang, not slowness.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: ['tests/**/fixtures/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
