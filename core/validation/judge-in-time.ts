// Goes back in time (ETSI EN 319 102-1 5.6.2.3, 5.6.3): the last document time stamp is judged now, each
// earlier one at the time that a later one proves, and so the signatures. Then forth: a signature was made after
// the time stamps that it covers.
import { chainIsSound, collectFacts, type SignatureFacts, type Surroundings } from './facts.ts';
import { AlgorithmsAt } from './policy.ts';
import type { SignatureRead } from './read-signature.ts';
import { earliest, isTimely, latest, trustedTimes } from './timestamp-facts.ts';

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
  const unproven = { ...surroundings, proven: null };
  for (const read of latestFirst) {
    const later = proofs.filter(({ end }) => end > endOf(read));
    const proven = earliest(later.map(({ time }) => time));
    const facts = collectFacts(read, proven === null ? unproven : { ...surroundings, proven });
    judged.set(read, facts);
    const time = provenBy(facts, surroundings);
    if (time !== null) proofs.push({ time, end: endOf(read) });
  }
  const all = reads.flatMap((read) => judged.get(read) ?? []);
  const before = timesBefore(all);
  return all.map((facts) => withTimeAfter(facts, before.get(facts) ?? null, surroundings));
}

/** The time that a document time stamp proves of all that it covers; null for one that proves none. */
function provenBy(facts: SignatureFacts, surroundings: Omit<Surroundings, 'proven'>): Date | null {
  const { contents, range, intact, signer, stampsTimes } = facts;
  const time = contents?.token?.time ?? null;
  const certificate = signer?.certificate ?? null;
  const covers = range.range !== null && range.coverage !== 'PARTIAL';
  if (time === null || certificate === null || !intact || !stampsTimes || !covers) return null;
  return isTimely(time, certificate, surroundings) && chainIsSound(facts) ? time : null;
}

/** For each signature the latest time that a time stamp in an earlier part of the file proves. */
function timesBefore(all: readonly SignatureFacts[]): Map<SignatureFacts, Date | null> {
  const before = new Map<SignatureFacts, Date | null>();
  let [end, sofar]: [number, Date | null] = [-1, null];
  let here: Date[] = [];
  for (const facts of [...all].sort((a, b) => endOf(a) - endOf(b))) {
    if (endOf(facts) > end) {
      sofar = latest(sofar === null ? here : [sofar, ...here]);
      [end, here] = [endOf(facts), []];
    }
    before.set(facts, sofar);
    here.push(...trustedTimes(facts.timestamps));
  }
  return before;
}

/** With the time after which the signature was made, by the time stamps that it covers. */
function withTimeAfter(
  facts: SignatureFacts,
  before: Date | null,
  { policy }: Pick<Surroundings, 'policy'>,
): SignatureFacts {
  const { intact, range, bestTime, skewMs, signer, contents } = facts;
  if (!intact || signer === null || range.coverage === 'PARTIAL') return facts;
  const stated = trustedTimes(facts.contentTimestamps);
  const madeAfter = latest(before === null ? stated : [before, ...stated]);
  if (madeAfter === null) return facts;
  // Where the times contradict each other, neither proves anything against the signer.
  if (bestTime !== null && madeAfter.getTime() > bestTime.getTime() + skewMs) return facts;
  const algorithms = new AlgorithmsAt(policy, madeAfter);
  const rangeHash = contents?.rangeHash ?? null;
  const hashes = rangeHash === null ? signer.hashes : [...signer.hashes, rangeHash];
  const key = signer.certificate?.publicKey ?? null;
  const weakWhenMade =
    algorithms.weakHash(hashes) ?? (key === null ? null : algorithms.weakKey(key));
  return { ...facts, madeAfter, weakWhenMade };
}

function endOf({ value: { byteRange } }: SignatureRead): number {
  return (byteRange[2] ?? 0) + (byteRange[3] ?? 0);
}
