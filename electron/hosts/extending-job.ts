// Completes a signed document where it lies: the new file takes the old one's place, or nothing happens.
import { extendDocument, type ExtensionRequest } from '../../core/signing/extend-document.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
import { beforeCommit } from '../../native/files/before-commit.ts';
import type { RequestOf } from './document-protocol.ts';
import { openAgain } from './file-identity.ts';
import { type OnRefused, proofServices } from './outside-services.ts';

type Order = RequestOf<'extend'> & Pick<ExtensionRequest, 'password'>;

export async function extendInPlace(
  { file, level, outside, password }: Order,
  signal: AbortSignal,
  onPhase: () => void,
  onRefused: OnRefused,
): Promise<Record<string, never>> {
  const source = await openAgain(file);
  const closed = once(() => source.close());
  try {
    await extendDocument({
      ...{ source, password, level, signal },
      services: await proofServices(outside, onRefused),
      clock: { now: () => new Date() },
      // Windows does not replace a file that somebody, we ourselves, still has open.
      openOutput: async () =>
        beforeCommit(closed, await createAtomicOutput(file.path, { overwrite: true })),
      onProgress: onPhase,
    });
    return {};
  } finally {
    await closed();
  }
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= close());
}
