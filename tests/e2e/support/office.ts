// A test's program with a practice token, a copy of the sample and file dialogs that choose it.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
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
import { openPractice, PracticeNetwork, SAMPLE } from './practice.ts';

export interface Office {
  readonly app: PenaApp;
  readonly main: Page;
  readonly folder: string;
  /** The copy of the sample decree that the open dialog chooses. */
  readonly sample: string;
  /** Where the save dialog puts the signed document. */
  readonly signed: string;
  readonly userData: string;
  /** Ends or restarts the practice authority's services. */
  readonly network: PracticeNetwork;
}

export interface OfficeOptions {
  readonly settings: Partial<Settings>;
  readonly token: boolean;
  /** OCSP answers; a time-stamp authority is there and stands in the settings. Absent: `online`. */
  readonly network?: 'online' | 'no-tsa' | 'offline';
  /** On top of what belongs to the practice token. */
  readonly env?: Readonly<Record<string, string>>;
}

export const test = base.extend<{ office: Office; officeOptions: OfficeOptions }>({
  officeOptions: [{ settings: {}, token: true }, { option: true }],
  office: async ({ officeOptions }, use) => {
    const { settings, token, network: wanted = 'online', env = {} } = officeOptions;
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
    const network = new PracticeNetwork();
    if (token) {
      const tsaUrl = await network.start();
      if (wanted !== 'no-tsa') setAuthorities(userData, tsaUrl);
      if (wanted === 'offline') await network.stop();
    }
    const practice = token ? await openPractice() : {};
    const app = await launchPena({ userData, env: { ...practice, ...env } });
    try {
      await chooseInDialogs(app, sample, signed);
      const main = await app.window('main');
      await use({ app, main, folder, sample, signed, userData, network });
    } finally {
      await app.close();
      await network.stop();
      workplace.remove();
    }
  },
});

function setAuthorities(userData: string, url: string): void {
  const folder = join(configFolder(userData), 'pena');
  mkdirSync(folder, { recursive: true });
  const tsa = [{ name: 'TSA Latihan', url }];
  writeFileSync(join(folder, 'pena.json'), JSON.stringify({ tsa }));
}

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
