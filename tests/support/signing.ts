// Signs files as the program does, with a key of a small practice authority, for tests of what comes out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, makeCa, writeP12, type KeyAlgorithm } from '../../build/practice/pki.mjs';
import { openP12 } from '../../core/cms/p12-key.ts';
import type { StampContent } from '../../core/pdf/appearance/stamp-content.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import type { SigningRequest, SigningResult } from '../../core/signing/request.ts';
import { signDocument } from '../../core/signing/sign-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { loadFonts } from '../../native/files/resources.ts';

export interface TestSigner {
  readonly key: SigningKey;
  /** PEM of the authority. */
  readonly caFile: string;
}

const PASSPHRASE = 'uji-saja';

/** Makes authority and signer in `folder`. */
export async function makeTestSigner(
  folder: string,
  algorithm: KeyAlgorithm = 'rsa:2048',
): Promise<TestSigner> {
  const ca = await makeCa(join(folder, `ca-${algorithm.replace(':', '-')}`), {
    baseUrl: 'http://127.0.0.1:1',
    subject: '/C=ID/O=LATIHAN/CN=CA UJI',
    algorithm: 'ec:P-256',
  });
  const subject = '/C=ID/O=LATIHAN/CN=NAMA PEJABAT LATIHAN';
  const signer = await issue(ca, 'signer', 'signer', { subject, algorithm });
  const path = join(folder, `${algorithm.replace(':', '-')}.p12`);
  await writeP12(ca, signer, { path, passphrase: PASSPHRASE, friendlyName: 'UJI' });
  const key = await openP12(readFileSync(path), new TextEncoder().encode(PASSPHRASE));
  return { key, caFile: ca.certificate };
}

export const SIGNING_TIME = new Date('2026-11-24T02:15:00Z');

export async function stampContent(changes: Partial<StampContent> = {}): Promise<StampContent> {
  return {
    name: 'NAMA PEJABAT LATIHAN',
    position: '',
    time: SIGNING_TIME,
    zone: 'WITA',
    reason: '',
    location: '',
    qr: null,
    fonts: await loadFonts(),
    ...changes,
  };
}

/** Signs `input` into `output`; what is not said is the plainest: invisible, a new field. */
export async function signFile(
  input: string,
  output: string,
  key: SigningKey,
  changes: Partial<SigningRequest> = {},
): Promise<SigningResult> {
  const source = await openFileSource(input);
  try {
    return await signDocument({
      ...{ source, key, name: 'uji.pdf', field: null, stamp: null, reason: '', location: '' },
      clock: { now: () => new Date() },
      openOutput: () => createAtomicOutput(output, { overwrite: false }),
      ...changes,
    });
  } finally {
    await source.close();
  }
}
