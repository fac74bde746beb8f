// npm packages as the lockfile names them, and the native parts built from source where their
// prebuilt files cannot be fetched.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun } from '../lib/command.mjs';
import { say } from '../lib/language.mjs';
import { remark, step } from '../lib/steps.mjs';
import { outdatedPackages } from './lockfile.mjs';
import { findNodeHeaders } from './node-headers.mjs';
import { root } from '../lib/root.mjs';

/** Native modules, and what does not work without them. */
const NATIVE = [
  {
    name: 'pkcs11js',
    file: 'node_modules/pkcs11js/build/Release/pkcs11.node',
    without: () =>
      say(
        'token PKCS#11 tidak dapat dipakai; berkas PKCS#12 tetap dapat',
        'PKCS#11 tokens cannot be used; PKCS#12 files can',
      ),
  },
  {
    name: 'better-sqlite3',
    file: 'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
    without: () =>
      say(
        'penerima laporan (pena ra) hanya berjalan dengan Node 22.13 ke atas',
        'the receiver of reports (pena ra) runs on Node 22.13 and later only',
      ),
  },
  {
    name: 'keytar',
    file: 'node_modules/keytar/build/Release/keytar.node',
    without: () =>
      say(
        'PIN, kata sandi dan kunci draf tidak dapat disimpan di brankas sistem; Pena menanyakannya',
        'PINs, passwords and the key of drafts cannot be kept in the system keychain; Pena asks for them',
      ),
  },
];

/** Installs npm packages when node_modules is not what the lockfile says, then checks native parts. */
export async function ensureNpmPackages() {
  if (!matchesLockfile() || hasDroppedOne()) {
    await step(say('Memasang paket npm', 'Installing npm packages'), () =>
      withHeaders((env) => run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, env })),
    );
    noteDropped();
  }
  for (const { name, file, without } of NATIVE) {
    if (loads(file)) continue;
    if (isThere(name)) {
      await withHeaders((env) => tryRun('npm', ['rebuild', name], { cwd: root, env }));
    }
    if (loads(file)) continue;
    remark(
      say(
        `Modul ${name} tidak dapat dibangun: ${without()}.`,
        `Module ${name} could not be built: ${without()}.`,
      ),
    );
  }
}

/**
 * Runs npm with what building native modules takes.
 * @template T
 * @param {(env: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withHeaders(work) {
  const headers = await findNodeHeaders();
  try {
    return await work({
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      ...(headers === null ? {} : { npm_config_nodedir: headers.prefix }),
    });
  } finally {
    if (headers?.temporary) rmSync(join(headers.prefix, '..'), { recursive: true, force: true });
  }
}

/** @param {string} name */
const isThere = (name) => existsSync(join(root, 'node_modules', name));

/** npm takes an optional package away whose build has failed; what it lacked may be there by now. */
const DROPPED = join(root, 'node_modules/.pena-dropped.json');

/** Whether one is missing that our own installing has not tried in vain: each is tried once, not at every start. */
function hasDroppedOne() {
  const tried = existsSync(DROPPED) ? JSON.parse(readFileSync(DROPPED, 'utf8')) : [];
  return NATIVE.some(({ name }) => !isThere(name) && !tried.includes(name));
}

/** `npm ci` takes the note along with everything else in node_modules. */
function noteDropped() {
  const dropped = NATIVE.map(({ name }) => name).filter((name) => !isThere(name));
  if (dropped.length > 0) writeFileSync(DROPPED, JSON.stringify(dropped));
}

function matchesLockfile() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
  return outdatedPackages(read(join(root, 'package-lock.json')), read(installed)).length === 0;
}

/**
 * Whether the module is there and fits this Node. Node-API modules may be loaded early and often.
 * @param {string} file
 */
function loads(file) {
  const path = join(root, file);
  if (!existsSync(path)) return false;
  try {
    process.dlopen({ exports: {} }, path);
    return true;
  } catch {
    return false;
  }
}
