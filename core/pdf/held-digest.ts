// The SHA-256 of a document that is in memory, and of its beginnings, made once: looking for what is known of it, the
// look at what was signed before and signing itself all need it, and for megabytes each time is a millisecond.
import { createHash, type Hash } from 'node:crypto';

/** By the octets themselves, which are never written to (see ByteSource): digests under way, by how far they are. */
const STATES = new WeakMap<Uint8Array, Map<number, Hash>>();

/** The digest under way after the first `end` octets, or all: the caller's to go on with. */
export function heldSha256(held: Uint8Array, end = held.length): Hash {
  const states = STATES.get(held) ?? new Map<number, Hash>();
  STATES.set(held, states);
  let nearest = 0;
  for (const at of states.keys()) if (at <= end && at > nearest) nearest = at;
  const hash = states.get(nearest)?.copy() ?? createHash('sha256');
  if (nearest < end) {
    hash.update(held.subarray(nearest, end));
    states.set(end, hash.copy());
  }
  return hash;
}
