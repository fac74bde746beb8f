// PEM files as DER, for tests.
import { readFileSync } from 'node:fs';

/** The first block of a PEM file. */
export function derOfPem(file: string): Uint8Array {
  const [, base64 = ''] =
    /-----BEGIN [^-]+-----([^-]+)-----END/.exec(readFileSync(file, 'latin1')) ?? [];
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

export function toPem(der: Uint8Array): string {
  const base64 = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
}
