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
