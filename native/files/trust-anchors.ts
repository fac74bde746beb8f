// Reads trust anchors that the person names: certificates in PEM (RFC 7468 5) or DER, files or folders.
import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { isForPractice } from '../../core/domain/practice-mark.ts';
import { practiceMode } from '../settings/practice-mode.ts';
import { FileError, readError } from './file-error.ts';

/** What certificate files are called; anything else in a folder is left alone. */
const EXTENSIONS = ['.pem', '.crt', '.cer', '.der'];
/** All roots of a browser make about 200 kB of PEM. */
const MAX_BYTES = 10 * 1024 * 1024;
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g;

/**
 * The certificates (DER) of all files named, and of the certificate files in all folders named (not
 * in the folders inside them), each once.
 * @throws {FileError} TRUST_FILE_INVALID where a file or a folder holds no certificate or a broken
 *   one, TRUST_PRACTICE for one that was made for practice outside of it, FILE_NOT_FOUND, FILE_NOT_READABLE
 */
export async function loadAnchors(paths: readonly string[]): Promise<Uint8Array[]> {
  const found = new Map<string, Uint8Array>();
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      for (const { fingerprint256, raw } of await certificatesOf(file)) {
        if (isForPractice(raw) && !practiceMode()) {
          throw new FileError('TRUST_PRACTICE', { file: basename(file) });
        }
        found.set(fingerprint256, new Uint8Array(raw));
      }
    }
  }
  return [...found.values()];
}

async function filesOf(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((n) =>
      EXTENSIONS.includes(extname(n).toLowerCase()),
    );
    if (names.length === 0) throw invalid(path);
    return names.sort().map((name) => join(path, name));
  } catch (thrown) {
    throw readError(thrown, path);
  }
}

async function certificatesOf(file: string): Promise<X509Certificate[]> {
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > MAX_BYTES) throw invalid(file);
    bytes = await readFile(file);
  } catch (thrown) {
    throw readError(thrown, file);
  }
  try {
    const certificates = derOf(bytes).map((der) => new X509Certificate(der));
    if (certificates.length > 0) return certificates;
  } catch (thrown) {
    throw invalid(file, thrown);
  }
  throw invalid(file);
}

/** DER begins with a SEQUENCE; a PEM file may hold any text around its blocks (RFC 7468 2). */
function derOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes[0] === 0x30) return [bytes];
  const text = Buffer.from(bytes).toString('latin1');
  return Array.from(text.matchAll(PEM_BLOCK), ([, base64]) => Buffer.from(base64 ?? '', 'base64'));
}

function invalid(path: string, cause?: unknown): FileError {
  return new FileError('TRUST_FILE_INVALID', { file: basename(path) }, { cause });
}
