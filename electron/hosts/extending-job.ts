// Completes a signed document where it lies: the new file takes the old one's place, or nothing happens.
import { extendDocument, type ExtensionRequest } from '../../core/signing/extend-document.ts';
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';
import { createAtomicOutput } from '../../native/files/atomic-output.ts';
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
      openOutput: async () =>
        inPlaceOf(closed, await createAtomicOutput(file.path, { overwrite: true })),
      onProgress: onPhase,
    });
    return {};
  } finally {
    await closed();
  }
}

/** Windows does not replace a file that somebody, we ourselves, still has open. */
function inPlaceOf(closed: () => Promise<void>, output: AtomicOutput): AtomicOutput {
  return {
    append: (bytes) => output.append(bytes),
    patch: (offset, bytes) => output.patch(offset, bytes),
    read: (offset, length) => output.read(offset, length),
    abort: () => output.abort(),
    commit: async () => {
      await closed();
      await output.commit();
    },
  };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= close());
}
