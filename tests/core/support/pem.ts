// PEM files as DER, for tests.
import { readFileSync } from 'node:fs';

/** The first block of a PEM file. */
export function derOfPem(file: string): Uint8Array {
  const [, base64 = ''] =
    /-----BEGIN [^-]+-----([^-]+)-----END/.exec(readFileSync(file, 'latin1')) ?? [];
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}
