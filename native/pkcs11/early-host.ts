// A token host that is started before it is known what for: its process takes as long to begin as a command's
// own code to load. No module is loaded into it before somebody asks for one, as into any other.
import { defaultHostEntry, nodeForkHost, type ForkHost, type HostChannel } from './host-process.ts';

/**
 * @param use given a way to start hosts, of which the first one runs already; `undefined` where none was wanted.
 *   When it has ended, nothing is left of a host that it did not take.
 * @returns what `use` returns; throws what it throws
 */
export async function withEarlyHost<T>(
  wanted: boolean,
  use: (fork: ForkHost | undefined) => Promise<T>,
  start: ForkHost = nodeForkHost(),
): Promise<T> {
  if (!wanted) return use(undefined);
  const entry = defaultHostEntry();
  const early: { host: HostChannel | null } = { host: start(entry) };
  // One that has ended is nothing to hand over: whoever asks later would wait for it in vain.
  early.host?.on('exit', () => {
    early.host = null;
  });
  try {
    return await use((asked) => {
      const ready = asked === entry ? early.host : null;
      if (ready === null) return start(asked);
      early.host = null;
      return ready;
    });
  } finally {
    early.host?.kill();
  }
}
