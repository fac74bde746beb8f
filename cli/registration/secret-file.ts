// A secret from a file: its first line. Files and descriptors (/dev/fd/3) only; never the command line.
import { closeSync, openSync } from 'node:fs';
import { readError } from '../../native/files/file-error.ts';
import { readFirstLine } from '../pin/first-line.ts';
import { UsageError } from '../usage-error.ts';

const MIN_OCTETS = 16;

/** The caller wipes it. @throws {PenaError} FILE_NOT_FOUND, FILE_NOT_READABLE; USAGE for one too short to protect */
export function readSecretFile(path: string, option: string): Uint8Array {
  const fd = openForReading(path);
  try {
    const secret = readFirstLine(fd);
    if (secret.length >= MIN_OCTETS) return secret;
    secret.fill(0);
    throw new UsageError('wrong', option);
  } finally {
    closeSync(fd);
  }
}

function openForReading(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (thrown) {
    throw readError(thrown, path);
  }
}
