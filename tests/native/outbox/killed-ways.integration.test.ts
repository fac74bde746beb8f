// kill -9 at 20 random moments while reports go by e-mail, and by CMP. Neither carrier can be asked whether it has a
// message, so that both are "at least once": none is lost, and what goes twice is the same message, recognisable by
// its Message-ID or its transaction. More than once a kill it never goes.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { RevocationRequest } from '../../../core/domain/revocation-request.ts';
import { reportState } from '../../../core/lifecycle/outbox/watch.ts';
import { openOutbox } from '../../../native/outbox/outbox-folder.ts';
import { toPem } from '../../core/support/pem.ts';
import { makeAuthority, makeSigner } from '../../core/support/test-certificates.ts';
import { killRuns, mostRuns } from '../../support/report/kill-runs.ts';
import { mailServer } from '../../support/report/mail-server.ts';
import { opensslCmp } from '../../support/report/openssl-cmp.ts';
import { report } from '../../support/report/reports.ts';
import { runJob } from '../../support/report/run-job.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 20;
const NEW_EACH_TIME = 3;
const KEY = '5a'.repeat(32);

interface Outcome {
  /** Idempotency keys that were said to be on the disk. */
  readonly kept: ReadonlySet<string>;
  /** Those in the outbox at the end, with their state. */
  readonly there: ReadonlyMap<string, string>;
}

async function killTwentyTimes(
  reports: readonly RevocationRequest[],
  way: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const folder = temporaryFolder();
  const outbox = join(folder, 'outbox');
  const job = join(folder, 'job.json');
  const run = (count: number, killAfter: number | null): Promise<string> => {
    const given = { folder: outbox, key: KEY, ...way, reports: reports.slice(0, count) };
    writeFileSync(job, JSON.stringify(given));
    return runJob(job, killAfter);
  };
  const kept = new Set<string>();
  const runs = await killRuns(KILLS, (round, after) => run(round * NEW_EACH_TIME, after));
  for (const said of runs) {
    for (const [, id = ''] of said.matchAll(/^kept (\S+)$/gm)) kept.add(id);
  }
  expect(await run(0, null)).toContain('done');
  const store = openOutbox(outbox, Buffer.from(KEY, 'hex'));
  const there = new Map<string, string>();
  for (const id of await store.keys()) there.set(id, reportState((await store.read(id)).status));
  return { kept, there };
}

const counted = (ids: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** None lost; and no more sent again than processes were killed. */
function expectAtLeastOnce({ kept, there }: Outcome, arrived: readonly string[]): void {
  expect(kept.size).toBeGreaterThan(0);
  for (const id of kept) expect(there.has(id)).toBe(true);
  const counts = counted(arrived);
  expect([...counts.keys()].sort()).toEqual([...there.keys()].sort());
  expect(arrived.length - counts.size).toBeLessThanOrEqual(KILLS);
}

it(
  'by e-mail: none is lost, and a message that goes twice has one Message-ID',
  { timeout: 300_000 },
  async () => {
    const server = await mailServer();
    const reports = Array.from({ length: mostRuns(KILLS) * NEW_EACH_TIME }, () => report());
    const { port, certificate: ca } = server;
    const outcome = await killTwentyTimes(reports, {
      way: 'email',
      port,
      ca,
      token: 'sandi-surel',
    });
    const ids = server.received.map(({ message }) => {
      const [, id = ''] = /^Message-ID: <(\S+)@laporan\.pena>\r$/m.exec(message.toString()) ?? [];
      return id;
    });
    expectAtLeastOnce(outcome, ids);
    expect(new Set(outcome.there.values())).toEqual(new Set(['sent']));
  },
);

it(
  'by CMP: none is lost, and a request that goes twice is one transaction',
  { timeout: 300_000 },
  async () => {
    const authority = makeAuthority('CA uji');
    const lost = makeSigner('Budi', authority);
    const certificate = join(temporaryFolder(), 'lost.pem');
    writeFileSync(certificate, toPem(lost.der));
    const secret = ['-srv_ref', 'pena', '-srv_secret', 'pass:rahasia-cmp'];
    const upstream = await opensslCmp([...secret, '-rsp_cert', certificate]);
    const reports = Array.from({ length: mostRuns(KILLS) * NEW_EACH_TIME }, () => report(lost.der));
    const asked: Buffer[] = [];
    // In front of openssl, which says nothing of what it was asked.
    const front = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        asked.push(body);
        const headers = { 'content-type': 'application/pkixcmp' };
        void fetch(upstream, { method: 'POST', headers, body })
          .then(async (answer) => Buffer.from(await answer.arrayBuffer()))
          .then((bytes) => response.writeHead(200, headers).end(bytes))
          .catch(() => response.writeHead(502).end());
      });
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      front.closeAllConnections();
      front.close();
    });
    const url = `http://127.0.0.1:${String((front.address() as AddressInfo).port)}/pkix/`;
    const outcome = await killTwentyTimes(reports, { way: 'cmp', url, token: 'rahasia-cmp' });
    const transactions = asked.map(
      (body) =>
        reports.find(({ idempotencyKey }) =>
          body.includes(Buffer.from(idempotencyKey.replaceAll('-', ''), 'hex')),
        )?.idempotencyKey ?? 'unknown',
    );
    expectAtLeastOnce(outcome, transactions);
    expect(new Set(outcome.there.values())).toEqual(new Set(['accepted']));
  },
);
