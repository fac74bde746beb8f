// One small port over two bindings of SQLite: node:sqlite where the runtime has it, else better-sqlite3.
import { createRequire } from 'node:module';
import { chmodSync, closeSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, unknown>>;

interface Statement {
  run(...values: SqlValue[]): { readonly changes: number | bigint };
  all(...values: SqlValue[]): unknown[];
}

interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): void;
}

export interface Database {
  /** @returns how many rows were changed */
  run(sql: string, ...values: SqlValue[]): number;
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  exec(sql: string): void;
  /** All of it or nothing, and alone from its beginning. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** Opens or makes the file, for its owner only. @throws {PenaError} RA_STORE_UNREADABLE, also from its calls */
export function openDatabase(path: string): Database {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      if (thrown instanceof PenaError) throw thrown;
      throw new PenaError('RA_STORE_UNREADABLE', { file: basename(path) }, { cause: thrown });
    }
  };
  return guard(() => {
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
    const connection = connect(path);
    // First of all: the next lines may meet another desk's.
    connection.exec('PRAGMA busy_timeout = 10000;');
    // FULL: a receipt is given only for what a power cut would not take.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    return {
      run: (sql, ...values) => guard(() => Number(connection.prepare(sql).run(...values).changes)),
      all: (sql, ...values) => guard(() => connection.prepare(sql).all(...values) as SqlRow[]),
      exec: (sql) => guard(() => void connection.exec(sql)),
      transaction: (work) =>
        guard(() => {
          connection.exec('BEGIN IMMEDIATE');
          try {
            const value = work();
            connection.exec('COMMIT');
            return value;
          } catch (thrown) {
            connection.exec('ROLLBACK');
            throw thrown;
          }
        }),
      close: () => connection.close(),
    };
  });
}

/** What both bindings are here: a class that opens a path. */
type Binding = new (path: string) => Connection;

function connect(path: string): Connection {
  const builtIn = process.getBuiltinModule('node:sqlite') as { DatabaseSync: Binding } | undefined;
  if (builtIn !== undefined) return new builtIn.DatabaseSync(path);
  const Database = createRequire(import.meta.url)('better-sqlite3') as Binding;
  return new Database(path);
}
