// The base document as qpdf lays it out: linearized, in object streams, encrypted. Its objects get other numbers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param options of qpdf, before the two file names */
export function laidOut(file: Uint8Array, options: readonly string[]): Buffer {
  const dir = mkdtempSync(join(tmpdir(), 'pena-test-'));
  try {
    writeFileSync(join(dir, 'in.pdf'), file);
    execFileSync('qpdf', [...options, join(dir, 'in.pdf'), join(dir, 'out.pdf')], {
      stdio: 'pipe',
    });
    return readFileSync(join(dir, 'out.pdf'));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Number of the newest object, no other's part, whose text the pattern is found in. */
export function numberOf(file: Buffer, pattern: RegExp): number {
  const text = file.toString('latin1');
  const objects = [...text.matchAll(/(?<![0-9])(\d+) 0 obj\b[^]*?\bendobj\b/g)];
  const found = objects.filter(([body]) => pattern.test(body)).at(-1)?.[1];
  if (found === undefined) throw new Error(`no object with ${String(pattern)}`);
  return Number(found);
}
