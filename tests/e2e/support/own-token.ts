// A program with a SoftHSM token of the test's own, whose PIN may be changed: the practice token is shared.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Settings } from '../../../core/contract/settings.ts';
import {
  configFolder,
  DEFAULT_SETTINGS,
  launchPena,
  makeWorkplace,
  type PenaApp,
} from '../../support/harness/launch.ts';
import { makeSoftHsm, type TestToken } from '../../support/softhsm.ts';

export interface Desk {
  readonly app: PenaApp;
  readonly main: Page;
  readonly folder: string;
  readonly token: TestToken;
  /** Of this user, one JSON record a line. */
  readonly journalFolder: string;
}

export const test = base.extend<{ desk: Desk; language: Settings['language'] }>({
  language: ['id', { option: true }],
  desk: async ({ language }, use) => {
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    mkdirSync(userData);
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ ...DEFAULT_SETTINGS, language }),
    );
    const token = await makeSoftHsm(join(folder, 'token'));
    const app = await launchPena({ userData, env: { ...token.env, PENA_MODULES: token.module } });
    try {
      const main = await app.window('main');
      const journalFolder = join(configFolder(userData), 'pena', 'journal');
      await use({ app, main, folder, token, journalFolder });
    } finally {
      await app.close();
      workplace.remove();
    }
  },
});

export { expect } from '@playwright/test';
