// The registration authority's side: what its server hands on, and where reports are kept.

export interface ReportReceiver {
  /**
   * Keeps a report, or recognises one that is kept already. Resolves when it is on the disk.
   * @param idempotencyKey as the request's header says it
   * @returns JSON of the signed receipt
   * @throws {PenaError} RA_REPORT_INVALID, RA_CONFLICT, RA_STORE_UNREADABLE
   */
  receive(body: Uint8Array, idempotencyKey: string): Promise<Uint8Array>;
  /** The receipt of a report as it stands now. @throws {PenaError} RA_CASE_UNKNOWN */
  status(idempotencyKey: string): Promise<Uint8Array>;
}

export interface StoredReport {
  readonly idempotencyKey: string;
  readonly caseId: string;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly sha256: string;
  /** The message as it came. */
  readonly body: Uint8Array;
}

export interface Decision {
  readonly caseId: string;
  readonly state: 'accepted' | 'rejected';
  readonly reason: string;
  readonly at: string;
}

/** Nothing is ever taken out or changed: it is the archive too (Pasal 12(4)). Calls throw RA_STORE_UNREADABLE. */
export interface ReportStore {
  /** Null where the key is new. */
  byKey(idempotencyKey: string): StoredReport | null;
  /** False where the key is there already. */
  add(report: StoredReport): boolean;
  /** Latest first. */
  caseIds(limit: number): readonly string[];
  /** In the order they came. */
  byCase(caseId: string): readonly StoredReport[];
  decision(caseId: string): Decision | null;
  /** False where there is one already. */
  decide(decision: Decision): boolean;
  close(): void;
}
