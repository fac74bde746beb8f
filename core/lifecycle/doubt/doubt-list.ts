// Documents signed since the owner last had the key, as a list for people, programs and the report's papers (Peraturan
// Wali Kota Samarinda 13/2020, Pasal 16; RFC 5280 5.3.2): what is not proven earlier is in doubt.
import type { SkipReason } from '../../domain/doubt.ts';
import type { ErrorCode } from '../../domain/error-code.ts';
import type { Indication } from '../../domain/indication.ts';

/** `time-stamp`: an intact one of a trusted authority; `journal`: this computer's own record of that very file. */
export type EarlierProof = 'time-stamp' | 'journal';

export interface FoundSignature {
  /** As the search named it. */
  readonly path: string;
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly field: string;
  /** What the document says of itself, which proves nothing; ISO 8601 in UTC. */
  readonly claimedTime: string | null;
  /** The earliest time that is proven; null: none is. */
  readonly provenTime: string | null;
  readonly proof: EarlierProof | null;
  /** When this computer's journal says that the document before it was signed here: a hint and no proof. */
  readonly journalAt: string | null;
  readonly indication: Indication;
  /** False: proven to be earlier than the last own use. */
  readonly inDoubt: boolean;
}

/** Signed on this computer since, by its journal, and not met in the folders. */
export interface JournalOnly {
  readonly at: string;
  /** SHA-256 of the document before it was signed. */
  readonly document: string;
}

export interface DoubtList {
  readonly caseId: string;
  /** The name in the certificate, or its serial number. */
  readonly certificate: string;
  readonly serial: string;
  /** ISO 8601 in UTC; null: nobody knows since when, so that everything is in doubt. */
  readonly since: string | null;
  readonly at: string;
  /** `broken`: it was tampered with, and proves nothing. */
  readonly journal: 'whole' | 'broken' | 'empty';
  readonly signatures: readonly FoundSignature[];
  readonly journalOnly: readonly JournalOnly[];
  /** Files that could not be judged: they may be in doubt too. */
  readonly unreadable: readonly { readonly path: string; readonly code: ErrorCode }[];
  /** What was not entered, and why. */
  readonly skipped: readonly { readonly path: string; readonly why: SkipReason }[];
  /** PDF files that were looked at. */
  readonly files: number;
}

/** Signatures in doubt, and records of the journal whose document was not found. */
export function countInDoubt({ signatures, journalOnly }: DoubtList): number {
  return signatures.filter(({ inDoubt }) => inDoubt).length + journalOnly.length;
}

/** Whether everything that was meant has been looked at. */
export function isComplete({ unreadable, skipped }: DoubtList): boolean {
  return unreadable.length === 0 && skipped.length === 0;
}
