// Two runs: `unit` (pure, quick, side by side) and `integration` (starts processes, tokens, openssl;
// needs out/ built). End-to-end tests belong to Playwright.
import { defineConfig } from 'vitest/config';

/** Thousands of random cases, other programs' starts, a loaded machine: a time-out finds a hang, not slowness. */
const PATIENCE = 180_000;
/** What is waited for may take its time on a loaded machine; the usual second is too short for a process to end. */
const POLL = { timeout: 30_000 };
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
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: POLL },
        },
      },
      {
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: ['tests/**/fixtures/**'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: POLL },
          maxWorkers: 2,
        },
      },
    ],
  },
});
