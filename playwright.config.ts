// End-to-end tests of the windows, two files at a time, each worker with a practice token of its own.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/run',
  workers: 2,
  // On a machine that is busy with other tests besides: a time-out finds a hang, not slowness.
  timeout: 120_000,
  use: { actionTimeout: 20_000 },
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
  globalSetup: './tests/support/harness/global-setup.ts',
});
