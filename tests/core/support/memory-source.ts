// Bytes in memory as a ByteSource, for tests; counts what is read.
import type { ByteSource } from '../../../core/ports/byte-source.ts';

export interface MemorySource extends ByteSource {
  readonly bytesRead: number;
}

export function memorySource(bytes: Uint8Array): MemorySource {
  let bytesRead = 0;
  return {
    size: bytes.length,
    get bytesRead() {
      return bytesRead;
    },
    read(offset, length) {
      const part = Uint8Array.from(bytes.subarray(offset, offset + length));
      bytesRead += part.length;
      return Promise.resolve(part);
    },
  };
}
