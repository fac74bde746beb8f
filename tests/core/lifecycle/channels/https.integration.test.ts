// Reports over HTTPS to our receiver, which keeps them in SQLite; and what hostile clients and servers try.
import { readFileSync, statSync } from 'node:fs';
import { type Agent, createServer, request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  askReportStatus,
  httpsChannel,
  type HttpsChannelOptions,
} from '../../../../core/lifecycle/channels/https-channel.ts';
import {
  applicationReceipt,
  receipt,
  reportBytes,
  reportMessage,
  signedReceipt,
} from '../../../../core/lifecycle/channels/wire.ts';
import { decideCase, readCase, readPaper } from '../../../../core/lifecycle/registration/cases.ts';
import { reportReceiver } from '../../../../core/lifecycle/registration/desk.ts';
import type { RevocationRequest } from '../../../../core/domain/revocation-request.ts';
import type { Paper } from '../../../../core/ports/report-channel.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { openReportStore } from '../../../../native/registration/report-store.ts';
import { refusedWith } from '../../../support/rejection.ts';
import {
  ACCESS_TOKEN,
  agentOf,
  channelTo,
  keyOf,
  testReceiver,
} from '../../../support/report/receiver.ts';
import { paper, report } from '../../../support/report/reports.ts';
import { loopbackCertificate } from '../../../support/services/loopback-certificate.ts';
import {
  bytes,
  cut,
  garbage,
  hang,
  naughtyServer,
  slam,
  status,
} from '../../../support/services/naughty-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';

const live = () => new AbortController().signal;
const file = () => join(temporaryFolder(), 'ra.sqlite');
const send = (options: HttpsChannelOptions, request = report(), papers: readonly Paper[] = []) =>
  httpsChannel(options).send(request, papers, live());

interface Raw {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** As a hostile client sends it: anything. */
function raw(
  { url, certificate }: { url: string; certificate: string },
  options: {
    readonly method?: string;
    readonly path?: string;
    readonly token?: string | null;
    readonly key?: string;
    readonly body?: Uint8Array;
    readonly agent?: Agent;
  } = {},
): Promise<Raw> {
  const { method = 'POST', path = '/reports', token = ACCESS_TOKEN, body, agent } = options;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) {
    headers['authorization'] = `Basic ${Buffer.from(`x:${token}`).toString('base64')}`;
  }
  if (options.key !== undefined) headers['idempotency-key'] = options.key;
  return new Promise((resolve, reject) => {
    const asking = httpsRequest(
      url + path,
      { method, headers, ...(agent === undefined ? { ca: certificate } : { agent }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
        );
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

describe('a report over HTTPS', () => {
  it('is received with a signed receipt, then papers follow, then it is decided', async () => {
    const server = await testReceiver(file());
    const first = report();
    expect((await send(server.channelOptions, first)).state).toBe('received');
    expect(readCase(server.store, first.caseId).missing).toEqual(['police-report', 'statement']);

    const papers = [paper('laporan polisi', 'police-report'), paper('surat keterangan')];
    const second = report(undefined, papers, { caseId: first.caseId });
    await send(server.channelOptions, second, papers);
    const kept = readCase(server.store, first.caseId);
    expect(kept.missing).toEqual([]);
    expect(kept.reports).toEqual([first, second]);
    const [police] = papers;
    const stored = readPaper(server.store, first.caseId, police?.reference.sha256 ?? '');
    expect(Buffer.from(stored).toString()).toBe('laporan polisi');

    const decision = {
      caseId: first.caseId,
      reason: 'Surat tidak terbaca.',
      at: '2026-11-26T01:00:00.000Z',
    };
    decideCase(server.store, { ...decision, state: 'rejected' });
    const answer = await askReportStatus(first, [], server.channelOptions, live());
    expect(answer).toMatchObject({ state: 'rejected', note: 'Surat tidak terbaca.' });
    expect(() => decideCase(server.store, { ...decision, state: 'rejected' })).toThrow(
      'RA_CASE_DECIDED',
    );
  });

  it('of papers after a rejection is undecided again, and tells of each message its own', async () => {
    const server = await testReceiver(file());
    const [first, papers] = [report(), [paper('surat keterangan')]];
    const { caseId } = first;
    const at = '2026-11-26T01:00:00.000Z';
    const state = async (request: RevocationRequest, with_: readonly Paper[] = []) =>
      (await askReportStatus(request, with_, server.channelOptions, live())).state;
    await send(server.channelOptions, first);
    decideCase(server.store, { caseId, at, state: 'rejected', reason: 'Surat belum ada.' });
    const second = report(undefined, papers, { caseId });
    expect((await send(server.channelOptions, second, papers)).state).toBe('received');
    expect(await state(first)).toBe('rejected');
    expect(readCase(server.store, caseId).state).toBe('received');

    decideCase(server.store, { caseId, at, state: 'accepted', reason: '' });
    expect([await state(first), await state(second, papers)]).toEqual(['accepted', 'accepted']);
    // Papers that will not do take nothing of the accepted report back.
    const third = report(undefined, papers, { caseId });
    await send(server.channelOptions, third, papers);
    decideCase(server.store, { caseId, at, state: 'rejected', reason: 'Tidak terbaca.' });
    const kept = readCase(server.store, caseId);
    expect(kept.messages.map((message) => message.state)).toEqual([
      ...['accepted', 'accepted', 'rejected'],
    ]);
    expect(kept.decisions.map(({ reason }) => reason)).toEqual([
      ...['Surat belum ada.', '', 'Tidak terbaca.'],
    ]);
  });

  it('sent again is kept once, and gets the same receipt', async () => {
    const server = await testReceiver(file());
    const request = report();
    const first = await send(server.channelOptions, request);
    for (let again = 0; again < 5; again++) {
      expect(await send(server.channelOptions, request)).toMatchObject({ at: first.at });
    }
    expect(readCase(server.store, request.caseId).reports).toHaveLength(1);
  });

  it('under a known key but with other content is refused', async () => {
    const server = await testReceiver(file());
    const request = report();
    await send(server.channelOptions, request);
    const other = { ...request, narrative: 'lain' };
    expect((await refusedWith(send(server.channelOptions, other))).code).toBe('CHANNEL_REFUSED');
    expect(readCase(server.store, request.caseId).reports).toEqual([request]);
  });

  it('survives a restart of the receiver', async () => {
    const path = file();
    const request = report();
    const before = await testReceiver(path);
    await send(before.channelOptions, request);
    await before.stop();
    const after = await testReceiver(path);
    expect((await send(after.channelOptions, request)).state).toBe('received');
    expect(readCase(after.store, request.caseId).reports).toHaveLength(1);
  });

  it('lies encrypted, for its owner only, and another secret opens nothing', async () => {
    const path = file();
    const request = report();
    const server = await testReceiver(path);
    await send(server.channelOptions, request);
    await server.stop();
    expect(statSync(path).mode & 0o077).toBe(0);
    const disk = readFileSync(path).toString('latin1');
    expect(disk).toContain(request.caseId);
    for (const secret of ['Budi', '198001012005011001', 'perjalanan'])
      expect(disk).not.toContain(secret);
    expect(() => openReportStore(path, Buffer.from('rahasia lain'))).toThrow('RA_STORE_UNREADABLE');
  });
});

describe('a server that is not the authority, or fails', () => {
  const loopback = loopbackCertificate();
  const tls = () => createServer({ cert: loopback.certificate, key: loopback.key });

  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['no token accepted', status(401), 'NET_AUTH'],
    ['garbage', garbage, 'CHANNEL_ANSWER_INVALID'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a cut after sending', slam, 'NET_INTERRUPTED'],
    ['a cut in the answer', cut, 'NET_INTERRUPTED'],
    ['an answer that says it is fine', bytes('{"state":"accepted"}'), 'CHANNEL_ANSWER_INVALID'],
  ] as const)('%s', async (_name, behaviour, code) => {
    const { url } = await naughtyServer({ '/v1/reports': behaviour }, tls(), 'https');
    const options = { ...channelTo(`${url}/v1`, loopback.certificate), timeoutMs: 800 };
    expect((await refusedWith(send(options))).code).toBe(code);
  });

  it('with a certificate that is not pinned is told nothing', async () => {
    const server = await testReceiver(file());
    // Another authority's only; the loopback certificate itself is left out.
    const http = createHttpClient({ environment: {}, onlyExtra: true });
    const { code } = await refusedWith(send({ ...server.channelOptions, http }));
    expect(code).toBe('NET_TLS');
    expect(server.store.caseIds(10)).toEqual([]);
  });

  it('whose receipt another key has signed is not believed', async () => {
    const stranger = makeSigner('Dinas Kominfo', makeAuthority('CA otoritas', { serial: 9 }));
    const path = file();
    const store = openReportStore(path, Buffer.from('x'.repeat(32)));
    const receiver = reportReceiver({ store, key: keyOf(stranger), now: () => new Date() });
    const server = await testReceiver(file(), { receiver });
    const { code } = await refusedWith(send(server.channelOptions));
    expect(code).toBe('CHANNEL_RECEIPT_WRONG');
    store.close();
  });

  it('that gives an old receipt for a new report is not believed', async () => {
    const server = await testReceiver(file());
    const { evidence } = await send(server.channelOptions);
    const replay = await naughtyServer({ '/v1/reports': bytes(evidence ?? '') }, tls(), 'https');
    const options = channelTo(`${replay.url}/v1`, loopback.certificate);
    expect((await refusedWith(send(options))).code).toBe('CHANNEL_RECEIPT_WRONG');
  });

  it('that is not there', async () => {
    const server = await testReceiver(file());
    await server.stop();
    expect((await refusedWith(send(server.channelOptions))).code).toBe('NET_UNREACHABLE');
  });
});

describe('the receiver under hostile input', () => {
  it.each([
    ['none', null],
    ['an empty one', ''],
    ['a wrong one', 'token-akses-untuk-pelapor-0002'],
    ['a part of it', ACCESS_TOKEN.slice(0, -1)],
  ])('tells nothing without the token: %s', async (_name, token) => {
    const server = await testReceiver(file());
    const request = report();
    await send(server.channelOptions, request);
    const path = `/reports/${request.idempotencyKey}`;
    for (const asked of [{ method: 'GET', path }, { method: 'GET', path: '/reports' }, {}]) {
      const { status: code, body } = await raw(server, { ...asked, token });
      expect(code).toBe(401);
      expect(body).toBe('{"error":{"code":"RA_TOKEN_WRONG"}}');
    }
  });

  it('has no address that lists reports', async () => {
    const server = await testReceiver(file());
    await send(server.channelOptions);
    for (const path of ['/reports', '/reports/', '/', '/../ra.sqlite', '/reports/%2e%2e']) {
      expect((await raw(server, { method: 'GET', path })).status).toBe(404);
    }
  });

  it('refuses oversized bodies, announced or not', async () => {
    const server = await testReceiver(file());
    const large = Buffer.alloc((24 << 20) + 1, 0x20);
    // A server that hangs up at once may be noticed as a broken line.
    const answer = await raw(server, { body: large }).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect((await send(server.channelOptions)).state).toBe('received');
  });

  it('refuses papers that are not what the report says', async () => {
    const server = await testReceiver(file());
    const wrong = { ...paper('asli'), bytes: Buffer.from('palsu') };
    const request = report(undefined, [wrong]);
    const { code } = await refusedWith(send(server.channelOptions, request, [wrong]));
    expect(code).toBe('CHANNEL_REFUSED');
    expect(server.store.caseIds(10)).toEqual([]);
  });

  it('holds against 10,000 requests: most are told to wait, none is kept twice', async () => {
    const server = await testReceiver(file(), { rate: { burst: 50, perMinute: 60 } });
    const request = report();
    const body = reportBytes(request, []);
    const agent = agentOf(server);
    const counts = new Map<number, number>();
    const began = performance.now();
    for (let round = 0; round < 100; round++) {
      const asked = Array.from({ length: 100 }, () =>
        raw(server, { body, key: request.idempotencyKey, agent }),
      );
      for (const answer of await Promise.all(asked)) {
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
    }
    agent.destroy();
    expect([...counts.keys()].sort()).toEqual([200, 429]);
    expect((counts.get(200) ?? 0) + (counts.get(429) ?? 0)).toBe(10_000);
    // What was allowed at once, and one for each second since.
    const seconds = Math.ceil((performance.now() - began) / 1000);
    expect(counts.get(200)).toBeLessThanOrEqual(50 + seconds);
    expect(readCase(server.store, request.caseId).reports).toHaveLength(1);
    // 10,000 TLS requests on a loaded machine: a time-out finds a hang, not slowness.
  }, 600_000);

  it('takes nothing that breaks the schema, and never falls over (fuzzed)', async () => {
    const server = await testReceiver(file(), { rate: { burst: 1e6, perMinute: 60 } });
    const agent = agentOf(server);
    const valid = JSON.parse(Buffer.from(reportBytes(report(), [])).toString()) as object;
    const places = pathsOf(valid);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), async (place, value) => {
        const message = withValue(valid, place, value);
        const body = Buffer.from(JSON.stringify(message));
        const { request } = (message ?? {}) as { request?: { idempotencyKey?: unknown } | null };
        const named = request?.idempotencyKey;
        const key = typeof named === 'string' ? named.replace(/[^0-9a-f-]/g, '') : '';
        const { status: code } = await raw(server, { body, key, agent });
        // 409: sound, and another one is kept under its key.
        expect(reportMessage.safeParse(message).success ? [200, 409] : [422]).toContain(code);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
        expect((await raw(server, { body, agent })).status).toBe(422);
      }),
      { numRuns: 100 },
    );
    agent.destroy();
    expect((await send(server.channelOptions)).state).toBe('received');
  });
});

function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function withValue(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = whole as Record<string, unknown>;
  return { ...record, [key]: withValue(record[key], rest, value) };
}

it('the published description is the schema that is checked', () => {
  const path = new URL('../../../../resources/api/registration-authority.json', import.meta.url);
  const document = JSON.parse(readFileSync(path, 'utf8')) as {
    openapi: string;
    components: { schemas: Record<string, unknown> };
  };
  expect(document.openapi).toBe('3.1.0');
  for (const [name, schema] of [
    ['Report', reportMessage],
    ['SignedReceipt', signedReceipt],
    ['Receipt', receipt],
    ['ApplicationReceipt', applicationReceipt],
  ] as const) {
    const { $schema: _dialect, ...generated } = z.toJSONSchema(schema);
    expect(document.components.schemas[name]).toEqual(generated);
  }
});
