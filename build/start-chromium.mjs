// `npm run start:chromium`: the program in an installed Chromium or Chrome, for development, where
// Electron's own binary cannot be had. File dialogs are asked in the terminal.
import { join } from 'node:path';
import { tryRun } from './lib/command.mjs';
import { root } from './lib/root.mjs';

// By path: nothing outside tests/ imports what is inside.
const { status } = await tryRun(
  process.execPath,
  [join(root, 'tests/support/harness/start.mjs'), ...process.argv.slice(2)],
  { cwd: root, inherit: true },
);
process.exitCode = status === 0 ? 0 : 1;
