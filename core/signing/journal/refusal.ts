// What the journal holds of one signing that came to nothing: that it was refused, and by which code.
import type { JournalEntry } from '../../domain/journal-entry.ts';
import type { PenaError } from '../../domain/pena-error.ts';

type Refusal = Extract<JournalEntry, { kind: 'refused' }>;

export interface RefusedSigning {
  readonly error: PenaError;
  /** SHA-256 of the signer's; null where no key was open yet. */
  readonly certificate: string | null;
  /** The document's SHA-256, asked for only where it is written down; null where it cannot be read. */
  readonly digest: () => Promise<string | null>;
}

/**
 * Null where nobody refused anything: the person called it off, another signing has the token, or the journal itself
 * is what failed. Of the error only its code is kept: its parameters may name files and people.
 */
export async function refusalEntry(refused: RefusedSigning): Promise<Refusal | null> {
  const { code } = refused.error;
  const { certificate, digest } = refused;
  if (code === 'CANCELLED' || code === 'TOKEN_IN_USE_HERE' || code.startsWith('JOURNAL_')) {
    return null;
  }
  const document = await digest().catch(() => null);
  return { kind: 'refused', certificate, document, code, batch: null };
}
