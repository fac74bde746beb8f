// A file that appears whole or not at all: written beside its place, flushed, then renamed.

export interface AtomicOutput {
  /** Writes at the end. `bytes` may be reused by the caller as soon as the promise resolves. */
  append(bytes: Uint8Array): Promise<void>;
  /** Overwrites bytes already appended; never extends the file. */
  patch(offset: number, bytes: Uint8Array): Promise<void>;
  /** Reads back what was written, for checking it before it is committed. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Sends to the disk what has been written so far, so that less remains for `commit`. An output that has
   * nothing to gain leaves it out.
   */
  flush?(): Promise<void>;
  /** fsync and rename into place. Throws FILE_OUTPUT_EXISTS, FILE_DISK_FULL, FILE_WRITE_FAILED. */
  commit(): Promise<void>;
  /** Removes what was written. Safe to call at any time, also after commit (then it does nothing). */
  abort(): Promise<void>;
}
