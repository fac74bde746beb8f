// Format (RFC 5652 11.1, 11.2; EN 319 142-1 6.3; RFC 3161 2.4.2): the signed attributes that the format demands.
import type { SignatureFacts } from '../facts.ts';
import { type Check, failsIf } from './check.ts';

/** The first attribute that is missing; null where none is. */
function missing({ signer, format }: SignatureFacts): string | null {
  if (signer === null) return null;
  const [first] = signer.missing;
  if (first !== undefined) return first;
  // Old signatures may sign the content itself (RFC 5652 5.4); tokens and PAdES may not.
  const demanded = format === 'pades' || format === 'rfc3161';
  if (demanded && !signer.hasSignedAttributes) return 'message-digest';
  const unreferenced = signer.certificate !== null && signer.reference === 'absent';
  return format === 'pades' && unreferenced ? 'signing-certificate-v2' : null;
}

export const signedAttributesPresent: Check = {
  id: 'signed-attributes-present',
  reason: 'SIGNED_ATTRIBUTES_MISSING',
  indication: 'TOTAL_FAILED',
  subIndication: 'FORMAT_FAILURE',
  failure: (facts) => {
    const attribute = missing(facts);
    return failsIf(attribute !== null, { attribute: attribute ?? '' });
  },
};
