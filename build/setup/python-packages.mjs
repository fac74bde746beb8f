// pyHanko, a second implementation of PAdES that the tests compare with, and pypdf, a further writer: in a folder of
// their own. Where they cannot be had, those tests are skipped by name.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from '../lib/command.mjs';
import { say } from '../lib/language.mjs';
import { root } from '../lib/root.mjs';
import { remark, step } from '../lib/steps.mjs';

const LIST = join(root, 'tests/interop/python-packages.txt');
const FOLDER = join(root, 'node_modules/.cache/pena-python');
const PROGRAM = join(FOLDER, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
/** Written last: what was installed there. */
const DONE = join(FOLDER, 'installed.txt');

/** @returns {Promise<string | null>} the Python that has them; null: there is none */
export async function ensurePythonPackages() {
  const wanted = readFileSync(LIST, 'utf8');
  if (existsSync(DONE) && readFileSync(DONE, 'utf8') === wanted) return PROGRAM;
  const python = which('python3');
  if (python === null) return null;
  try {
    await step(
      say('Memasang pyHanko untuk uji banding', 'Installing pyHanko to compare with'),
      async () => {
        await run(python, ['-m', 'venv', '--clear', FOLDER]);
        await run(PROGRAM, [
          '-m',
          'pip',
          'install',
          '-q',
          '--disable-pip-version-check',
          '-r',
          LIST,
        ]);
      },
    );
  } catch {
    remark(
      say('Uji banding dengan pyHanko dilewati.', 'Tests that compare with pyHanko are skipped.'),
    );
    return null;
  }
  writeFileSync(DONE, wanted);
  return PROGRAM;
}
