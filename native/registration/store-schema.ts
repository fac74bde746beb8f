// The tables of the registration authority's file, by their version (`user_version`), and how an older file becomes a
// newer one: in one transaction, so that a kill leaves the old file whole.
import type { Database, SqlRow } from './database.ts';

const VERSION = 2;

const REPORTS = `
  CREATE TABLE IF NOT EXISTS report (
    n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
    received_at TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS report_case ON report (case_id);`;

/** Version 2: many decisions a case, other steps, and a value by which a wrong secret is known at once. */
const HISTORY = `
  CREATE TABLE verdict (
    n INTEGER PRIMARY KEY, case_id TEXT NOT NULL, up_to INTEGER NOT NULL, state TEXT NOT NULL,
    at TEXT NOT NULL, reason BLOB NOT NULL) STRICT;
  CREATE INDEX verdict_case ON verdict (case_id);
  CREATE TABLE step (
    n INTEGER PRIMARY KEY, case_id TEXT NOT NULL, at TEXT NOT NULL, content BLOB NOT NULL) STRICT;
  CREATE INDEX step_case ON step (case_id);
  CREATE TABLE sealed (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;`;

/** Nothing is taken out or changed (Pasal 12(4)). */
const ARCHIVE = ['report', 'verdict', 'step', 'sealed'].map(
  (table) => `
    CREATE TRIGGER IF NOT EXISTS ${table}_kept BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'archive'); END;
    CREATE TRIGGER IF NOT EXISTS ${table}_same BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'archive'); END;`,
);

/**
 * @param carry puts a decision of version 1 into `verdict`; its row has `up_to`, the last message that was there
 * @param begin puts the first value into `sealed`
 * @returns false for a file of a later version than this program knows
 */
export function prepareSchema(
  database: Database,
  carry: (row: SqlRow) => void,
  begin: () => void,
): boolean {
  if (versionOf(database) === VERSION) return true;
  return database.transaction(() => {
    // Somebody else may have been here between the look and the lock.
    const version = versionOf(database);
    if (version > VERSION) return false;
    if (version === VERSION) return true;
    database.exec(REPORTS + HISTORY);
    const [old] = database.all(
      "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='decision'",
    );
    if (old !== undefined) {
      const rows = database.all(`SELECT *, (SELECT coalesce(max(n), 0) FROM report
        WHERE report.case_id = decision.case_id AND received_at <= decision.at) AS up_to
        FROM decision ORDER BY at`);
      for (const row of rows) carry(row);
      database.exec('DROP TABLE decision');
    }
    begin();
    database.exec(`${ARCHIVE.join('')} PRAGMA user_version = ${String(VERSION)};`);
    return true;
  });
}

function versionOf(database: Database): number {
  return Number(database.all('PRAGMA user_version')[0]?.['user_version'] ?? 0);
}
