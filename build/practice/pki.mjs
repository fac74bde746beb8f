// The practice PKI: a certification authority of its own, made with openssl, and the certificates it
// issues: signer, OCSP responder (RFC 6960), time-stamp authority (RFC 3161), and its CRL (RFC 5280).
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from '../lib/command.mjs';
import { CA_SUBJECT, STAND_IN_SUBJECT } from './constants.mjs';
import { opensslConfig } from './openssl-config.mjs';

/**
 * @typedef {{ dir: string, certificate: string, certificateDer: string, key: string }} Ca paths of
 *   the authority's folder (all its files live there), certificate (PEM, DER) and private key.
 * @typedef {{ certificate: string, certificateDer: string, key: string }} Issued paths of a
 *   certificate (PEM, DER) and its PKCS#8 key (PEM, not encrypted).
 * @typedef {'signer' | 'ocsp' | 'tsa'} Profile which extensions a certificate gets
 * @typedef {{ subject?: string, algorithm?: KeyAlgorithm, days?: number }} IssueOptions
 * @typedef {'rsa:2048' | 'rsa:3072' | 'rsa:4096' | 'rsa-pss:2048' | 'ec:P-256' | 'ec:P-384' | 'ec:P-521' |
 *   'ed25519'} KeyAlgorithm rsa-pss: a key bound to PSS, of no further limits (RFC 4055 1.2)
 */

/** openssl's path; Git for Windows brings one along. Null where there is none. */
export function findOpenssl() {
  return which('openssl', [
    'C:\\Program Files\\Git\\usr\\bin',
    'C:\\Program Files\\Git\\mingw64\\bin',
  ]);
}

/**
 * Runs openssl in a folder. OPENSSL_CONF is set to nothing of the machine's own, so that a changed
 * system configuration cannot change what is made here.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {string | Uint8Array} [input]
 */
export function openssl(cwd, args, input) {
  const program = findOpenssl();
  if (program === null) throw new Error('openssl is not installed');
  return run(program, args, { cwd, input, env: { OPENSSL_CONF: join(cwd, 'ca.cnf') } });
}

/**
 * Makes a new self-signed authority in a folder of its own.
 * @param {string} dir is created; must not hold an authority yet
 * @param {{ baseUrl: string, subject?: string, algorithm?: KeyAlgorithm, days?: number, marked?: boolean }} options
 *   baseUrl: where services.mjs will answer; it goes into every certificate (AIA, CRL address);
 *   marked: for practice mode; left out, it stands for a real authority in tests
 * @returns {Promise<Ca>}
 */
export async function makeCa(dir, options) {
  mkdirSync(join(dir, 'issued'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dir, 'ca.cnf'), opensslConfig(options.baseUrl, options.marked === true));
  writeFileSync(join(dir, 'index.txt'), '');
  // 63 random bits: positive, not 0, and not the same in two practice worlds (RFC 5280 4.1.2.2).
  const serial = randomBytes(8);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  writeFileSync(join(dir, 'serial'), `${serial.toString('hex').toUpperCase()}\n`);
  writeFileSync(join(dir, 'crlnumber'), '01\n');
  writeFileSync(join(dir, 'tsaserial'), '01\n');

  await generateKey(dir, 'ca.key', options.algorithm ?? 'rsa:3072');
  await openssl(dir, [
    ...['req', '-new', '-x509', '-sha256', '-config', 'ca.cnf', '-extensions', 'ca_ext', '-utf8'],
    ...[
      '-key',
      'ca.key',
      '-subj',
      options.subject ?? (options.marked === true ? CA_SUBJECT : STAND_IN_SUBJECT),
      '-out',
      'ca.pem',
    ],
    ...['-days', String(options.days ?? 3650)],
  ]);
  await openssl(dir, ['x509', '-in', 'ca.pem', '-outform', 'DER', '-out', 'ca.der']);
  const ca = {
    dir,
    certificate: join(dir, 'ca.pem'),
    certificateDer: join(dir, 'ca.der'),
    key: join(dir, 'ca.key'),
  };
  await publishCrl(ca);
  return ca;
}

/**
 * Makes a key and has the authority issue a certificate for it.
 * @param {Ca} ca
 * @param {string} name of the files: NAME.key, NAME.pem, NAME.der in the authority's folder
 * @param {Profile} profile
 * @param {IssueOptions & { subject: string }} options
 * @returns {Promise<Issued>}
 */
export async function issue(ca, name, profile, options) {
  const { subject, algorithm = 'rsa:2048', days = 730 } = options;
  await generateKey(ca.dir, `${name}.key`, algorithm);
  await openssl(ca.dir, [
    ...['req', '-new', '-sha256', '-config', 'ca.cnf', '-utf8', '-key', `${name}.key`],
    ...['-subj', subject, '-out', `${name}.csr`],
  ]);
  await openssl(ca.dir, [
    ...['ca', '-batch', '-notext', '-utf8', '-config', 'ca.cnf', '-extensions', profile],
    ...['-days', String(days), '-in', `${name}.csr`, '-out', `${name}.pem`],
  ]);
  await openssl(ca.dir, ['x509', '-in', `${name}.pem`, '-outform', 'DER', '-out', `${name}.der`]);
  const path = (/** @type {string} */ suffix) => join(ca.dir, name + suffix);
  return { certificate: path('.pem'), certificateDer: path('.der'), key: path('.key') };
}

/**
 * Revokes a certificate and publishes a new CRL.
 * @param {Ca} ca
 * @param {Issued} issued
 * @param {'keyCompromise' | 'affiliationChanged' | 'superseded' | 'cessationOfOperation'} reason
 */
export async function revoke(ca, issued, reason) {
  await openssl(ca.dir, [
    ...['ca', '-batch', '-config', 'ca.cnf', '-revoke', issued.certificate, '-crl_reason', reason],
  ]);
  await publishCrl(ca);
}

/**
 * Writes ca.crl (DER), valid from now for seven days.
 * @param {Ca} ca
 */
export async function publishCrl(ca) {
  await openssl(ca.dir, ['ca', '-batch', '-config', 'ca.cnf', '-gencrl', '-out', 'ca.crl.pem']);
  await openssl(ca.dir, ['crl', '-in', 'ca.crl.pem', '-outform', 'DER', '-out', 'ca.crl']);
}

/**
 * Writes a PKCS#12 file (RFC 7292) with key, certificate and chain. The passphrase goes over stdin:
 * even a public one should not teach anyone to put it on a command line.
 * @param {Ca} ca
 * @param {Issued} issued
 * @param {{ path: string, passphrase: string, friendlyName: string }} options
 */
export async function writeP12(ca, issued, options) {
  await openssl(
    ca.dir,
    [
      ...['pkcs12', '-export', '-inkey', issued.key, '-in', issued.certificate],
      ...['-certfile', ca.certificate, '-name', options.friendlyName, '-out', options.path],
      ...['-passout', 'stdin'],
    ],
    `${options.passphrase}\n`,
  );
}

/**
 * @param {string} dir
 * @param {string} file
 * @param {KeyAlgorithm} algorithm
 */
async function generateKey(dir, file, algorithm) {
  const [kind = '', parameter] = algorithm.split(':');
  const option = kind === 'ec' ? 'ec_paramgen_curve' : 'rsa_keygen_bits';
  const args = ['-algorithm', kind, ...(parameter ? ['-pkeyopt', `${option}:${parameter}`] : [])];
  await openssl(dir, ['genpkey', ...args, '-out', file]);
}
