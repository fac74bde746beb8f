// Reports on the registration authority's disk: an SQLite file whose messages are encrypted under the desk's
// secret (AES-256-GCM; SP 800-38D), since they hold names, NIP and scans.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import type {
  Decision,
  ReportStore,
  StoredDecision,
  StoredReport,
} from '../../core/ports/report-receiver.ts';
import { openDatabase, type SqlRow } from './database.ts';
import { prepareSchema } from './store-schema.ts';

const IV = 12;
const TAG = 16;
/** What is sealed to know the secret by. */
const CHECK = 'pena report store';

/** Rows are only ever added: the last number of each table says whether a case has changed. Nothing is opened. */
const STAMPS = `
  SELECT case_id, max(n) AS report,
    (SELECT coalesce(max(n), 0) FROM verdict WHERE verdict.case_id = report.case_id) AS verdict,
    (SELECT coalesce(max(n), 0) FROM step WHERE step.case_id = report.case_id) AS step
  FROM report GROUP BY case_id ORDER BY max(n) DESC`;

/**
 * @param secret the desk's; the caller's to wipe. Another secret than the file was made with reads nothing.
 * @throws {PenaError} RA_STORE_UNREADABLE, also for another secret; RA_STORE_NEWER
 */
export function openReportStore(path: string, secret: Uint8Array): ReportStore {
  const key = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'pena report store 1', 32));
  const database = openDatabase(path);
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
      n: Number(row['n']),
      idempotencyKey,
      caseId: String(row['case_id']),
      receivedAt: String(row['received_at']),
      sha256: String(row['sha256']),
      body: open(row['body'], `report ${idempotencyKey}`),
    };
  };
  /** State and reach are bound to the reason: a row of the file cannot be turned round. */
  const nameOf = ({ caseId, state, upTo, at }: Omit<Decision, 'reason'>): string =>
    `verdict ${caseId} ${state} ${String(upTo)} ${at}`;
  const stateOf = (row: SqlRow): Decision['state'] =>
    row['state'] === 'accepted' ? 'accepted' : 'rejected';
  const decisionOf = (row: SqlRow): StoredDecision => {
    const caseId = String(row['case_id']);
    const said = { caseId, state: stateOf(row), upTo: Number(row['up_to']), at: String(row['at']) };
    const reason = Buffer.from(open(row['reason'], nameOf(said))).toString('utf8');
    return { n: Number(row['n']), ...said, reason };
  };
  const insert = (decision: Decision, after: number): boolean => {
    const { caseId, state, upTo, at, reason } = decision;
    const sealed = seal(Buffer.from(reason), nameOf(decision));
    const added = database.run(
      `INSERT INTO verdict (case_id, up_to, state, at, reason) SELECT ?, ?, ?, ?, ?
       WHERE (SELECT coalesce(max(n), 0) FROM verdict WHERE case_id = ?) = ?`,
      ...[caseId, upTo, state, at, sealed, caseId, after],
    );
    return added === 1;
  };
  /** As version 1 kept it: one a case, whatever came after it. */
  const carry = (row: SqlRow): void => {
    const caseId = String(row['case_id']);
    const reason = Buffer.from(open(row['reason'], `decision ${caseId}`)).toString('utf8');
    const upTo = Number(row['up_to']);
    insert({ caseId, state: stateOf(row), upTo, at: String(row['at']), reason }, 0);
  };
  const begin = (): void => {
    // A file of version 1 says by its reports whether the secret is its own.
    for (const row of database.all('SELECT * FROM report LIMIT 1')) reportOf(row);
    database.run('INSERT INTO sealed VALUES (?, ?)', 'check', seal(Buffer.from(CHECK), 'check'));
  };
  try {
    if (!prepareSchema(database, carry, begin)) {
      throw new PenaError('RA_STORE_NEWER', { file: basename(path) });
    }
    const [check] = database.all("SELECT value FROM sealed WHERE name = 'check'");
    open(check?.['value'], 'check');
  } catch (thrown) {
    key.fill(0);
    database.close();
    throw thrown;
  }
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
    stamps: (limit) =>
      database.all(`${STAMPS} LIMIT ?`, limit).map((row) => ({
        caseId: String(row['case_id']),
        stamp: ['report', 'verdict', 'step'].map((table) => String(row[table])).join('.'),
      })),
    byCase: (caseId) =>
      database.all('SELECT * FROM report WHERE case_id = ? ORDER BY n', caseId).map(reportOf),
    decisions: (caseId) =>
      database.all('SELECT * FROM verdict WHERE case_id = ? ORDER BY n', caseId).map(decisionOf),
    decide: insert,
    steps: (caseId) =>
      database.all('SELECT * FROM step WHERE case_id = ? ORDER BY n', caseId).map((row) => {
        const at = String(row['at']);
        return { at, content: open(row['content'], `step ${caseId} ${at}`) };
      }),
    addStep: (caseId, { at, content }) => {
      const sealed = seal(content, `step ${caseId} ${at}`);
      database.run('INSERT INTO step (case_id, at, content) VALUES (?, ?, ?)', caseId, at, sealed);
    },
    close: () => {
      key.fill(0);
      database.close();
    },
  };
}
