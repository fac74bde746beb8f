// Where node-gyp finds Node's headers without fetching them from Node's own site.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { tryRun, which } from '../lib/command.mjs';

/** @param {string} prefix */
const hasHeaders = (prefix) => existsSync(join(prefix, 'include/node/node_api.h'));

/**
 * A prefix whose include/node holds Node's headers: beside this Node, in /usr/local or /usr; else
 * Debian's libnode-dev, unpacked into a temporary folder and not installed, as installing it brings
 * another Node along. Native modules here use Node-API only, which is the same across Node versions.
 * @returns {Promise<{ prefix: string, temporary: boolean } | null>} null: node-gyp fetches them itself
 */
export async function findNodeHeaders() {
  const beside = dirname(dirname(process.execPath));
  const prefix = [beside, '/usr/local', '/usr'].find(hasHeaders);
  if (prefix !== undefined) return { prefix, temporary: false };
  if (which('apt-get') === null || which('dpkg-deb') === null) return null;
  const dir = mkdtempSync(join(tmpdir(), 'pena-node-headers-'));
  if ((await download(dir)).status !== 0) {
    await tryRun('apt-get', ['-q', 'update']);
    await download(dir);
  }
  const file = readdirSync(dir).find((name) => name.endsWith('.deb'));
  if (file !== undefined) await tryRun('dpkg-deb', ['-x', join(dir, file), dir]);
  if (hasHeaders(join(dir, 'usr'))) return { prefix: join(dir, 'usr'), temporary: true };
  rmSync(dir, { recursive: true, force: true });
  return null;
}

/** @param {string} dir */
const download = (dir) => tryRun('apt-get', ['-q', 'download', 'libnode-dev'], { cwd: dir });
