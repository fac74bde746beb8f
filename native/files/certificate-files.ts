// Certificates in files that the person names: issued ones, with or without their issuers'.
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import { loadAnchors } from './trust-anchors.ts';

/** DER, each once. @throws {PenaError} CERT_MALFORMED, FILE_* */
export function loadCertificates(files: readonly string[]): Promise<Uint8Array[]> {
  return loadAnchors(files).catch((thrown: unknown) => {
    const { code, params } = toPenaError(thrown);
    throw code === 'TRUST_FILE_INVALID' ? new PenaError('CERT_MALFORMED', params) : thrown;
  });
}
