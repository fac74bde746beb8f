// Once before all end-to-end tests: the practice tokens, and a clean folder for the pictures.
import { mkdirSync, rmSync } from 'node:fs';
import type { FullConfig } from '@playwright/test';
import { PICTURES } from '../../e2e/support/pictures.ts';
import { preparePractice } from '../../e2e/support/practice.ts';

export default async function setUp({ workers }: FullConfig): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  await preparePractice(workers);
}
