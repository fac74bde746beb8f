// Makes `npx pena` run this checkout: npm links a project's own command only where it is installed as
// a package, so the set-up puts the link npm would make into node_modules/.bin.
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';

const CMD = '@node "%~dp0\\..\\..\\cli\\bin.js" %*\r\n';

export function ensureCommandLine() {
  const bin = join(root, 'node_modules/.bin');
  if (!existsSync(bin) || !existsSync(join(root, 'cli/bin.js'))) return;
  if (process.platform === 'win32') {
    const file = join(bin, 'pena.cmd');
    if (!existsSync(file) || readFileSync(file, 'utf8') !== CMD) writeFileSync(file, CMD);
    return;
  }
  const link = join(bin, 'pena');
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined)
    symlinkSync('../../cli/bin.js', link);
}
