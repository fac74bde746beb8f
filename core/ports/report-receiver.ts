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

/** As for reports; the key is the package's SHA-256. @throws {PenaError} also PACKAGE_*, PAPER_UNSUPPORTED */
export type ApplicationReceiver = ReportReceiver;

export interface ReceivedReport {
  readonly idempotencyKey: string;
  readonly caseId: string;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly sha256: string;
  /** The message as it came. */
  readonly body: Uint8Array;
}

export interface StoredReport extends ReceivedReport {
  /** Its place in the order in which all messages came. */
  readonly n: number;
}

export interface Decision {
  readonly caseId: string;
  readonly state: 'accepted' | 'rejected';
  readonly reason: string;
  readonly at: string;
  /** `n` of the last message that was there to be decided on: what came after it is undecided. */
  readonly upTo: number;
}

export interface StoredDecision extends Decision {
  readonly n: number;
}

/** What else was done about a case at the desk, in words that the store does not know. */
export interface StoredStep {
  readonly at: string;
  readonly content: Uint8Array;
}

/** Nothing is ever taken out or changed: it is the archive too (Pasal 12(4)). Calls throw RA_STORE_UNREADABLE. */
export interface ReportStore {
  /** Null where the key is new. */
  byKey(idempotencyKey: string): StoredReport | null;
  /** False where the key is there already. */
  add(report: ReceivedReport): boolean;
  /** Latest first. */
  caseIds(limit: number): readonly string[];
  /** As `caseIds`; `stamp` changes with every row that is added of the case, and tells nothing else. */
  stamps(limit: number): readonly { readonly caseId: string; readonly stamp: string }[];
  /** In the order they came. */
  byCase(caseId: string): readonly StoredReport[];
  /** In the order they were made. */
  decisions(caseId: string): readonly StoredDecision[];
  /** @param after `n` of the last decision that was seen, 0: none; false where another has been made meanwhile */
  decide(decision: Decision, after: number): boolean;
  /** In the order they were taken. */
  steps(caseId: string): readonly StoredStep[];
  addStep(caseId: string, step: StoredStep): void;
  close(): void;
}
