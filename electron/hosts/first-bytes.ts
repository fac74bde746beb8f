// The beginning of a file as a file of its own: a signed revision is its first bytes (ISO 32000-2 7.5.6).
import type { FileSource } from '../../native/files/file-source.ts';

/** Takes `source` over: closing this closes it. */
export function firstBytes(source: FileSource, end: number): FileSource {
  const size = Math.min(source.size, end);
  return {
    size,
    read: (offset, length) => source.read(offset, Math.max(0, Math.min(length, size - offset))),
    close: () => source.close(),
  };
}
