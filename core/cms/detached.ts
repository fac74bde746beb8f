// A detached CMS signature over bytes that travel beside it: receipts, packages, e-mail (RFC 5652 5; RFC 8551 3.5).
import { createHash } from 'node:crypto';
import { DIGEST_OF } from '../domain/signature-algorithm.ts';
import type { SigningKey } from '../ports/token.ts';
import { algorithmFor, type Certificate, readCertificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { buildSignedAttributes } from './signed-attributes.ts';
import { buildSignedData } from './signed-data.ts';
import { readSignedData } from './signed-data-reader.ts';
import { contentHashOf, onlySigner, verifySigner } from './verify-signer.ts';
import { verifySignedData } from './verify.ts';
import { hashBy } from './hashing.ts';

/**
 * DER of the ContentInfo.
 * @param name what the person who is asked for the PIN is told is signed
 * @throws {PenaError} TOKEN_*, P12_*, CANCELLED of the key; CERT_* for its certificate
 */
export async function signDetached(
  bytes: Uint8Array,
  key: SigningKey,
  name: string,
): Promise<Uint8Array> {
  const { certificate, chain } = key;
  const algorithm = algorithmFor(readCertificate(certificate));
  const digestAlgorithm = DIGEST_OF[algorithm];
  const digest = createHash(digestAlgorithm).update(bytes).digest();
  const signedAttributes = buildSignedAttributes({ digest, digestAlgorithm, certificate });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const signature = await key.sign(signedAttributes, algorithm, { documents: [{ name, sha256 }] });
  return buildSignedData({ algorithm, certificate, chain, signedAttributes, signature });
}

/** Who signed `bytes`; null where the signature is wrong or cannot be judged. Says nothing of trust. */
export function detachedSigner(cms: Uint8Array, bytes: Uint8Array): Certificate | null {
  try {
    const { signers, contentType, certificates, content } = readSignedData(cms);
    const signer = onlySigner(signers);
    const hash = contentHashOf(signer);
    if (hash === null || content !== null) return null;
    const contentDigest = hashBy(hash).update(bytes).digest();
    if (!verifySignedData(cms, contentDigest).ok) return null;
    return verifySigner({ signer, contentType, certificates, contentDigest }).certificate;
  } catch (thrown) {
    if (thrown instanceof CmsError) return null;
    throw thrown;
  }
}
