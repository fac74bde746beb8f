// Encrypted files with much to decrypt, by qpdf with an empty password.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from '../../../build/lib/command.mjs';
import { Draft } from '../../core/pdf/support/draft.ts';
import { type EncryptionKind, encryptFile } from '../../support/encrypted-files.ts';
import type { Hostile } from './hostile.ts';

const KINDS: readonly EncryptionKind[] = [
  'RC4 40 (V 1, R 2)',
  'AES-128 (V 4, R 4)',
  'AES-256 (V 5, R 6)',
];

export const ENCRYPTED: readonly Hostile[] =
  which('qpdf') === null
    ? []
    : KINDS.flatMap((kind) => [
        { name: `25,000 fields, ${kind}`, build: () => encrypted(fields(25_000, 40), kind) },
        { name: `strings of 4 MB, ${kind}`, build: () => encrypted(fields(80, 25_000), kind) },
      ]);

/** Fields whose names take `length` bytes each. */
function fields(count: number, length: number): Buffer {
  const draft = new Draft();
  const references = Array.from({ length: count }, (_, n) => `${n + 10} 0 R`).join(' ');
  draft.object(1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${references}] >> >>`);
  draft.object(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  for (let n = 0; n < count; n += 1) {
    draft.object(
      n + 10,
      `<< /T (${String(n).padEnd(length, 'x')}) /FT /Tx /Contents (${'y'.repeat(length)}) >>`,
    );
  }
  return draft.finish().bytes;
}

function encrypted(plain: Buffer, kind: EncryptionKind): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pena-hostile-'));
  try {
    const [input, output] = [join(folder, 'plain.pdf'), join(folder, 'encrypted.pdf')];
    writeFileSync(input, plain);
    encryptFile(input, output, { kind, user: '', owner: 'pemilik' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
