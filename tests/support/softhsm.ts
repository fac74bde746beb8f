// A SoftHSM2 token in a folder of its own, with one key and certificate of each kind that Pena signs
// with, under a small practice CA.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { issue, type KeyAlgorithm, makeCa } from '../../build/practice/pki.mjs';
import { findSoftHsmModule, missingForToken } from '../../build/practice/token.mjs';
import type { SignatureAlgorithm } from '../../core/domain/signature-algorithm.ts';

const run = promisify(execFile);

export const USER_PIN = '482915';
export const SO_PIN = '87654321';

export interface TestKey {
  /** CKA_ID, hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly algorithm: SignatureAlgorithm;
  /** DER. */
  readonly certificate: Uint8Array;
  /** Paths of the PKCS#8 key and of the certificate in PEM. */
  readonly keyFile: string;
  readonly certificateFile: string;
}

export interface TestToken {
  readonly module: string;
  /** What the module needs in its environment: SOFTHSM2_CONF. */
  readonly env: Readonly<Record<string, string>>;
  readonly label: string;
  /** Where SoftHSM keeps its tokens; moved away, the token is gone. */
  readonly tokensFolder: string;
  readonly caFile: string;
  /** RSA-2048, P-256, P-384, in this order, and what else was asked for. */
  readonly keys: readonly [TestKey, TestKey, TestKey, ...TestKey[]];
}

/** Null where a token can be made, else why not. */
export function whyNoSoftHsm(): string | null {
  const missing = missingForToken();
  return missing.length === 0 ? null : `skipped: no ${missing.join(', ')}`;
}

export interface KeySpec {
  /** CKA_ID, hexadecimal. */
  readonly id: string;
  readonly name: string;
  readonly kind: KeyAlgorithm;
  /** The usual one for this kind of key. */
  readonly algorithm: SignatureAlgorithm;
}

const KINDS: readonly KeySpec[] = [
  { id: '01', name: 'rsa', kind: 'rsa:2048', algorithm: 'RSA_PKCS1_SHA256' },
  { id: '02', name: 'p256', kind: 'ec:P-256', algorithm: 'ECDSA_P256_SHA256' },
  { id: '03', name: 'p384', kind: 'ec:P-384', algorithm: 'ECDSA_P384_SHA384' },
];

/** Makes CA, keys and token in `folder` (a few seconds). */
export async function makeSoftHsm(
  folder: string,
  label = 'UJI',
  more: readonly KeySpec[] = [],
): Promise<TestToken> {
  const module = findSoftHsmModule();
  if (module === null) throw new Error('SoftHSM2 is not installed');
  const tokensFolder = join(folder, 'tokens');
  const env = confIn(folder);
  const options = { env: { ...process.env, ...env } };
  const pins = ['--so-pin', SO_PIN, '--pin', USER_PIN];
  await run('softhsm2-util', ['--init-token', '--free', '--label', label, ...pins], options);

  const ca = await makeCa(join(folder, 'ca'), {
    baseUrl: 'http://127.0.0.1:1',
    subject: '/C=ID/O=LATIHAN/CN=CA UJI',
    algorithm: 'ec:P-256',
  });
  const keys: TestKey[] = [];
  for (const { id, name, kind, algorithm } of [...KINDS, ...more]) {
    const issued = await issue(ca, name, 'signer', {
      subject: `/C=ID/O=LATIHAN/CN=PENANDA TANGAN ${name}`,
      algorithm: kind,
    });
    await run(
      'softhsm2-util',
      ['--import', issued.key, '--token', label, '--pin', USER_PIN, '--id', id, '--label', name],
      options,
    );
    await writeCertificate(module, label, issued.certificateDer, id, name, options);
    keys.push({
      ...{ id, name, algorithm, keyFile: issued.key, certificateFile: issued.certificate },
      certificate: new Uint8Array(readFileSync(issued.certificateDer)),
    });
  }
  await writeCertificate(module, label, ca.certificateDer, 'ca', 'CA UJI', options);
  const [rsa, p256, p384, ...others] = keys;
  if (!rsa || !p256 || !p384) throw new Error('a key is missing');
  return {
    ...{ module, env, label, tokensFolder, caFile: ca.certificate },
    keys: [rsa, p256, p384, ...others],
  };
}

/** A token as a factory leaves it: a PUK, no PIN, nothing on it. */
export function makeBareSoftHsm(folder: string): Pick<TestToken, 'module' | 'env' | 'label'> {
  const module = findSoftHsmModule();
  if (module === null) throw new Error('SoftHSM2 is not installed');
  const label = 'BARU';
  const env = confIn(folder);
  execFileSync(
    'pkcs11-tool',
    ['--module', module, '--init-token', '--slot-index', '0', '--label', label, '--so-pin', SO_PIN],
    { env: { ...process.env, ...env }, stdio: 'pipe' },
  );
  return { module, env, label };
}

/** Another program's word on a PIN. */
export async function pkcs11ToolLogsIn(
  { module, env, label }: Pick<TestToken, 'module' | 'env' | 'label'>,
  pin: string,
): Promise<boolean> {
  const args = ['--module', module, '--token-label', label, '--login', '--pin', pin];
  return run('pkcs11-tool', [...args, '--list-objects'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}

function confIn(folder: string): { readonly SOFTHSM2_CONF: string } {
  const tokens = join(folder, 'tokens');
  mkdirSync(tokens, { recursive: true, mode: 0o700 });
  const conf = join(folder, 'softhsm2.conf');
  writeFileSync(
    conf,
    `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  return { SOFTHSM2_CONF: conf };
}

async function writeCertificate(
  module: string,
  token: string,
  der: string,
  id: string,
  label: string,
  options: { env: NodeJS.ProcessEnv },
): Promise<void> {
  await run(
    'pkcs11-tool',
    [
      ...['--module', module, '--token-label', token, '--login', '--pin', USER_PIN],
      ...['--write-object', der, '--type', 'cert', '--id', id, '--label', label],
    ],
    options,
  );
}
