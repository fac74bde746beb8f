// The practice token: a SoftHSM2 token in a folder of its own, with one key and its certificate.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from '../lib/command.mjs';
import { KEY_ID, KEY_LABEL, PRACTICE_PIN, PRACTICE_SO_PIN, TOKEN_LABEL } from './constants.mjs';

/**
 * @typedef {{ module: string, softhsmConf: string, tokenLabel: string, tokenSerial: string }} Token
 *   the PKCS#11 module's path, the file SOFTHSM2_CONF has to name before the module is loaded, and
 *   how to find the token among the module's slots.
 */

/** The SoftHSM2 module's path, or null where it is not installed. */
export function findSoftHsmModule() {
  const triplets = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((d) => d.includes('-linux-gnu'))
    : [];
  const candidates = [
    process.env['SOFTHSM2_MODULE'],
    '/usr/lib/softhsm/libsofthsm2.so',
    ...triplets.map((triplet) => `/usr/lib/${triplet}/softhsm/libsofthsm2.so`),
    '/usr/lib64/pkcs11/libsofthsm2.so',
    '/usr/lib64/libsofthsm2.so',
    '/usr/local/lib/softhsm/libsofthsm2.so',
    '/opt/homebrew/lib/softhsm/libsofthsm2.so',
    'C:\\SoftHSM2\\lib\\softhsm2-x64.dll',
  ];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** What is missing here to make a practice token; empty when it can be made. */
export function missingForToken() {
  const missing = [];
  if (findSoftHsmModule() === null) missing.push('SoftHSM2 (libsofthsm2)');
  if (which('softhsm2-util') === null) missing.push('softhsm2-util');
  if (which('pkcs11-tool') === null) missing.push('pkcs11-tool (OpenSC)');
  return missing;
}

/**
 * Initialises a token and puts key and certificate on it under one CKA_ID.
 * @param {string} dir folder of this token alone; is created
 * @param {{ key: string, certificateDer: string }} content paths: PKCS#8 PEM and DER
 * @returns {Promise<Token>}
 * @throws {Error} when a tool is missing (ask missingForToken first) or fails
 */
export async function makeToken(dir, content) {
  const module = findSoftHsmModule();
  if (module === null) throw new Error('SoftHSM2 is not installed');
  mkdirSync(join(dir, 'tokens'), { recursive: true, mode: 0o700 });
  const softhsmConf = join(dir, 'softhsm2.conf');
  const lines = ['objectstore.backend = file', 'log.level = ERROR', 'slots.removable = false'];
  writeFileSync(
    softhsmConf,
    [`directories.tokendir = ${join(dir, 'tokens')}`, ...lines, ''].join('\n'),
  );
  const env = { SOFTHSM2_CONF: softhsmConf };
  const token = ['--token', TOKEN_LABEL];
  const pin = ['--pin', PRACTICE_PIN];
  await run(
    'softhsm2-util',
    ['--init-token', '--free', '--label', TOKEN_LABEL, '--so-pin', PRACTICE_SO_PIN, ...pin],
    { env },
  );
  await run(
    'softhsm2-util',
    ['--import', content.key, ...token, ...pin, '--id', KEY_ID, '--label', KEY_LABEL],
    { env },
  );
  await run(
    'pkcs11-tool',
    [
      ...['--module', module, '--token-label', TOKEN_LABEL, '--login', ...pin],
      ...['--write-object', content.certificateDer, '--type', 'cert'],
      ...['--id', KEY_ID, '--label', KEY_LABEL],
    ],
    { env },
  );
  return { module, softhsmConf, tokenLabel: TOKEN_LABEL, tokenSerial: await readSerial(env) };
}

/**
 * The serial number SoftHSM2 gave the token.
 * @param {Record<string, string>} env
 */
async function readSerial(env) {
  const { stdout } = await run('softhsm2-util', ['--show-slots'], { env });
  for (const slot of stdout.toString().split(/^Slot /m)) {
    const label = /^\s*Label:\s*(.*?)\s*$/m.exec(slot)?.[1];
    const serial = /^\s*Serial number:\s*(\S+)/m.exec(slot)?.[1];
    if (label === TOKEN_LABEL && serial !== undefined) return serial;
  }
  throw new Error('softhsm2-util does not list the token it has just made');
}
