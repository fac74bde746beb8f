// Random access to the bytes of a file, wherever they are kept.

export interface ByteSource {
  /** Length in bytes; constant for the life of the source. */
  readonly size: number;
  /**
   * Reads `length` bytes at `offset`. Returns fewer only where the source ends first.
   * The array is the caller's until the source is closed, which does not write to it before.
   * Throws FILE_NOT_READABLE or FILE_CHANGED.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * The same into memory of the caller's, from its first byte on; returns how many bytes were read. For
   * who reads whole files: a source may leave it out.
   */
  readInto?(offset: number, target: Uint8Array): Promise<number>;
  /** All of it, where it is in memory as a whole and open; nobody writes to it, neither the source nor who reads. */
  readonly held?: Uint8Array | undefined;
}
