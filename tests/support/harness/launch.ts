// Starts the built program for an end-to-end test: in Electron where its binary is, else through the
// stand-in and an installed Chromium. The tests see no difference but the one they ask for.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, chromium, type Browser, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { Settings } from '../../../core/contract/settings.ts';
import { BrowserSide } from './browser-side.mjs';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface LaunchOptions {
  /** On top of the test's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly userData: string;
  readonly colorScheme?: 'light' | 'dark';
}

type Main = typeof Electron;

export interface PenaApp {
  /** Waits for the window. */
  window(name: 'main' | 'pin' | 'secret' | 'password'): Promise<Page>;
  /** Runs a function in the main process; it sees nothing but its two arguments. */
  evaluate<A, R>(run: (electron: Main, argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** What the program printed so far. */
  output(): string;
  /** Null in Electron: there nobody stands between page and program. */
  readonly harness: BrowserSide | null;
  close(): Promise<void>;
}

export async function launchPena(options: LaunchOptions): Promise<PenaApp> {
  const program = electronProgram();
  return program === null ? launchStandIn(options) : launchElectron(program, options);
}

export interface Workplace {
  readonly folder: string;
  readonly userData: string;
  remove(): void;
}

/** An empty folder for a test's files and, inside it, one for the program's own. */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'pena-e2e-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, userData: join(folder, 'user-data'), remove };
}

export const DEFAULT_SETTINGS: Settings = {
  language: 'id',
  zone: 'WITA',
  position: 'Wali Kota Latihan',
  colorScheme: 'light',
};

/** Where the launched program finds pena.json and keeps the journal, in a folder `pena`. */
export function configFolder(userData: string): string {
  return join(userData, 'config');
}

async function launchElectron(program: string, options: LaunchOptions): Promise<PenaApp> {
  const app = await _electron.launch({
    executablePath: program,
    args: [root, `--user-data-dir=${options.userData}`],
    env: environment(options),
  });
  let output = '';
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.on('data', (data: Buffer) => (output += data.toString()));
  }
  let closing: Promise<void> | null = null;
  const find = (name: string): Page | undefined =>
    app.windows().find((page) => page.url().startsWith(`app://${name}/`));
  return {
    window: async (name) => {
      for (;;) {
        const page = find(name);
        if (page !== undefined) return page;
        await app.waitForEvent('window');
      }
    },
    evaluate: (run, argument) => app.evaluate(run as never, argument) as never,
    output: () => output,
    harness: null,
    close: () => (closing ??= app.close()),
  };
}

/** One for all programs of this process, each with contexts of its own; gone when it was ended or fell. */
let browser: Promise<Browser> | null = null;

function sharedBrowser(): Promise<Browser> {
  return (browser ??= chromium
    .launch({
      executablePath: findChromium({ seen: false }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    .then((started) => started.once('disconnected', () => (browser = null))));
}

async function launchStandIn(options: LaunchOptions): Promise<PenaApp> {
  const harness = new BrowserSide({
    browser: await sharedBrowser(),
    env: environment(options),
    userData: options.userData,
    context: { locale: 'id-ID', colorScheme: options.colorScheme ?? 'light' },
  });
  let closing: Promise<void> | null = null;
  return {
    window: (name) => harness.window(name),
    evaluate: (run, argument) => harness.evaluate(run.toString(), argument) as never,
    output: () => harness.output,
    harness,
    // Once, though a test that starts the program again has closed it already.
    close: () => (closing ??= harness.close()),
  };
}

/** With settings, journal and cache of its own (XDG Base Directory): never the person's. */
function environment({ env, userData }: LaunchOptions): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS');
  const folders = {
    XDG_CONFIG_HOME: configFolder(userData),
    XDG_CACHE_HOME: join(userData, 'cache'),
  };
  return Object.fromEntries(
    [...own, ...Object.entries(folders), ...Object.entries(env ?? {})].map(([n, v]) => [
      n,
      v ?? '',
    ]),
  );
}

function electronProgram(): string | null {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const { platform } = process;
  const name = platform === 'darwin' || platform === 'win32' ? names[platform] : 'electron';
  const dist =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
  const program = join(dist, name);
  return existsSync(program) ? program : null;
}
