// Builds the question put to a time-stamp authority (RFC 3161 2.4.1).
import {
  der,
  DER_NULL,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from './der-writer.ts';
import { OID } from './oids.ts';

/** Hash functions that a time stamp is asked over. */
export type StampHash = 'sha256' | 'sha384' | 'sha512';

export interface StampQuestion {
  readonly hash: StampHash;
  /** Of what is to be stamped. */
  readonly digest: Uint8Array;
  /** Eight random bytes: they tie the answer to the question. */
  readonly nonce: Uint8Array;
  /** OID of the only policy that will do; null leaves the choice to the authority. */
  readonly policy: string | null;
}

/** DER of TimeStampReq. The authority's certificate is always asked for (certReq). */
export function buildTimestampRequest({ hash, digest, nonce, policy }: StampQuestion): Uint8Array {
  // RFC 5754 2 would leave the parameters out; old authorities refuse a question without NULL.
  return derSequence(
    derSmallInteger(1),
    derSequence(derSequence(derOid(OID[hash]), DER_NULL), derOctetString(digest)),
    ...(policy === null ? [] : [derOid(policy)]),
    der(0x02, positive(nonce)),
    der(0x01, Uint8Array.of(0xff)),
  );
}

/** An INTEGER's content: fewest octets, and never negative (X.690 8.3). */
function positive(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  return (digits[0] ?? 0x80) < 0x80 ? digits : Buffer.concat([Uint8Array.of(0), digits]);
}

/** The nonce as readTimestampToken gives it. */
export function nonceHex(nonce: Uint8Array): string {
  const hex = Buffer.from(positive(nonce)).toString('hex');
  return hex.length > 2 && hex.startsWith('00') ? hex.slice(2) : hex;
}
