// Reports on the registration authority's disk: an SQLite file whose messages are encrypted under the desk's
// secret (AES-256-GCM; SP 800-38D), since they hold names, NIP and scans.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Decision, ReportStore, StoredReport } from '../../core/ports/report-receiver.ts';
import { openDatabase, type SqlRow } from './database.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS report (
    n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
    received_at TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS report_case ON report (case_id);
  CREATE TABLE IF NOT EXISTS decision (
    case_id TEXT PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL, reason BLOB NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS report_kept BEFORE DELETE ON report
    BEGIN SELECT RAISE(ABORT, 'archive'); END;
  CREATE TRIGGER IF NOT EXISTS report_same BEFORE UPDATE ON report
    BEGIN SELECT RAISE(ABORT, 'archive'); END;
  CREATE TRIGGER IF NOT EXISTS decision_same BEFORE UPDATE ON decision
    BEGIN SELECT RAISE(ABORT, 'archive'); END;
  CREATE TRIGGER IF NOT EXISTS decision_kept BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'archive'); END;`;

const IV = 12;
const TAG = 16;

/**
 * @param secret the desk's; the caller's to wipe. Another secret than the file was made with reads nothing.
 * @throws {PenaError} RA_STORE_UNREADABLE
 */
export function openReportStore(path: string, secret: Uint8Array): ReportStore {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'pena report store 1', 32));
  const database = openDatabase(path, SCHEMA);
  const unreadable = (cause?: unknown): PenaError =>
    new PenaError('RA_STORE_UNREADABLE', { file: basename(path) }, { cause });

  /** `name` binds what is encrypted to its place: rows cannot be exchanged. */
  const seal = (bytes: Uint8Array, name: string): Uint8Array => {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (value: unknown, name: string): Uint8Array => {
    if (!(value instanceof Uint8Array) || value.length < IV + TAG) throw unreadable();
    const decipher = createDecipheriv('aes-256-gcm', key, value.subarray(0, IV))
      .setAAD(Buffer.from(name))
      .setAuthTag(value.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(value.subarray(IV, -TAG)), decipher.final()]);
    } catch (thrown) {
      throw unreadable(thrown);
    }
  };
  const reportOf = (row: SqlRow): StoredReport => {
    const idempotencyKey = String(row['key']);
    return {
      idempotencyKey,
      caseId: String(row['case_id']),
      receivedAt: String(row['received_at']),
      sha256: String(row['sha256']),
      body: open(row['body'], `report ${idempotencyKey}`),
    };
  };
  const decisionOf = (row: SqlRow): Decision => {
    const caseId = String(row['case_id']);
    return {
      caseId,
      state: row['state'] === 'accepted' ? 'accepted' : 'rejected',
      reason: Buffer.from(open(row['reason'], `decision ${caseId}`)).toString('utf8'),
      at: String(row['at']),
    };
  };
  return {
    byKey: (idempotencyKey) => {
      const [row] = database.all('SELECT * FROM report WHERE key = ?', idempotencyKey);
      return row === undefined ? null : reportOf(row);
    },
    add: ({ idempotencyKey, caseId, receivedAt, sha256, body }) =>
      database.run(
        'INSERT INTO report (key, case_id, received_at, sha256, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
        ...[idempotencyKey, caseId, receivedAt, sha256, seal(body, `report ${idempotencyKey}`)],
      ) === 1,
    caseIds: (limit) =>
      database
        .all('SELECT case_id FROM report GROUP BY case_id ORDER BY max(n) DESC LIMIT ?', limit)
        .map((row) => String(row['case_id'])),
    byCase: (caseId) =>
      database.all('SELECT * FROM report WHERE case_id = ? ORDER BY n', caseId).map(reportOf),
    decision: (caseId) => {
      const [row] = database.all('SELECT * FROM decision WHERE case_id = ?', caseId);
      return row === undefined ? null : decisionOf(row);
    },
    decide: ({ caseId, state, reason, at }) =>
      database.run(
        'INSERT INTO decision (case_id, state, at, reason) VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO NOTHING',
        ...[caseId, state, at, seal(Buffer.from(reason), `decision ${caseId}`)],
      ) === 1,
    close: () => {
      key.fill(0);
      database.close();
    },
  };
}
