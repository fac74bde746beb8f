// Screenshots of every screen, kept as the run's output.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

export const PICTURES = fileURLToPath(new URL('../../../test-results/screens', import.meta.url));

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}
