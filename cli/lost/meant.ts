// Which certificate a command means: a file, a signed PDF, one that was seen on this computer, or a typed number.
import type { KnownCertificate } from '../../core/domain/known-certificate.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { LostKeyCase } from '../../core/lifecycle/lost-key/case.ts';
import {
  certificateOf,
  lastSigner,
  typedCertificate,
} from '../../core/lifecycle/lost-key/find-certificate.ts';
import { meantCertificate } from '../../core/lifecycle/lost-key/meant-certificate.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { openFileSource } from '../../native/files/file-source.ts';
import { readCertificateFile } from '../../native/files/small-file.ts';
import { UsageError } from '../usage-error.ts';

export interface MeantOptions {
  readonly cert?: string;
  readonly certificate?: string;
  readonly pdf?: string;
  readonly serial?: string;
  readonly issuer?: string;
}

export interface Meant {
  readonly certificate: LostKeyCase['certificate'];
  /** Null where only a serial number was typed. */
  readonly der: Uint8Array | null;
}

/** @throws {PenaError} USAGE, CERT_*, PDF_*, SIGNATURE_NONE, FILE_* */
export async function meant(options: MeantOptions): Promise<Meant> {
  const { cert, certificate, pdf, serial, issuer } = options;
  const given = [cert, certificate, pdf, serial].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new UsageError('missingOption', '--cert|--certificate|--pdf|--serial');
  if (serial !== undefined) {
    if (issuer === undefined || issuer.trim() === '')
      throw new UsageError('missingOption', '--issuer');
    return { certificate: typedCertificate(serial, issuer), der: null };
  }
  if (cert !== undefined) return of(await seen(cert), 'registry');
  if (pdf !== undefined) return of(await signerOf(pdf), 'signed-pdf');
  return of(await certificateFile(certificate ?? ''), 'certificate-file');
}

function of(der: Uint8Array, source: LostKeyCase['certificate']['source']): Meant {
  return { certificate: meantCertificate(der, source), der };
}

async function seen(wish: string): Promise<Uint8Array> {
  const one = await known(wish);
  return new Uint8Array(Buffer.from(one.certificate, 'base64'));
}

/** The whole SHA-256 of one that was seen here. @param wish at least 8 digits. @throws {PenaError} CERT_*, USAGE */
export async function seenDigest(wish: string): Promise<string> {
  return (await known(wish)).sha256;
}

/** @param wish at least 8 digits of the SHA-256 */
async function known(wish: string): Promise<KnownCertificate> {
  const start = wish.toLowerCase();
  if (!/^[0-9a-f]{8,64}$/.test(start)) throw new UsageError('cert');
  const found = (await new CertificateRegistry().list()).filter(({ sha256 }) =>
    sha256.startsWith(start),
  );
  const [one] = found;
  if (one === undefined) throw new PenaError('CERT_NOT_FOUND');
  if (found.length > 1) throw new PenaError('CERT_AMBIGUOUS');
  return one;
}

/** Who signed last: time stamps aside. */
async function signerOf(path: string): Promise<Uint8Array> {
  const source = await openFileSource(path);
  try {
    return (await lastSigner(source)).certificate;
  } finally {
    await source.close();
  }
}

/** DER, or PEM (RFC 7468). @throws {PenaError} FILE_*, CERT_MALFORMED */
export async function certificateFile(path: string): Promise<Uint8Array> {
  return certificateOf(await readCertificateFile(path));
}
