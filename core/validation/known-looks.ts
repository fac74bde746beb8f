// What the look at earlier signatures remembers of documents in which it found no fault, so that the same octets are
// not looked at again: a batch looks at a document when it is reviewed and again when it is signed, and a document
// that goes from signer to signer (paraf, then signature) comes back with one revision more each time. A file that
// begins with a remembered one is looked at from there on, and against all its signatures.
//
// The key is the SHA-256 of the very octets, and only of octets that were in memory as a whole while they were looked
// at: none can have been read one way and digested another. What is remembered depends on nothing else. No clock and
// no policy has a say in it: a document with a signature of which the mathematics do not settle everything, and an
// encrypted one, which depends on a password, is looked at anew each time.
import type { Hash } from 'node:crypto';
import { heldSha256 } from '../pdf/held-digest.ts';
import { Recent } from '../pdf/recent.ts';
import type { SignatureValue } from '../pdf/signature-value.ts';
import type { ComparedSoFar } from './modifications/compared-so-far.ts';

export interface Look {
  /** Of the file, which was looked at as a whole. */
  readonly size: number;
  /** Signatures that fit the octets which they cover, by `signatureKey`. */
  readonly intact: ReadonlySet<string>;
  /** Null where one revision more has to be compared from the beginning. */
  readonly soFar: ComparedSoFar | null;
}

export interface KnownBeginning extends Look {
  /** Over the beginning. */
  readonly sha256: Hash;
}

/** Documents, and octets of memory that they take in all. */
const MOST = { count: 16, weight: 16 << 20 };
/** Of one document; more is not worth it: where there are so many objects, reading them takes the time. */
const MOST_OF_ONE = 4 << 20;
/** Octets of memory for an entry of a map, and for a finding. */
const ENTRY = 100;
const FINDING = 400;

export class KnownLooks {
  readonly #looks = new Recent<string, Look>(MOST);

  /** @param sha256 of the whole file, hexadecimal */
  remember(sha256: string, look: Look): void {
    const { soFar } = look;
    const heavy = soFar !== null && weightOf(look) > MOST_OF_ONE;
    const kept = heavy ? { ...look, soFar: null } : look;
    const weight = weightOf(kept);
    if (weight <= MOST_OF_ONE) this.#looks.set(keyOf(look.size, sha256), kept, weight);
  }

  /** The look at exactly this file, in which nothing was found against it; null: it is not remembered. */
  of(size: number, sha256: string): Look | null {
    return this.#looks.get(keyOf(size, sha256)) ?? null;
  }

  /** Whether a file of that size was looked at: else nobody needs to digest this one. */
  hasSize(size: number): boolean {
    return [...this.#looks.entries()].some(([, look]) => look.size === size);
  }

  /**
   * The longest remembered file with which this one begins; null where there is none.
   * @param ends of the file's revisions
   */
  beginningOf(held: Uint8Array, ends: readonly number[]): KnownBeginning | null {
    const sizes = new Set([...this.#looks.entries()].map(([, { size }]) => size));
    let longest: KnownBeginning | null = null;
    for (const size of ends.filter((end) => sizes.has(end) && end < held.length)) {
      const sha256 = heldSha256(held, size);
      const look = this.#looks.get(keyOf(size, sha256.copy().digest('hex')));
      if (look !== undefined) longest = { ...look, sha256 };
    }
    return longest;
  }
}

/**
 * All of a signature that decides whether it fits its octets, but for these. Its contents are octets of the file
 * themselves, at the place that is named. Null where they have none.
 */
export function signatureKey(signature: SignatureValue): string | null {
  const known = KEYS.get(signature);
  if (known !== undefined) return known;
  const key = keyOfValue(signature);
  KEYS.set(signature, key);
  return key;
}

const KEYS = new WeakMap<SignatureValue, string | null>();

function keyOfValue(signature: SignatureValue): string | null {
  const { type, filter, subFilter, byteRange, contentsSpan } = signature;
  return contentsSpan === null
    ? null
    : JSON.stringify([type, filter, subFilter, byteRange, contentsSpan]);
}

function keyOf(size: number, sha256: string): string {
  return `${String(size)} ${sha256}`;
}

function weightOf({ intact, soFar }: Look): number {
  const findings = (soFar?.revisions ?? []).reduce((n, one) => n + (one?.findings.length ?? 0), 0);
  const entries = (soFar?.graph.count ?? 0) + (soFar?.names?.size ?? 0);
  const lines = intact.size + (soFar?.places.length ?? 0);
  return ENTRY * (entries + 2 * lines) + FINDING * findings;
}
