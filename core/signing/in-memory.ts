// Bytes in memory as a source, alone or behind a file: what is drawn here is read as any file is.
import type { ByteSource } from '../ports/byte-source.ts';

export function inMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

/** A file as it will be with these bytes at its end. */
export function followedBy(source: ByteSource, bytes: Uint8Array): ByteSource {
  return {
    size: source.size + bytes.length,
    read: async (offset, length) => {
      const own = Math.max(0, Math.min(length, source.size - offset));
      const before = own === 0 ? new Uint8Array(0) : await source.read(offset, own);
      const from = Math.max(0, offset - source.size);
      return Buffer.concat([before, bytes.subarray(from, from + length - own)]);
    },
  };
}
