// Where cases and their papers lie: on disk, encrypted, each deletable for good.

/** That nothing is left: what there was, by digests of the encrypted files, and that the folder was looked at. */
export interface DeletionProof {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly files: readonly {
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
  }[];
}

export interface CaseStore {
  /**
   * Work that reads, changes and writes a case again, with no other Pena at the same one meanwhile.
   * @throws {PenaError} CASE_BUSY, FILE_*, what the work throws
   */
  alone<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** Identifiers, in no order. @throws {PenaError} FILE_* */
  ids(): Promise<readonly string[]>;
  /** What was written, to be judged by its schema. @throws {PenaError} CASE_NOT_FOUND, CASE_UNREADABLE, FILE_* */
  read(id: string): Promise<unknown>;
  /** Whole or not at all. @throws {PenaError} FILE_* */
  write(id: string, value: unknown): Promise<void>;
  /** @returns SHA-256 of the bytes, under which they are found. @throws {PenaError} CASE_NOT_FOUND, FILE_* */
  addPaper(id: string, bytes: Uint8Array): Promise<string>;
  /** @throws {PenaError} CASE_NOT_FOUND, CASE_UNREADABLE, FILE_* */
  readPaper(id: string, sha256: string): Promise<Uint8Array>;
  /**
   * The case's own key first: without it its files are noise, wherever copies of them lie.
   * @throws {PenaError} CASE_NOT_FOUND, FILE_*
   */
  remove(id: string): Promise<DeletionProof>;
}
