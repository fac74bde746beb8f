// The commands of package.json: installs what is missing, builds what changed, then starts the script
// itself. Plain Node without packages, as it runs before there are any.
import { join } from 'node:path';
import { tryRun } from '../lib/command.mjs';
import { say } from '../lib/language.mjs';
import { root } from '../lib/root.mjs';
import { ensureBuilt } from './built-files.mjs';
import { ensureCommandLine } from './command-line.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { ensurePythonPackages } from './python-packages.mjs';
import { PACKAGES, ensureSystemPackages } from './system-packages.mjs';

/** @type {Record<keyof typeof PACKAGES, string>} */
const SCRIPTS = {
  demo: 'build/demo.mjs',
  test: 'build/test/run.mjs',
  start: 'build/start.mjs',
  'start-chromium': 'build/start-chromium.mjs',
  bench: 'build/bench.mjs',
};

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !Object.hasOwn(SCRIPTS, name)) {
  console.error(`Usage: node build/setup/run.mjs ${Object.keys(SCRIPTS).join('|')} [...]`);
  process.exit(64);
}
const command = /** @type {keyof typeof SCRIPTS} */ (name);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  const have = process.versions.node;
  console.error(
    say(
      `Pena memerlukan Node 20.19 atau lebih baru; di sini ${have}.`,
      `Pena needs Node 20.19 or newer; this is ${have}.`,
    ),
  );
  process.exit(69);
}

/** @type {Record<string, string>} */
const env = {};
try {
  await ensureSystemPackages(PACKAGES[command]);
  await ensureNpmPackages();
  const python = command === 'test' ? await ensurePythonPackages() : null;
  if (python !== null) env['PENA_PYTHON'] = python;
  // The tests build by themselves: a build that fails is one of their results.
  if (command !== 'test') await ensureBuilt();
  ensureCommandLine();
} catch (error) {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  console.error(say(`Persiapan gagal: ${reason}`, `Set-up failed: ${reason}`));
  process.exit(70);
}
const { status } = await tryRun(process.execPath, [join(root, SCRIPTS[command]), ...args], {
  cwd: root,
  env: { ...env, ...process.env },
  inherit: true,
});
process.exitCode = status === 0 ? 0 : Math.max(1, status);
