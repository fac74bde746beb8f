// Rebuilds a broken, unsigned document into a clean one beside it, inside the document host.
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { digestOf } from '../../core/signing/batch/review.ts';
import { repairDocument } from '../../core/signing/repair-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
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
    const noted = async (): Promise<void> => {
      const entry = { kind: 'overridden', override: 'repair', by: 'person' } as const;
      const document = await digestOf(source);
      const place = new JournalFile(journal, { clock: { now: () => new Date() } });
      await place.append({ ...entry, certificate: null, document, codes: [] });
    };
    const openOutput = async () =>
      notedFirst(noted, await createAtomicOutput(output, { overwrite }));
    const { lost } = await repairDocument({ source, openOutput });
    return { lost };
  } finally {
    await source.close();
  }
}

/** Noted when all is written and nothing of it is there yet: what failed was no override. */
function notedFirst(noted: () => Promise<void>, output: AtomicOutput): AtomicOutput {
  return {
    append: (bytes) => output.append(bytes),
    patch: (offset, bytes) => output.patch(offset, bytes),
    read: (offset, length) => output.read(offset, length),
    abort: () => output.abort(),
    commit: async () => {
      await noted();
      await output.commit();
    },
  };
}
