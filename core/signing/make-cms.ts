// The CMS of a signature: signed attributes, the key's signature over them, and a time stamp over that.
import { createHash } from 'node:crypto';
import { buildSignedAttributes } from '../cms/signed-attributes.ts';
import { buildSignedData, type SignedDataInput } from '../cms/signed-data.ts';
import { DIGEST_OF } from '../domain/signature-algorithm.ts';
import type { SigningPlan } from './plan.ts';
import type { SigningRequest } from './request.ts';

/** Everything but a time stamp. */
export type BareSignature = Omit<SignedDataInput, 'timestampToken'>;

/**
 * Has the key sign.
 * @param digest over the byte range
 * @param sha256 of the document, for the person who is asked for the PIN
 * @throws {PenaError} TOKEN_*, P12_*, CANCELLED
 */
export async function signDigest(
  { key, name }: SigningRequest,
  { algorithm, certificate, form }: SigningPlan,
  digest: Uint8Array,
  sha256: string,
): Promise<BareSignature> {
  const signedAttributes = buildSignedAttributes(
    { digest, digestAlgorithm: DIGEST_OF[algorithm], certificate: certificate.der },
    form.attributes,
  );
  const purpose = { documents: [{ name, sha256 }] };
  const signature = await key.sign(signedAttributes, algorithm, purpose);
  const { chain } = key;
  return { algorithm, certificate: certificate.der, chain, signedAttributes, signature };
}

export function cmsOf(signature: BareSignature, timestampToken: Uint8Array | null): Uint8Array {
  return buildSignedData(timestampToken === null ? signature : { ...signature, timestampToken });
}

/** What a signature time stamp is over: the signature value (RFC 3161, appendix A). */
export function imprintOf({ signature }: BareSignature): Uint8Array {
  return new Uint8Array(createHash('sha256').update(signature).digest());
}
