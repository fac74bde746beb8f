// What is kept beside the results while a batch runs, so that the next run knows what this one has done.

export interface BatchState {
  /** Digest of the original (SHA-256) of what an earlier run is known to have signed, by output name. */
  readonly signed: ReadonlyMap<string, string>;
  /** Before the key is asked. */
  prepared(output: string, documentSha256: string): Promise<void>;
  /** When the result is on the disk. */
  done(output: string, documentSha256: string): Promise<void>;
}
