// A test's program with a practice token, a copy of the sample and file dialogs that choose it.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { Settings } from '../../../core/contract/settings.ts';
import {
  DEFAULT_SETTINGS,
  launchPena,
  makeWorkplace,
  type PenaApp,
} from '../../support/harness/launch.ts';
import { openPractice, SAMPLE } from './practice.ts';

export interface Office {
  readonly app: PenaApp;
  readonly main: Page;
  readonly folder: string;
  /** The copy of the sample decree that the open dialog chooses. */
  readonly sample: string;
  /** Where the save dialog puts the signed document. */
  readonly signed: string;
}

export interface OfficeOptions {
  readonly settings: Partial<Settings>;
  readonly token: boolean;
}

export const test = base.extend<{ office: Office; officeOptions: OfficeOptions }>({
  officeOptions: [{ settings: {}, token: true }, { option: true }],
  office: async ({ officeOptions: { settings, token } }, use) => {
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    const sample = join(folder, 'keputusan-wali-kota.pdf');
    const signed = join(folder, 'keputusan-wali-kota-ditandatangani.pdf');
    copyFileSync(SAMPLE, sample);
    mkdirSync(userData);
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }),
    );
    const app = await launchPena({ userData, env: token ? await openPractice() : {} });
    try {
      await chooseInDialogs(app, sample, signed);
      const main = await app.window('main');
      await use({ app, main, folder, sample, signed });
    } finally {
      await app.close();
      workplace.remove();
    }
  },
});

/** Native dialogs cannot be driven: main is given the answers that a person would choose. */
export async function chooseInDialogs(app: PenaApp, open: string, save: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen.open] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen.save });
    },
    { open, save },
  );
}

export { expect } from '@playwright/test';
