// A program with a SoftHSM token of the test's own, whose PIN may be changed: the practice token is shared.
import { execFileSync } from 'node:child_process';
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
import { buildFaultyModule } from '../../support/faulty-module.ts';
import { makeSoftHsm, type TestToken, USER_PIN } from '../../support/softhsm.ts';

export interface Desk {
  readonly app: PenaApp;
  readonly main: Page;
  readonly folder: string;
  readonly token: TestToken;
  /** Of this user, one JSON record a line. */
  readonly journalFolder: string;
}

interface Fixtures {
  readonly desk: Desk;
  readonly language: Settings['language'];
  readonly tokenPin: string;
  /** One of faulty-module.c, planted in the token's module; null: the module as it is. */
  readonly fault: string | null;
}

export const test = base.extend<Fixtures>({
  language: ['id', { option: true }],
  tokenPin: [USER_PIN, { option: true }],
  fault: [null, { option: true }],
  desk: async ({ language, tokenPin, fault }, use) => {
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    mkdirSync(userData);
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ ...DEFAULT_SETTINGS, language }),
    );
    const token = await makeSoftHsm(join(folder, 'token'));
    // Before the program starts: a SoftHSM that is loaded goes by the PIN that it found.
    if (tokenPin !== USER_PIN) changePin(token, tokenPin);
    const env =
      fault === null
        ? { ...token.env, PENA_MODULES: token.module }
        : {
            PENA_MODULES: buildFaultyModule(folder, token, fault).module,
            // Empty: SoftHSM itself, which is found beside it, shall not show the same token.
            SOFTHSM2_CONF: '',
          };
    const app = await launchPena({ userData, env });
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

function changePin({ module, env }: TestToken, pin: string): void {
  const change = ['--login', '--pin', USER_PIN, '--change-pin', '--new-pin', pin];
  execFileSync('pkcs11-tool', ['--module', module, '--token-label', 'UJI', ...change], {
    ...{ env: { ...process.env, ...env }, stdio: 'ignore' },
  });
}

export { expect } from '@playwright/test';
