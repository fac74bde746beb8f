// OpenSSL 3.0 knows Ed25519, though not in CMS: it is asked about the value over the signed attributes alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OID } from '../../core/cms/oids.ts';
import { readSignedData } from '../../core/cms/signed-data-reader.ts';
import { identifies } from '../../core/cms/signer-info.ts';

export interface Question {
  /** CMS, with or without padding. */
  readonly contents: Uint8Array;
  /** What it signs. */
  readonly range: Uint8Array;
  /** PEM of the authority. */
  readonly caFile: string;
  readonly scratch: string;
}

/**
 * Whether it is one Ed25519 signature whose value `openssl pkeyutl` accepts under a certificate that
 * `openssl verify` accepts, and the range's SHA-512 (RFC 8419 3.1) is among what is signed.
 */
export function opensslKnowsEd25519({ contents, range, caFile, scratch }: Question): boolean {
  const { certificates, signers } = readSignedData(contents);
  const [signer, second] = signers;
  if (signer?.signatureAlgorithm.oid !== OID.ed25519 || second !== undefined) return false;
  const certificate = certificates.find((one) => identifies(signer.identifier, one));
  if (certificate === undefined || signer.signedBytes === null) return false;
  const digest = createHash('sha512').update(range).digest();
  if (!Buffer.from(signer.signedBytes).includes(digest)) return false;
  const at = (name: string): string => join(scratch, name);
  writeFileSync(at('attributes.der'), signer.signedBytes);
  writeFileSync(at('value.bin'), signer.signature);
  writeFileSync(at('signer.der'), certificate.der);
  const accepts = (args: readonly string[]): boolean => spawnSync('openssl', args).status === 0;
  const holds = accepts([
    ...['pkeyutl', '-verify', '-rawin', '-certin', '-inkey', at('signer.der')],
    ...['-keyform', 'DER', '-in', at('attributes.der'), '-sigfile', at('value.bin')],
  ]);
  return holds && accepts(['verify', '-CAfile', caFile, at('signer.der')]);
}
