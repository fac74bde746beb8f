// An output before whose last step something else is done: all is written then, and nothing of it is there yet.
import type { AtomicOutput } from '../../core/ports/atomic-output.ts';

/** Where `first` fails, nothing takes the old file's place. */
export function beforeCommit(first: () => Promise<void>, output: AtomicOutput): AtomicOutput {
  return {
    append: (bytes) => output.append(bytes),
    patch: (offset, bytes) => output.patch(offset, bytes),
    read: (offset, length) => output.read(offset, length),
    abort: () => output.abort(),
    commit: async () => {
      await first();
      await output.commit();
    },
  };
}
