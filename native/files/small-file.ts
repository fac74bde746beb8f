// A whole file in memory, with a bound: what a person or a policy names may be any size, a pipe or a device.
import { basename } from 'node:path';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { REPORT_LIMITS } from '../../core/domain/report-limits.ts';
import type { ByteSource } from '../../core/ports/byte-source.ts';
import { openFileSource } from './file-source.ts';

const LARGEST_CERTIFICATE = 1 << 20;

/**
 * @param most bytes
 * @param tooLarge said of a larger one, with its name as `file`
 * @throws {PenaError} `tooLarge`; FILE_NOT_FOUND, FILE_NOT_READABLE, FILE_CHANGED
 */
export async function readSmallFile(
  path: string,
  most: number,
  tooLarge: ErrorCode,
): Promise<Uint8Array> {
  const source = await openFileSource(path);
  try {
    if (source.size > most) throw new PenaError(tooLarge, { file: basename(path) });
    return await readWhole(source);
  } finally {
    await source.close();
  }
}

/** Of a report. @throws {PenaError} PAPER_TOO_LARGE, FILE_* */
export function readPaper(path: string): Promise<Uint8Array> {
  return readSmallFile(path, REPORT_LIMITS.paperBytes, 'PAPER_TOO_LARGE');
}

/** DER or PEM. @throws {PenaError} CERT_MALFORMED for one larger than any certificate, FILE_* */
export function readCertificateFile(path: string): Promise<Uint8Array> {
  return readSmallFile(path, LARGEST_CERTIFICATE, 'CERT_MALFORMED');
}

async function readWhole(source: ByteSource): Promise<Uint8Array> {
  const whole = new Uint8Array(source.size);
  for (let at = 0; at < whole.length;) {
    const part = await source.read(at, whole.length - at);
    if (part.length === 0) throw new PenaError('FILE_CHANGED');
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
