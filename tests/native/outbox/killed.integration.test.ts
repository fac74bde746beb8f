// kill -9 at 20 random moments while reports are kept and sent: what was said to be kept arrives, and arrives once.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportState } from '../../../core/lifecycle/outbox/watch.ts';
import { readCase } from '../../../core/lifecycle/registration/cases.ts';
import { openOutbox } from '../../../native/outbox/outbox-folder.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';
import { killRuns, mostRuns } from '../../support/report/kill-runs.ts';
import { ACCESS_TOKEN, receiptSigner, testReceiver } from '../../support/report/receiver.ts';
import { report } from '../../support/report/reports.ts';
import { runJob } from '../../support/report/run-job.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 20;
const NEW_EACH_TIME = 4;

it('loses nothing and doubles nothing', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder();
  const lost = makeSigner('Budi', makeAuthority('CA uji'));
  const rate = { burst: 100_000, perMinute: 60 };
  const server = await testReceiver(join(folder, 'ra.sqlite'), { rate });
  const reports = Array.from({ length: mostRuns(KILLS) * NEW_EACH_TIME }, () => report(lost.der));
  const key = '5a'.repeat(32);
  const job = join(folder, 'job.json');
  const writeJob = (count: number): void => {
    const outbox = join(folder, 'outbox');
    const signer = Buffer.from(receiptSigner.der).toString('base64');
    const { url, certificate: ca } = server;
    const rest = { token: ACCESS_TOKEN, signer, reports: reports.slice(0, count) };
    writeFileSync(job, JSON.stringify({ folder: outbox, key, url, ca, ...rest }));
  };
  const kept = new Set<string>();
  const runs = await killRuns(KILLS, (round, killAfter) => {
    writeJob(round * NEW_EACH_TIME);
    return runJob(job, killAfter);
  });
  for (const said of runs) {
    for (const [, id = ''] of said.matchAll(/^kept (\S+)$/gm)) kept.add(id);
  }
  // The last reports of a killed run were perhaps never taken in; those that were said to be kept were.
  writeJob(0);
  expect(await runJob(job, null)).toContain('done');

  expect(kept.size).toBeGreaterThan(0);
  const store = openOutbox(join(folder, 'outbox'), Buffer.from(key, 'hex'));
  const there = await store.keys();
  for (const id of kept) expect(there).toContain(id);
  for (const id of there) {
    const { message: mine, status } = await store.read(id);
    expect(reportState(status)).toBe('received');
    expect(readCase(server.store, mine.request.caseId).reports).toEqual([mine.request]);
  }
  expect(server.store.caseIds(1000)).toHaveLength(there.length);
});
