// Seeds with all that proves a signature later: time stamps, DSS and VRI, and files that are encrypted.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from '../../build/lib/command.mjs';
import type { ProofServices } from '../../core/signing/proof-services.ts';
import { makeAuthority, makeSigner } from '../core/support/test-certificates.ts';
import { makeCrl, makeOcsp } from '../support/services/test-proofs.ts';
import { type EncryptionKind, encryptFile } from '../support/encrypted-files.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { ROOT, signed } from '../vectors/support/in-memory.ts';
import { makeTimestampAuthority, tokenOver } from '../vectors/support/timestamps.ts';

const TSA = makeTimestampAuthority(ROOT);
const OTHER = makeSigner('LAIN LATIHAN', makeAuthority('LATIHAN Lain'));
const HELD = { thisUpdate: '2026-11-24T02:15:30', nextUpdate: '2026-12-24T00:00:00' };

/** Answers at once, out of memory: what a time-stamp authority and responders would have said. */
const SERVICES: ProofServices = {
  timestamp: (digest) => Promise.resolve(tokenOver(digest, TSA)),
  timestampSize: 4096,
  status: () => Promise.resolve({ status: 'good', revokedAt: null, reason: null, problems: [] }),
  collect: () =>
    Promise.resolve({
      certificates: [ROOT.der, TSA.der, OTHER.der],
      ocspResponses: [makeOcsp({ certificate: TSA, issuer: ROOT, ...HELD })],
      crls: [makeCrl({ issuer: ROOT, ...HELD })],
      missing: [],
    }),
};

/** At B-T, B-LT and B-LTA; of a file at B-LTA the next signature too. */
export async function provenFiles(): Promise<Uint8Array[]> {
  const services = SERVICES;
  const files: Uint8Array[] = [];
  for (const level of ['B-T', 'B-LT', 'B-LTA'] as const) {
    files.push(await signed(baseDocument({ compressed: level === 'B-LT' }), { level, services }));
  }
  files.push(await signed(files.at(-1) ?? baseDocument(), { level: 'B-LT', services }));
  return files;
}

const KINDS: readonly EncryptionKind[] = [
  'RC4 128 (V 2, R 3)',
  'AES-128 (V 4, R 4)',
  'AES-256 (V 5, R 6)',
];

/** With an empty password, as everybody may open them; none where qpdf is not there to make them. */
export function encryptedFiles(): Uint8Array[] {
  if (which('qpdf') === null) return [];
  const folder = mkdtempSync(join(tmpdir(), 'pena-fuzz-'));
  try {
    return KINDS.map((kind) => {
      const [input, output] = [join(folder, 'plain.pdf'), join(folder, 'encrypted.pdf')];
      writeFileSync(input, baseDocument());
      encryptFile(input, output, { kind, user: '', owner: 'pemilik', layout: ['--static-id'] });
      return Uint8Array.from(readFileSync(output));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
