// What axe finds against WCAG 2.2 A and AA; every screen is to have nothing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Beside the builder's own copy, which is not minified, and which it hands over twice for each look. */
const AXE = besideBuilder('axe-core/axe.min.js');
const NOTHING_MORE = ';';

export async function expectAccessible(page: Page): Promise<void> {
  // A window that has just opened may still be loading: axe would lose its page.
  await page.getByRole('heading').first().waitFor();
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(readFileSync(AXE, 'utf8'));
  }
  // A frame within would need axe as well; there is none.
  expect(page.frames()).toHaveLength(1);
  // legacyMode: axe opens no page of its own, which Electron could not give it.
  const { violations } = await new AxeBuilder({ page, axeSource: NOTHING_MORE })
    .setLegacyMode()
    // What passed need not be told of, element by element.
    .options({ runOnly: RULES, resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}

/** A file of a package that the builder brings along. */
function besideBuilder(name: string): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
  return createRequire(builder).resolve(name);
}
