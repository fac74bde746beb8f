// Time stamps over the content, which the signer signs along with the rest (ETSI EN 319 122-1 5.2.8): the signature
// was made after them, as it was made before those over it (EN 319 102-1 5.3.4, 5.5.4).
import type { HashName } from '../cms/algorithms.ts';
import { CmsError } from '../cms/cms-error.ts';
import { verifyTimestampToken } from '../cms/timestamp-token.ts';
import type { SignedRange } from './byte-range.ts';
import type { RangeDigests } from './range-digests.ts';
import type { SignatureContents } from './read-signature.ts';
import {
  timestampFacts,
  type TimestampFacts,
  type TrustSettings,
  UNREADABLE_TIMESTAMP,
} from './timestamp-facts.ts';
import { hashBy } from '../cms/hashing.ts';

/** Hash functions by which the tokens stamp the byte range: to be computed with the signature's own. */
export function contentStampHashes({ contentTimestamps }: SignatureContents): HashName[] {
  return contentTimestamps.flatMap((token) => token?.imprintHash ?? []);
}

/** @param range null where the signature's is not what it should be: then no token can be compared */
export function contentTimestamps(
  { contentTimestamps: tokens, signedData }: SignatureContents,
  range: SignedRange | null,
  digests: RangeDigests,
  trust: TrustSettings,
): TimestampFacts[] {
  const { content, certificates } = signedData;
  const imprintOf = (hash: HashName): Uint8Array | null => {
    // adbe.pkcs7.sha1 brings its content along: the range's digest.
    if (content !== null) return hashBy(hash).update(content).digest();
    return range === null ? null : digests.digestOf(range, hash);
  };
  return tokens.map((token) => {
    if (token === null) return UNREADABLE_TIMESTAMP;
    try {
      const known = [...certificates, ...trust.pool.named(token.signer.identifier)];
      const facts = verifyTimestampToken(token, imprintOf, known, trust.pool.mayVerify);
      return timestampFacts(token, facts, trust);
    } catch (error) {
      if (error instanceof CmsError) return UNREADABLE_TIMESTAMP;
      throw error;
    }
  });
}
