// Makes the whole practice world in one folder, or finds it there: authority, signer, time-stamp
// authority, OCSP responder, and the signer's key on a SoftHSM2 token and in a PKCS#12 file.
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KEY_LABEL,
  OCSP_SUBJECT,
  PRACTICE_P12_PASSPHRASE,
  SIGNER_SUBJECT,
  TSA_SUBJECT,
} from './constants.mjs';
import { freePort } from './free-port.mjs';
import { issue, makeCa, writeP12 } from './pki.mjs';
import { makeToken, missingForToken } from './token.mjs';

/** Raised when the folder's content changes shape: an older practice world is then made anew. */
const VERSION = 2;
const ONE_DAY = 86_400_000;

/**
 * @typedef {{ version: number, dir: string, pki: string, port: number, anchors: string[],
 *   signer: string, p12: string, missingForToken: string[],
 *   module: string | null, softhsmConf: string | null, tokenLabel: string | null,
 *   tokenSerial: string | null }} PracticeWorld
 *   what practice.json holds: absolute paths; without SoftHSM2 the four token entries are null and
 *   missingForToken names what was not there.
 */

/**
 * The practice world of a folder, made first where there is none, it is no longer valid, or a token
 * can be made now that could not be made then.
 * @param {string} dir absolute
 * @param {{ marked?: boolean }} [options] as makePracticeWorld has them
 * @returns {Promise<{ world: PracticeWorld, made: boolean }>}
 */
export async function openPracticeWorld(dir, options = {}) {
  const found = readPracticeWorld(dir);
  if (found !== null) return { world: found, made: false };
  return { world: await makePracticeWorld(dir, options), made: true };
}

/**
 * @param {string} dir absolute; what an earlier practice world left there is removed
 * @param {{ marked?: boolean }} [options] marked, unless left out: its certificates count in practice mode only
 * @returns {Promise<PracticeWorld>}
 */
export async function makePracticeWorld(dir, { marked = true } = {}) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const name of ['practice.json', 'pki', 'token']) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
  const port = await freePort();
  const pki = join(dir, 'pki');
  const ca = await makeCa(pki, { baseUrl: `http://127.0.0.1:${port}`, marked });
  // One after the other: openssl's index and serial files know no locks.
  const signer = await issue(ca, 'signer', 'signer', { subject: SIGNER_SUBJECT });
  await issue(ca, 'ocsp', 'ocsp', { subject: OCSP_SUBJECT });
  await issue(ca, 'tsa', 'tsa', { subject: TSA_SUBJECT });
  const p12 = join(pki, 'signer.p12');
  await writeP12(ca, signer, {
    path: p12,
    passphrase: PRACTICE_P12_PASSPHRASE,
    friendlyName: KEY_LABEL,
  });
  const missing = missingForToken();
  const none = { module: null, softhsmConf: null, tokenLabel: null, tokenSerial: null };
  /** @type {PracticeWorld} */
  const world = {
    version: VERSION,
    dir,
    pki,
    port,
    anchors: [ca.certificate],
    signer: signer.certificate,
    p12,
    missingForToken: missing,
    ...(missing.length === 0 ? await makeToken(join(dir, 'token'), signer) : none),
  };
  // Last, and whole: a folder without practice.json is a practice world that was never finished.
  writeFileSync(join(dir, 'practice.json.new'), `${JSON.stringify(world, null, 2)}\n`);
  renameSync(join(dir, 'practice.json.new'), join(dir, 'practice.json'));
  return world;
}

/**
 * @param {string} dir
 * @returns {PracticeWorld | null} null when there is none that can still be used
 */
function readPracticeWorld(dir) {
  const file = join(dir, 'practice.json');
  if (!existsSync(file)) return null;
  try {
    /** @type {PracticeWorld} */
    const world = JSON.parse(readFileSync(file, 'utf8'));
    // The paths are absolute: a folder that was moved is of no use any more.
    if (world.version !== VERSION || world.dir !== dir) return null;
    if (world.module === null && missingForToken().length === 0) return null;
    const needed = [...world.anchors, world.signer, world.p12, world.module, world.softhsmConf];
    if (!needed.every((path) => path === null || existsSync(path))) return null;
    const expiry = Date.parse(new X509Certificate(readFileSync(world.signer)).validTo);
    return expiry - Date.now() > ONE_DAY ? world : null;
  } catch {
    return null;
  }
}
