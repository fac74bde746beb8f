// Documents that were read lately and are read again: reviewed and then signed, or signed by one after the other. What
// was read of the same octets is taken over; of a document that goes on from one that is known, only the sections that
// were appended are read. The 200th signer of a document would otherwise read 199 revisions for each step.
//
// Only octets that are in memory as a whole, and by their SHA-256: nothing but the very same is taken for known. A
// document that needs a password is read anew each time.
import type { ByteSource } from '../ports/byte-source.ts';
import { heldSha256 } from './held-digest.ts';
import { type OpenOptions, PdfReader } from './reader.ts';

/** Few: each holds what was parsed of it. */
const MOST = 4;
/** Of the parsed objects of one, in octets of memory. */
const MOST_PARSED = 8 << 20;
/** Whoever is quicker read than looked for. */
const SHORT_CHAIN = 8;

/** Most lately used last. None of them has its octets: who goes on from one has the same. */
const known = new Map<string, PdfReader>();

/** By the octets themselves, for as long as somebody keeps them. */
const ofHeld = new WeakMap<Uint8Array, PdfReader>();

/** As `PdfReader.open`. */
export async function openKnown(source: ByteSource, options: OpenOptions): Promise<PdfReader> {
  const { held } = source;
  if (held === undefined) return PdfReader.open(source, options);
  const before = ofHeld.get(held);
  if (before !== undefined && before.parsedWeight <= MOST_PARSED) return before.again(source);
  const reader = await openHeld(held, source, options);
  // Another one, which has no streams decoded: who keeps the octets is told what else is kept (`weightOf`).
  if (isWhole(reader)) ofHeld.set(held, reader.again(withoutOctets(held.length)));
  return reader;
}

/** Whether its octets are all that is to be had again for it to be read on. */
function isWhole({ encrypted, links }: PdfReader): boolean {
  return (
    !encrypted &&
    links.every(({ section, hybrid }) => !section.keepsFile && hybrid?.keepsFile !== true)
  );
}

/** Bytes of memory, about, that are kept of a document beside its octets for as long as somebody keeps those. */
export function weightOf({ encrypted, links, parsedWeight }: PdfReader): number {
  if (encrypted) return 0;
  const sections = links.flatMap(({ section, hybrid }) => [section, ...(hybrid ? [hybrid] : [])]);
  const rows = sections.flatMap(({ ranges }) => ranges.map(({ count }) => count));
  return parsedWeight + ROW * rows.reduce((sum, count) => sum + count, 0);
}

/** Of a cross-reference entry as its section keeps it. */
const ROW = 32;

async function openHeld(
  held: Uint8Array,
  source: ByteSource,
  options: OpenOptions,
): Promise<PdfReader> {
  const beginning = longestKnown(held);
  const same = beginning?.file.size === held.length;
  const reader =
    beginning === null
      ? await PdfReader.open(source, options)
      : same
        ? beginning.again(source)
        : await PdfReader.openAppended(source, beginning.again(), options);
  if (reader.links.length > SHORT_CHAIN && isWhole(reader)) remember(held, reader);
  return reader;
}

function longestKnown(held: Uint8Array): PdfReader | null {
  for (const [key, { parsedWeight }] of known) if (parsedWeight > MOST_PARSED) known.delete(key);
  let longest: PdfReader | null = null;
  // The shortest first: then each octet is digested once.
  for (const [key, reader] of [...known].sort(([, a], [, b]) => a.file.size - b.file.size)) {
    const { size } = reader.file;
    if (size <= held.length && key === keyOf(held, size)) longest = reader;
  }
  return longest;
}

function remember(held: Uint8Array, reader: PdfReader): void {
  const key = keyOf(held, held.length);
  known.delete(key);
  known.set(key, reader.again(withoutOctets(held.length)));
  for (const oldest of known.keys()) {
    if (known.size <= MOST) return;
    known.delete(oldest);
  }
}

function withoutOctets(size: number): ByteSource {
  return { size, read: () => Promise.reject(new Error('octets are not kept')) };
}

function keyOf(held: Uint8Array, size: number): string {
  return `${String(size)} ${heldSha256(held, size).digest('hex')}`;
}
