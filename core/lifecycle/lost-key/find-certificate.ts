// Which certificate is meant, where its token is gone: from a file, from a document that was signed with it, or
// by a number that somebody reads out.
import { readCertificate } from '../../cms/certificate.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { identifies } from '../../cms/signer-info.ts';
import { PenaError } from '../../domain/pena-error.ts';
import { readSignatures } from '../../pdf/signature-inventory.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import type { LostKeyCase } from './case.ts';

/** @param serial hexadecimal, as people write it. @throws {PenaError} CASE_DATA_INVALID */
export function typedCertificate(serial: string, issuer: string): LostKeyCase['certificate'] {
  const digits = serial
    .replaceAll(/[\s:]/g, '')
    .toLowerCase()
    .replace(/^(00)+(?=.)/, '');
  if (!/^[0-9a-f]{1,64}$/.test(digits)) {
    throw new PenaError('CASE_DATA_INVALID', { field: 'certificate.serial' });
  }
  const unknown = { issuerName: null, sha256: null, subject: null, notAfter: null, type: null };
  return { source: 'typed', issuer, serial: digits, ...unknown };
}

export interface LastSigner {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of all certificates that lie in the signature, its own among them. */
  readonly chain: readonly Uint8Array[];
}

/** Who signed last: time stamps aside. @throws {PenaError} PDF_*, SIGNATURE_NONE, CERT_NOT_FOUND */
export async function lastSigner(source: ByteSource): Promise<LastSigner> {
  const { signatures } = await readSignatures(source);
  const last = signatures.filter(({ type }) => type === 'signature').at(-1);
  if (last === undefined) throw new PenaError('SIGNATURE_NONE');
  const { signers, certificates } = readSignedData(last.contents);
  const own = certificates.find((one) =>
    signers.some(({ identifier }) => identifies(identifier, one)),
  );
  if (own === undefined) throw new PenaError('CERT_NOT_FOUND');
  return { certificate: own.der, chain: certificates.map(({ der }) => der) };
}

/** DER from a file's bytes, which are DER or PEM (RFC 7468). @throws {PenaError} CERT_MALFORMED */
export function certificateOf(bytes: Uint8Array): Uint8Array {
  const pem = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(
    Buffer.from(bytes).toString('latin1'),
  );
  const der = pem === null ? bytes : Buffer.from(pem[1] ?? '', 'base64');
  return readCertificate(new Uint8Array(der)).der;
}
