// A TLS certificate and its key, as PEM: whether a server can be started with them.
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { PenaError } from '../../core/domain/pena-error.ts';

/** @throws {PenaError} RA_TLS_CERTIFICATE_WRONG for what is no PEM, locked, of another key, or ended */
export function checkTlsPair(certificate: string, key: string): void {
  let until: Date;
  try {
    // Also whether they belong together.
    createSecureContext({ cert: certificate, key });
    until = new Date(new X509Certificate(certificate).validTo);
  } catch (thrown) {
    throw new PenaError('RA_TLS_CERTIFICATE_WRONG', {}, { cause: thrown });
  }
  if (until < new Date()) throw new PenaError('RA_TLS_CERTIFICATE_WRONG');
}

/** DER of the first certificate in it. @throws {PenaError} RA_TLS_CERTIFICATE_WRONG */
export function certificateDer(pem: string): Uint8Array {
  try {
    return new Uint8Array(new X509Certificate(pem).raw);
  } catch (thrown) {
    throw new PenaError('RA_TLS_CERTIFICATE_WRONG', {}, { cause: thrown });
  }
}
