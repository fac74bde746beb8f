// A computer on which the practice certificate was once seen, whose token is gone, and which has no keychain: nothing
// but the keyboard leads through the wizard.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { openPracticeWorld } from '../../../build/practice/practice-world.mjs';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { sightingOf } from '../../../core/cms/certificate-sighting.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import {
  configFolder,
  DEFAULT_SETTINGS,
  launchPena,
  makeWorkplace,
  type PenaApp,
  type Workplace,
} from '../../support/harness/launch.ts';
import { chooseInDialogs } from './office.ts';
import { PRACTICE_FOLDER } from './practice.ts';

export const PASSPHRASE = 'frasa sandi laporan saya';

/** Null where a policy can be laid down for a test alone, else why not. */
export function whyNoPolicy(): string | null {
  const able =
    process.platform === 'linux' &&
    spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/etc']).status === 0;
  return able ? null : 'skipped: no mount namespace of its own (Linux as root)';
}

export interface LostPlace extends Workplace {
  readonly registry: CertificateRegistry;
  /** SHA-256 of the practice certificate. */
  readonly sha256: string;
  /** PEM file of the practice certificate. */
  readonly signer: string;
  /** Where the save dialog puts a file. */
  readonly saved: string;
  start(
    policy?: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<{ readonly app: PenaApp; readonly main: Page }>;
}

export async function lostPlace(settings: Partial<Settings> = {}): Promise<LostPlace> {
  const workplace = makeWorkplace();
  const { userData, folder } = workplace;
  mkdirSync(userData);
  const kept = JSON.stringify({ ...DEFAULT_SETTINGS, ...settings });
  writeFileSync(join(userData, 'settings.json'), kept);
  const { world } = await openPracticeWorld(PRACTICE_FOLDER);
  const pem = readFileSync(world.signer, 'latin1');
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
  const registry = new CertificateRegistry(
    join(configFolder(userData), 'pena', 'certificates.json'),
  );
  const sighting = sightingOf(der, { label: 'TOKEN LATIHAN', serial: '77120031' }, true);
  if (sighting === null) throw new Error('the practice certificate is nobody’s');
  await registry.see([sighting]);
  const saved = join(folder, 'simpanan');
  return {
    ...workplace,
    ...{
      registry,
      saved,
      signer: world.signer,
      sha256: readCertificate(new Uint8Array(der)).sha256,
    },
    start: async (policy, env = {}) => {
      const app = await launchPena({
        userData,
        env: {
          DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
          PENA_TRUST: world.anchors.join(':'),
          ...(policy === undefined ? {} : { PENA_TEST_POLICY: policy }),
          ...env,
        },
      });
      await chooseInDialogs(app, '/nonexistent', saved);
      return { app, main: await app.window('main') };
    },
  };
}

/** Presses Tab until the element has the focus: it can be reached, in the order of the page. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by the Tab key: ${target.toString()}`);
}

export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Counts what a person has to type or choose. */
export class Fields {
  count = 0;

  async type(page: Page, target: Locator, text: string): Promise<void> {
    await tabTo(page, target);
    await page.keyboard.type(text);
    this.count++;
  }
}

/** The window for secrets, closed by its own answer. */
export async function typeSecret(
  app: PenaApp,
  texts: readonly string[],
  look: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const window = await app.window('secret');
  await expect(window.locator('input').first()).toBeFocused();
  await look(window);
  for (const [i, text] of texts.entries()) {
    await window.keyboard.type(text);
    if (i < texts.length - 1) await window.keyboard.press('Tab');
  }
  const closed = window.waitForEvent('close');
  void window.keyboard.press('Enter').catch(() => undefined);
  await closed;
}
