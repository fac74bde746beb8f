// The registration authority's file over its life: an older one carried over, two desks at once, a kill, a stranger.
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportBytes } from '../../../core/lifecycle/channels/wire.ts';
import { decideCase, readCase, seenOf } from '../../../core/lifecycle/registration/cases.ts';
import type { ReceivedReport } from '../../../core/ports/report-receiver.ts';
import { openDatabase } from '../../../native/registration/database.ts';
import { openReportStore } from '../../../native/registration/report-store.ts';
import { DESK_SECRET } from '../../support/report/receiver.ts';
import { report } from '../../support/report/reports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SECRET = Buffer.from(DESK_SECRET);
const file = () => join(temporaryFolder(), 'ra.sqlite');
const at = '2026-11-26T02:00:00.000Z';

function message(caseId?: string, receivedAt = at): ReceivedReport {
  const request = report(undefined, [], caseId === undefined ? {} : { caseId });
  const body = reportBytes(request, []);
  const { idempotencyKey } = request;
  return { idempotencyKey, caseId: request.caseId, receivedAt, sha256: '', body };
}

/** As `pena ra` wrote it before there was a history of decisions. */
function oldFile(path: string, messages: readonly ReceivedReport[], decidedAt: string): void {
  const key = Buffer.from(hkdfSync('sha256', SECRET, new Uint8Array(0), 'pena report store 1', 32));
  const seal = (bytes: Uint8Array, name: string): Uint8Array => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(name));
    return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  const database = openDatabase(path);
  database.exec(`
    CREATE TABLE report (n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL,
      received_at TEXT NOT NULL, sha256 TEXT NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE INDEX report_case ON report (case_id);
    CREATE TABLE decision (case_id TEXT PRIMARY KEY, state TEXT NOT NULL, at TEXT NOT NULL,
      reason BLOB NOT NULL) STRICT;
    CREATE TRIGGER report_kept BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'archive'); END;
    CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'archive'); END;`);
  for (const { idempotencyKey, caseId, receivedAt, sha256, body } of messages) {
    const sealed = seal(body, `report ${idempotencyKey}`);
    database.run(
      'INSERT INTO report (key, case_id, received_at, sha256, body) VALUES (?, ?, ?, ?, ?)',
      ...[idempotencyKey, caseId, receivedAt, sha256, sealed],
    );
  }
  const caseId = messages[0]?.caseId ?? '';
  const reason = seal(Buffer.from('Surat belum ada.'), `decision ${caseId}`);
  database.run('INSERT INTO decision VALUES (?, ?, ?, ?)', caseId, 'rejected', decidedAt, reason);
  database.close();
}

it('carries an older file over: what came after its decision is undecided', () => {
  const path = file();
  const first = message(undefined, '2026-11-25T10:00:00.000Z');
  const later = message(first.caseId, '2026-11-25T12:00:00.000Z');
  oldFile(path, [first, later], '2026-11-25T11:00:00.000Z');
  // With another secret the old file stays as it was.
  expect(() => openReportStore(path, Buffer.from('x'.repeat(32)))).toThrow('RA_STORE_UNREADABLE');
  for (let opened = 0; opened < 2; opened++) {
    const store = openReportStore(path, SECRET);
    const { state, messages, decisions } = readCase(store, first.caseId);
    expect(state).toBe('received');
    expect(messages.map((one) => [one.state, one.reason])).toEqual([
      ['rejected', 'Surat belum ada.'],
      ['received', ''],
    ]);
    expect(decisions).toHaveLength(1);
    store.close();
  }
});

it('refuses a file of a later version, and a decision whose row was turned round', () => {
  const path = file();
  const store = openReportStore(path, SECRET);
  const one = message();
  store.add(one);
  decideCase(store, { caseId: one.caseId, state: 'rejected', reason: 'Tidak.', at });
  store.close();
  const later = `${path}.later`;
  const database = openDatabase(path);
  expect(() => database.run("UPDATE verdict SET state = 'accepted'")).toThrow();
  database.exec('DROP TRIGGER verdict_same');
  database.run("UPDATE verdict SET state = 'accepted'");
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(path, later);
  database.close();
  const turned = openReportStore(path, SECRET);
  expect(() => readCase(turned, one.caseId)).toThrow('RA_STORE_UNREADABLE');
  turned.close();
  const newer = openDatabase(later);
  newer.exec('PRAGMA user_version = 3');
  newer.close();
  expect(() => openReportStore(later, SECRET)).toThrow('RA_STORE_NEWER');
});

it('lets two desks work at once: one decision wins, and a message that nobody saw stays undecided', () => {
  const path = file();
  const [mine, theirs] = [openReportStore(path, SECRET), openReportStore(path, SECRET)];
  const first = message();
  const { caseId } = first;
  theirs.add(first);
  const seen = seenOf(readCase(mine, caseId));
  theirs.add(message(caseId));
  decideCase(theirs, { caseId, state: 'rejected', reason: 'Tidak lengkap.', at }, seen);
  expect(() => decideCase(mine, { caseId, state: 'accepted', reason: '', at }, seen)).toThrow(
    'RA_CASE_DECIDED',
  );
  expect(readCase(mine, caseId).messages.map(({ state }) => state)).toEqual([
    ...['rejected', 'received'],
  ]);
  mine.close();
  theirs.close();
});

const WRITER = `
  import { openReportStore } from '${new URL('../../../out/native/registration/report-store.js', import.meta.url).pathname}';
  const [path, secret, name] = process.argv.slice(2);
  const store = openReportStore(path, Buffer.from(secret));
  for (let i = 0; i < 400; i++) {
    const at = new Date().toISOString();
    const idempotencyKey = name + '-' + i;
    store.add({ idempotencyKey, caseId: 'c' + i % 7, receivedAt: at, sha256: '', body: Buffer.alloc(5000, i) });
    store.addStep('c' + i % 7, { at, content: Buffer.from(idempotencyKey) });
    process.stdout.write(idempotencyKey + '\\n');
  }`;

it('loses nothing that it has taken, with two writers from an older file on, one killed', async () => {
  const path = file();
  const first = message();
  oldFile(path, [first], at);
  const script = join(temporaryFolder(), 'writer.mjs');
  writeFileSync(script, WRITER);
  const run = (name: string, killAfter: number | null): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [script, path, DESK_SECRET, name]);
      let said = '';
      let lines = 0;
      child.stderr.on('data', (chunk: Buffer) => (said += `!${chunk.toString()}`));
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        lines = said.split('\n').length;
        if (killAfter !== null && lines > killAfter) child.kill('SIGKILL');
      });
      child.once('error', reject);
      child.once('close', () => resolve(said));
    });
  const [steady, killed] = await Promise.all([run('a', null), run('b', 40)]);
  expect(steady + killed).not.toContain('!');
  const store = openReportStore(path, SECRET);
  const said = `${steady}${killed}`.split('\n').filter((line) => /^[ab]-\d+$/.test(line));
  expect(said.filter((line) => line.startsWith('a-'))).toHaveLength(400);
  for (const key of said) expect(store.byKey(key), key).not.toBeNull();
  const steps = Array.from({ length: 7 }, (_, i) => store.steps(`c${i}`)).flat();
  const kept = new Set(steps.map(({ content }) => Buffer.from(content).toString()));
  for (const key of said) expect(kept).toContain(key);
  expect(kept.size).toBe(steps.length);
  expect(readCase(store, first.caseId).decisions).toHaveLength(1);
  store.close();
});
