// Whether a signature is proven earlier than the last own use. What the document says of its own time counts nothing:
// whoever holds the key writes it.
import type { LostKeyCase } from '../lost-key/case.ts';
import type { FoundSignature, JournalOnly } from './doubt-list.ts';
import type { Examined } from './examine.ts';

/** A record of this computer's journal about a signature with the reported certificate. */
export interface SignedRecord {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** SHA-256 of the document before it was signed. */
  readonly document: string;
  /** SHA-256 of the file that was written; null: not digested then. */
  readonly result: string | null;
}

/** The last moment that the owner is sure of; null: nobody knows. @param event times in ISO 8601 */
export function doubtfulSince({ event }: Pick<LostKeyCase, 'event'>): string | null {
  const known = [event.lastOwnUse, event.happenedAt].filter((time) => time !== null);
  return known.reduce<string | null>(
    (a, b) => (a === null || Date.parse(b) < Date.parse(a) ? b : a),
    null,
  );
}

/**
 * @param since ISO 8601; null: everything is in doubt
 * @param records with this certificate, of a journal that is whole; none otherwise
 */
export function judgeDocument(
  path: string,
  { sha256, signatures, revisions }: Examined,
  since: string | null,
  records: readonly SignedRecord[],
): readonly FoundSignature[] {
  const limit = since === null ? null : Date.parse(since);
  return signatures.map(({ field, claimedTime, stampedAt, indication, end }): FoundSignature => {
    const asWritten = revisions.filter((one) => one.end >= end);
    const asShown = revisions.filter((one) => one.end < end);
    const written = earliest(records, ({ result }) => result !== null && holds(asWritten, result));
    const shown = earliest(records, ({ document }) => holds(asShown, document));
    const proofs = [
      ...(stampedAt === null ? [] : [{ proof: 'time-stamp' as const, at: stampedAt }]),
      ...(written === null ? [] : [{ proof: 'journal' as const, at: written.at }]),
    ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const [best] = proofs;
    const earlier = best !== undefined && limit !== null && Date.parse(best.at) <= limit;
    return {
      ...{ path, sha256, field, claimedTime, indication },
      ...{ provenTime: best?.at ?? null, proof: best?.proof ?? null },
      journalAt: (written ?? shown)?.at ?? null,
      inDoubt: !earlier,
    };
  });
}

/** What was signed here since and was not met: by its record alone. */
export function missingFrom(
  met: readonly Examined[],
  since: string | null,
  records: readonly SignedRecord[],
): readonly JournalOnly[] {
  const digests = new Set(met.flatMap(({ revisions }) => revisions.map(({ sha256 }) => sha256)));
  return records
    .filter(({ at }) => since === null || Date.parse(at) > Date.parse(since))
    .filter(
      ({ document, result }) => !digests.has(document) && (result === null || !digests.has(result)),
    )
    .map(({ at, document }) => ({ at, document }));
}

function holds(revisions: Examined['revisions'], digest: string): boolean {
  return revisions.some(({ sha256 }) => sha256 === digest);
}

function earliest(
  records: readonly SignedRecord[],
  fits: (record: SignedRecord) => boolean,
): SignedRecord | null {
  return records
    .filter(fits)
    .reduce<SignedRecord | null>(
      (a, b) => (a === null || Date.parse(b.at) < Date.parse(a.at) ? b : a),
      null,
    );
}
