// The witness to the journal that a batch may end with: its last record stamped by an authority, or signed.
import type { CheckpointForm } from '../../core/contract/batch.ts';
import type { ProofServices } from '../../core/signing/proof-services.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { signedCheckpoint, timestampedCheckpoint } from '../../core/signing/journal/checkpoint.ts';
import type { JournalFile } from '../../native/journal/journal-file.ts';
import { failureOf } from '../ipc/failure.ts';
import type { AnswerOf } from './document-protocol.ts';

interface Witnesses {
  readonly services: Pick<ProofServices, 'timestamp'>;
  readonly key: SigningKey;
}

/** The documents are signed: a witness that is not to be had is said, and undoes nothing. */
export async function addWitness(
  journal: JournalFile,
  form: CheckpointForm,
  { services, key }: Witnesses,
  signal: AbortSignal,
): Promise<NonNullable<AnswerOf<'batch-run'>['checkpoint']>> {
  try {
    const head = await journal.head();
    const checkpoint =
      form === 'sign'
        ? await signedCheckpoint(head, key)
        : await timestampedCheckpoint(head, (digest) => services.timestamp(digest, signal));
    await journal.append(checkpoint);
    return { problem: null };
  } catch (thrown) {
    return { problem: failureOf(thrown) };
  }
}
