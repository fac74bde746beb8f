// Once before all end-to-end tests: the practice token, and a clean folder for the pictures.
import { mkdirSync, rmSync } from 'node:fs';
import { PICTURES } from '../../e2e/support/pictures.ts';
import { openPractice } from '../../e2e/support/practice.ts';

export default async function setUp(): Promise<void> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  await openPractice();
}
