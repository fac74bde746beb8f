// Goes back in time (ETSI EN 319 102-1 5.6.2.3, 5.6.3): the last document time stamp is judged now, each
// earlier one at the time that a later one proves, and so the signatures.
import { chainIsSound, collectFacts, type SignatureFacts, type Surroundings } from './facts.ts';
import type { SignatureRead } from './read-signature.ts';
import { isTimely } from './timestamp-facts.ts';

interface ProvenTime {
  readonly time: Date;
  /** Everything up to this offset was there at that time. */
  readonly end: number;
}

/** In the order of `reads`. */
export function judgeInTime(
  reads: readonly SignatureRead[],
  surroundings: Omit<Surroundings, 'proven'>,
): SignatureFacts[] {
  const proofs: ProvenTime[] = [];
  const latestFirst = [...reads].sort((a, b) => endOf(b) - endOf(a));
  const judged = new Map<SignatureRead, SignatureFacts>();
  for (const read of latestFirst) {
    const proven = earliest(proofs.filter(({ end }) => end > endOf(read)));
    const facts = collectFacts(read, { ...surroundings, proven });
    judged.set(read, facts);
    const time = provenBy(facts, surroundings.now);
    if (time !== null) proofs.push({ time, end: endOf(read) });
  }
  return reads.flatMap((read) => judged.get(read) ?? []);
}

/** The time that a document time stamp proves of all that it covers; null for one that proves none. */
function provenBy(facts: SignatureFacts, now: Date): Date | null {
  const { contents, range, intact, signer, stampsTimes } = facts;
  const time = contents?.token?.time ?? null;
  const certificate = signer?.certificate ?? null;
  const covers = range.range !== null && range.coverage !== 'PARTIAL';
  if (time === null || certificate === null || !intact || !stampsTimes || !covers) return null;
  return isTimely(time, certificate, now) && chainIsSound(facts) ? time : null;
}

function earliest(proofs: readonly ProvenTime[]): Date | null {
  return proofs.reduce<Date | null>(
    (first, { time }) => (first === null || time < first ? time : first),
    null,
  );
}

function endOf({ value: { byteRange } }: SignatureRead): number {
  return (byteRange[2] ?? 0) + (byteRange[3] ?? 0);
}
