// What axe finds against WCAG 2.2 A and AA; every screen is to have nothing.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccessible(page: Page): Promise<void> {
  // A window that has just opened may still be loading: axe would lose its page.
  await page.getByRole('heading').first().waitFor();
  // Half a megabyte, which the builder hands over twice a look: a page that has it need not read it again.
  const known = page.frames().length === 1 && (await page.evaluate(() => 'axe' in globalThis));
  // legacyMode: axe opens no page of its own, which Electron could not give it.
  const { violations } = await new AxeBuilder({ page, ...(known ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    // What passed need not be told of, element by element.
    .options({ runOnly: RULES, resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}
