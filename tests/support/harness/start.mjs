// Opens the program in a Chromium that a person sees (build/start-chromium.mjs). With a practice token where one can
// be made, and its OCSP responder and time-stamp authority: signing asks the one, and a first signature should not
// begin with the question what to do when it does not answer.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { say } from '../../../build/lib/language.mjs';
import { findOpenssl } from '../../../build/practice/pki.mjs';
import { openPracticeWorld } from '../../../build/practice/practice-world.mjs';
import { startServices } from '../../../build/practice/services.mjs';
import { BrowserSide } from './browser-side.mjs';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sample = join(root, 'resources/samples/keputusan-wali-kota.pdf');
const userData = join(root, '.pena-demo/chromium');
mkdirSync(userData, { recursive: true });

const terminal = createInterface({ input: process.stdin, output: process.stdout });

/**
 * @param {'open' | 'save'} kind
 * @param {{ defaultPath?: string }} options
 */
async function ask(kind, { defaultPath = sample }) {
  const question = kind === 'open' ? say('Buka berkas', 'Open file') : say('Simpan ke', 'Save to');
  const typed = await terminal.question(`${question} [${defaultPath}]: `);
  const path = resolve(typed.trim() || defaultPath);
  return kind === 'open'
    ? { canceled: false, filePaths: [path] }
    : { canceled: false, filePath: path };
}

// Not the demo's: the window has no practice mode yet, and outside of it nobody signs with what bears its mark.
const own = join(root, '.pena-demo/jendela');
const world =
  findOpenssl() === null ? null : (await openPracticeWorld(own, { marked: false })).world;
const services = world === null ? null : await startServices(world.pki, world.port);

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  if (world === null || world.module === null || world.softhsmConf === null) return process.env;
  return {
    PENA_MODULES: world.module,
    PENA_TRUST: world.anchors.join(':'),
    SOFTHSM2_CONF: world.softhsmConf,
    XDG_CONFIG_HOME: configFolder(),
    ...process.env,
  };
}

/** With the practice authority in the settings, unless somebody has made settings there. */
function configFolder() {
  const config = join(userData, 'config');
  const file = join(config, 'pena/pena.json');
  mkdirSync(join(config, 'pena'), { recursive: true, mode: 0o700 });
  if (services !== null && !existsSync(file)) {
    const tsa = [{ name: 'TSA LATIHAN', url: services.tsaUrl }];
    writeFileSync(file, `${JSON.stringify({ tsa }, null, 2)}\n`, { mode: 0o600 });
  }
  return config;
}

const headless = !existsSync('/tmp/.X11-unix') && process.env['WAYLAND_DISPLAY'] === undefined;
if (process.platform === 'linux' && headless && process.env['DISPLAY'] === undefined) {
  console.error(say('Tidak ada layar di sini (DISPLAY).', 'There is no display here (DISPLAY).'));
  process.exit(69);
}
const browser = await chromium.launch({
  executablePath: findChromium({ seen: true }),
  headless: false,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const side = new BrowserSide({ browser, env: environment(), userData, ask });
browser.once('disconnected', () => void side.close());
await side.exited;
if (side.output !== '') console.error(side.output);
await browser.close();
await services?.stop();
terminal.close();
