// Bytes in memory as a source: what is drawn here is read as any file is.
import type { ByteSource } from '../ports/byte-source.ts';

export function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}
