// Running digests by the hash functions that signatures name.
import { createHash, type Hash } from 'node:crypto';
import type { HashName } from './algorithms.ts';

/** SHAKE256 has no length of its own; in signatures it gives 512 bits (RFC 8419 2.3, RFC 8702 3.1). */
const SHAKE256 = { outputLength: 64 };

export function hashBy(hash: HashName): Hash {
  return hash === 'shake256' ? createHash(hash, SHAKE256) : createHash(hash);
}

/** A running digest that goes its own way from here: a copy forgets its length. */
export function forkOf(state: Hash, hash: HashName): Hash {
  return hash === 'shake256' ? state.copy(SHAKE256) : state.copy();
}
