// `npm start`: the desktop app in Electron, or a clear sentence where Electron's program is not here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tryRun } from './lib/command.mjs';
import { say } from './lib/language.mjs';
import { root } from './lib/root.mjs';

const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

// Not require('electron'): that starts a download where the program is missing.
const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules/electron/dist');
const name =
  process.platform === 'darwin' || process.platform === 'win32'
    ? PROGRAM[process.platform]
    : 'electron';
const program = join(dist, name);

if (!existsSync(program)) {
  console.error(
    say(
      `Program Electron tidak ada di ${dist}.
Ambil dengan Node 22.12 atau lebih baru dan sambungan internet:  npx install-electron
atau tunjuk folder Electron yang sudah ada:  ELECTRON_OVERRIDE_DIST_PATH=/folder npm start
Tanpa Electron, jendela yang sama dapat dibuka di Chromium:  npm run start:chromium`,
      `Electron's program is not in ${dist}.
Fetch it with Node 22.12 or newer and a connection to the internet:  npx install-electron
or name a folder that has it:  ELECTRON_OVERRIDE_DIST_PATH=/folder npm start
Without Electron the same window opens in Chromium:  npm run start:chromium`,
    ),
  );
  process.exit(69);
}
const { status } = await tryRun(program, [root, ...process.argv.slice(2)], {
  cwd: root,
  inherit: true,
});
process.exitCode = status === 0 ? 0 : 1;
