// Batches for tests of the command line: many small documents, a plan for them, and what became of it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { BatchPlan } from '../../../core/domain/batch.ts';
import { isSignedVersion } from '../../../core/signing/batch/signed-version.ts';
import { readSignatures } from '../../../core/pdf/signature-inventory.ts';
import { openFileSource } from '../../../native/files/file-source.ts';
import { classicFile } from '../../core/support/small-files.ts';

/** `count` documents that differ, in `folder`; their paths. */
export function manyDocuments(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `surat-${String(index).padStart(4, '0')}.pdf`);
    writeFileSync(path, classicFile({ objects: [`(surat ${String(index)})`] }));
    return path;
  });
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Writes a plan beside its files. */
export function planFor(
  path: string,
  files: readonly string[],
  certificate: Uint8Array,
  more: Partial<BatchPlan> = {},
): string {
  const rules = files.map((file) => ({ file, output: basename(file) }));
  const plan = { format: 1, certificate: sha256Of(certificate), files: rules, ...more };
  writeFileSync(path, JSON.stringify(plan));
  return path;
}

/** How many signatures a result has, and whether it is the document signed by this certificate. */
export async function outputState(
  original: string,
  output: string,
  certificate: Uint8Array,
): Promise<{ signatures: number; right: boolean }> {
  const [from, to] = await Promise.all([openFileSource(original), openFileSource(output)]);
  try {
    const question = { original: from, candidate: to, certificate: sha256Of(certificate) };
    return {
      signatures: (await readSignatures(to)).signatures.length,
      right: await isSignedVersion(question),
    };
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}

/** Documents that the journal says were signed, by digest, with how often. */
export function signedInJournal(folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const found = /"kind":"signed".*?"document":"([0-9a-f]{64})"/.exec(line)?.[1];
      if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return counts;
}
