// The SHA-256 of a document that is in memory, made once: looking at what was signed before, the review of a batch
// and signing itself all need it, and for a document of megabytes each time is a millisecond.
import { createHash, type Hash } from 'node:crypto';

/** By the octets themselves; what is held is never written to (see ByteSource). */
const DIGESTS = new WeakMap<Uint8Array, Hash>();

/** The digest under way after all of the octets: the caller's to go on with. */
export function heldSha256(held: Uint8Array): Hash {
  const known = DIGESTS.get(held) ?? createHash('sha256').update(held);
  DIGESTS.set(held, known);
  return known.copy();
}
