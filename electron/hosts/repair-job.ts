// Rebuilds a broken, unsigned document into a clean one beside it, inside the document host.
import { digestOf } from '../../core/signing/batch/review.ts';
import { repairDocument } from '../../core/signing/repair-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { beforeCommit } from '../../native/files/before-commit.ts';
import { JournalFile } from '../../native/journal/journal-file.ts';
import type { AnswerOf, RequestOf } from './document-protocol.ts';
import { openAgain } from './file-identity.ts';

export async function repair({
  file,
  output,
  overwrite,
  journal,
}: RequestOf<'repair'>): Promise<AnswerOf<'repair'>> {
  const source = await openAgain(file);
  try {
    // When all is written and nothing of it is there yet: what failed was no override.
    const noted = async (): Promise<void> => {
      const entry = { kind: 'overridden', override: 'repair', by: 'person' } as const;
      const document = await digestOf(source);
      const place = new JournalFile(journal, { clock: { now: () => new Date() } });
      await place.append({ ...entry, certificate: null, document, codes: [] });
    };
    const openOutput = async () =>
      beforeCommit(noted, await createAtomicOutput(output, { overwrite }));
    const { lost } = await repairDocument({ source, openOutput });
    return { lost };
  } finally {
    await source.close();
  }
}
