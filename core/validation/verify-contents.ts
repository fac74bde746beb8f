// What a signature's contents say against the digest of the bytes that it covers (RFC 5652 5.6, RFC 3161, ISO 32000-2
// 12.8.3).
import { equalBytes } from '../cms/ber-values.ts';
import { hashBy } from '../cms/hashing.ts';
import { type TokenFacts, verifyTimestampToken } from '../cms/timestamp-token.ts';
import { contentHashOf, type Match, type SignerFacts, verifySigner } from '../cms/verify-signer.ts';
import type { CertificatePool } from '../trust/certificate-pool.ts';
import type { SignatureContents } from './read-signature.ts';

export interface Verified {
  readonly signer: SignerFacts;
  readonly content: Match;
  readonly token: TokenFacts | null;
}

/** `digest` is the byte range's by `contents.rangeHash`, null where there is none. */
export function verifyContents(
  contents: SignatureContents,
  digest: Uint8Array | null,
  pool: CertificatePool,
): Verified {
  const { signedData, signer, token } = contents;
  if (token !== null) {
    const named = pool.named(signer.identifier);
    const facts = verifyTimestampToken(token, () => digest, named, pool.mayVerify);
    return { signer: facts, content: facts.imprint, token: facts };
  }
  const { contentType, certificates, content } = signedData;
  const { mayVerify } = pool;
  const verified = (contentDigest: Uint8Array | null): SignerFacts =>
    verifySigner({ signer, contentType, certificates, contentDigest, mayVerify });
  if (content === null) {
    const facts = verified(digest);
    return { signer: facts, content: facts.digest, token: null };
  }
  // adbe.pkcs7.sha1: the content is the range's digest, and is itself what the CMS signs.
  const hash = contentHashOf(signer);
  const facts = verified(hash === null ? null : hashBy(hash).update(content).digest());
  const matches = digest !== null && equalBytes(content, digest);
  return {
    signer: facts,
    content: digest === null ? 'unsupported' : matches ? 'match' : 'mismatch',
    token: null,
  };
}
