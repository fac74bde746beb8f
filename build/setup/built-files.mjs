// Builds out/ when a source changed since the last build, and only then.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lib/command.mjs';
import { say } from '../lib/language.mjs';
import { root } from '../lib/root.mjs';
import { step } from '../lib/steps.mjs';

const INPUTS = [
  ...['core', 'native', 'electron', 'cli', 'renderer', 'resources', 'build/compile.mjs'],
  ...['build/libraries.mjs', 'build/programs.mjs'],
  ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const STAMP = join(root, 'out/.built-from');

/** @throws {import('../lib/command.mjs').CommandError} when the sources do not compile */
export async function ensureBuilt() {
  const now = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  await step(say('Membangun program', 'Building'), () =>
    run(process.execPath, [join(root, 'build/compile.mjs')], { cwd: root }),
  );
  writeFileSync(STAMP, now);
}

/** Notes that out/ has just been built from the sources as they are. */
export function markBuilt() {
  writeFileSync(STAMP, fingerprint());
}

/** Digest over path, size and date of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (/** @type {string} */ path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const stat = statSync(full);
    if (stat.isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  INPUTS.forEach(visit);
  return hash.digest('hex');
}
