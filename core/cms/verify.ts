// Whether a detached SignedData is sound over a digest: how a signature just made is checked.
import type { ReasonCode } from '../domain/reason-code.ts';
import { CmsError } from './cms-error.ts';
import { readSignedData } from './signed-data-reader.ts';
import type { VerifiedValue } from './verified-value.ts';
import { onlySigner, type SignerFacts, verifySigner } from './verify-signer.ts';

export type SoundResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: ReasonCode };

/**
 * `digest` is the content's, by the hash function that the signer names. Says nothing of trust.
 * What cannot be read gives the reason CONTENTS_MALFORMED.
 * @param verified see SignerInput
 */
export function verifySignedData(
  cms: Uint8Array,
  digest: Uint8Array,
  verified?: VerifiedValue,
): SoundResult {
  try {
    const { signers, contentType, certificates } = readSignedData(cms);
    const signer = onlySigner(signers);
    const reason = fault(
      verifySigner({ signer, contentType, certificates, contentDigest: digest, verified }),
    );
    return reason === null ? { ok: true } : { ok: false, reason };
  } catch (error) {
    if (error instanceof CmsError) return { ok: false, reason: 'CONTENTS_MALFORMED' };
    throw error;
  }
}

function fault(facts: SignerFacts): ReasonCode | null {
  if (facts.certificate === null) return 'CERTIFICATE_MISSING';
  if (facts.missing.length > 0) return 'SIGNED_ATTRIBUTES_MISSING';
  if (facts.digest === 'mismatch') return 'DIGEST_MISMATCH';
  if (facts.signature === 'mismatch') return 'SIGNATURE_VALUE_WRONG';
  if (facts.digest === 'unsupported' || facts.signature === 'unsupported') {
    return 'ALGORITHM_UNSUPPORTED';
  }
  return facts.reference === 'mismatch' ? 'SIGNING_CERTIFICATE_MISMATCH' : null;
}
