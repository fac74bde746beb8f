// A signature value that whoever made it has verified: found again octet for octet, it need not be computed anew.
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  SCHEME_OF,
  type SignatureAlgorithm,
} from '../domain/signature-algorithm.ts';
import type { SignatureScheme } from './algorithms.ts';
import { equalBytes } from './ber-values.ts';

/** All that the verification rested on. */
export interface VerifiedValue {
  readonly algorithm: SignatureAlgorithm;
  /** DER. */
  readonly certificate: Uint8Array;
  /** What was signed (RFC 5652 5.4). */
  readonly signedAttributes: Uint8Array;
  readonly signature: Uint8Array;
}

/** A value as it was read. */
interface ReadValue {
  readonly scheme: SignatureScheme;
  readonly certificate: Uint8Array;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** Whether it is the very same in everything that verifying it takes. */
export function isVerified(known: VerifiedValue, read: ReadValue): boolean {
  return (
    isScheme(known.algorithm, read.scheme) &&
    equalBytes(known.signature, read.signature) &&
    equalBytes(known.signedAttributes, read.data) &&
    equalBytes(known.certificate, read.certificate)
  );
}

function isScheme(algorithm: SignatureAlgorithm, scheme: SignatureScheme): boolean {
  const hash = DIGEST_OF[algorithm];
  switch (SCHEME_OF[algorithm]) {
    case 'pkcs1':
      return scheme.kind === 'rsa' && scheme.hash === hash;
    case 'pss':
      return (
        scheme.kind === 'rsa-pss' &&
        scheme.hash === hash &&
        scheme.saltLength === DIGEST_OCTETS[hash]
      );
    case 'ecdsa':
      return scheme.kind === 'ecdsa' && scheme.hash === hash;
    case 'ed25519':
      return scheme.kind === 'eddsa';
  }
}
