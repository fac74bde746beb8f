// What this computer's journal says was signed with one certificate. One that was tampered with says nothing.
import { type VerifyOptions, verifyJournal } from './verify-journal.ts';

export interface SignedRecords {
  readonly journal: 'whole' | 'broken' | 'empty';
  readonly records: readonly {
    /** ISO 8601 in UTC. */
    readonly at: string;
    /** SHA-256 of the document before it was signed, and of the file as written; null: not digested. */
    readonly document: string;
    readonly result: string | null;
  }[];
}

/** @param certificate SHA-256; null: only a number is known, and nothing is found by it. @throws {PenaError} JOURNAL_* */
export async function signedRecords(
  folder: string,
  certificate: string | null,
  checkpoint: VerifyOptions['checkpoint'],
): Promise<SignedRecords> {
  const records: SignedRecords['records'][number][] = [];
  const report = await verifyJournal(folder, {
    checkpoint,
    onRecord: ({ at, entry }) => {
      if (entry.kind !== 'signed' || entry.certificate !== certificate) return;
      records.push({ at, document: entry.document, result: entry.result });
    },
  });
  if (!report.ok) return { journal: 'broken', records: [] };
  return { journal: report.records === 0 ? 'empty' : 'whole', records };
}
