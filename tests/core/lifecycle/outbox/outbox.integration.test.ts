// The outbox: ways tried in order until one acknowledges, over restarts; and the state told rightly until the CA
// itself says revoked.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCa, issue, revoke, type Ca, type Issued } from '../../../../build/practice/pki.mjs';
import { startServices } from '../../../../build/practice/services.mjs';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { cmpChannel } from '../../../../core/lifecycle/channels/cmp-channel.ts';
import { fileChannel } from '../../../../core/lifecycle/channels/file-channel.ts';
import { httpsChannel } from '../../../../core/lifecycle/channels/https-channel.ts';
import { deliverDue, enqueue } from '../../../../core/lifecycle/outbox/deliver.ts';
import { reportState, watchRevocations } from '../../../../core/lifecycle/outbox/watch.ts';
import { decideCase, readCase } from '../../../../core/lifecycle/registration/cases.ts';
import type { OutboxReport } from '../../../../core/ports/outbox-store.ts';
import type { Acknowledgement, ReportChannel } from '../../../../core/ports/report-channel.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { openOutbox } from '../../../../native/outbox/outbox-folder.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { freePort } from '../../../../build/practice/free-port.mjs';
import { testReceiver } from '../../../support/report/receiver.ts';
import { paper, report } from '../../../support/report/reports.ts';
import { naughtyServer, slam } from '../../../support/services/naughty-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = Buffer.alloc(32, 7);
const START = new Date('2026-11-26T01:00:00.000Z');
const live = () => new AbortController().signal;
const http = createHttpClient({ environment: {} });
const waiting = (papers = [paper('surat')], request = report(undefined, papers)): OutboxReport => ({
  ...{ request, papers, watched: null },
});

/** Stands for a way only to say in which order ways are tried, and with what. */
function stub(
  id: ReportChannel['id'],
  outcomes: readonly (Acknowledgement['state'] | PenaError)[],
): ReportChannel & { readonly sent: string[] } {
  const sent: string[] = [];
  const left = [...outcomes];
  return {
    ...{ id, sent },
    send: ({ idempotencyKey }) => {
      sent.push(idempotencyKey);
      const outcome = left.shift() ?? new PenaError('NET_UNREACHABLE');
      if (outcome instanceof PenaError) return Promise.reject(outcome);
      return Promise.resolve({ state: outcome, at: START.toISOString(), note: '', evidence: null });
    },
  };
}

function clock(): { now: () => Date; pass: (seconds: number) => void } {
  let time = START.getTime();
  return {
    now: () => new Date(time),
    pass: (seconds) => {
      time += seconds * 1000;
    },
  };
}

describe('on disk', () => {
  it('a report comes back as it was put in, papers and all, after a restart', async () => {
    const folder = temporaryFolder();
    const one = { ...waiting(), watched: { certificate: Buffer.of(1), issuer: Buffer.of(2, 3) } };
    await enqueue(openOutbox(folder, KEY), one, START);
    const { message: back } = await openOutbox(folder, KEY).read(one.request.idempotencyKey);
    expect(back.request).toEqual(one.request);
    expect(back.papers.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['surat']);
    expect([...(back.watched?.issuer ?? [])]).toEqual([2, 3]);
  });

  it('nothing of it can be read without the key, and nobody may exchange two of them', async () => {
    const folder = temporaryFolder();
    const [one, two] = [waiting(), waiting()];
    for (const each of [one, two]) await enqueue(openOutbox(folder, KEY), each, START);
    const names = readdirSync(folder);
    for (const name of names) expect(readFileSync(join(folder, name)).includes('Budi')).toBe(false);
    const other = openOutbox(folder, Buffer.alloc(32, 8));
    const id = one.request.idempotencyKey;
    expect((await refusedWith(other.read(id))).code).toBe('OUTBOX_UNREADABLE');
    const file = join(folder, `${id}.report`);
    writeFileSync(file, readFileSync(join(folder, `${two.request.idempotencyKey}.report`)));
    expect((await refusedWith(openOutbox(folder, KEY).read(id))).code).toBe('OUTBOX_UNREADABLE');
    // The one that is whole goes on its way.
    const https = stub('https', ['received']);
    const options = { store: openOutbox(folder, KEY), channels: [https], now: () => START };
    expect(await deliverDue({ ...options, signal: live() })).toEqual([id]);
    expect(https.sent).toEqual([two.request.idempotencyKey]);
  });

  it('is worked on by one process at a time', async () => {
    const store = openOutbox(temporaryFolder(), KEY);
    const busy = store.alone(() => refusedWith(store.alone(() => Promise.resolve())));
    expect((await busy).code).toBe('OUTBOX_BUSY');
  });
});

describe('delivery', () => {
  it('tries the ways in order until one acknowledges, and then no more', async () => {
    const store = openOutbox(temporaryFolder(), KEY);
    const one = waiting();
    await enqueue(store, one, START);
    const https = stub('https', [new PenaError('NET_TIMEOUT')]);
    const cmp = stub('cmp', ['accepted']);
    const email = stub('email', ['sent']);
    const options = { store, channels: [https, cmp, email], now: () => START, signal: live() };
    await deliverDue(options);
    await deliverDue({ ...options, atOnce: true });
    expect([https.sent.length, cmp.sent.length, email.sent.length]).toEqual([1, 1, 0]);
    const { status } = await store.read(one.request.idempotencyKey);
    expect(reportState(status)).toBe('accepted');
    expect(status.attempts.map(({ outcome }) => outcome)).toEqual(['NET_TIMEOUT', 'accepted']);
  });

  it('goes by another way when one is named that the report has not gone yet', async () => {
    const store = openOutbox(temporaryFolder(), KEY);
    const one = waiting();
    await enqueue(store, one, START);
    const file = stub('file', ['sent', 'sent']);
    const https = stub('https', ['received']);
    const options = { store, now: () => START, signal: live(), atOnce: true };
    await deliverDue({ ...options, channels: [file] });
    await deliverDue({ ...options, channels: [file] });
    await deliverDue({ ...options, channels: [https, file] });
    await deliverDue({ ...options, channels: [https, file] });
    expect([file.sent.length, https.sent.length]).toEqual([1, 1]);
    const { status } = await store.read(one.request.idempotencyKey);
    expect(reportState(status)).toBe('received');
  });

  it('does not mail twice, and goes on asking those who can acknowledge, ever less often', async () => {
    const store = openOutbox(temporaryFolder(), KEY);
    const one = waiting();
    await enqueue(store, one, START);
    const down = Array.from({ length: 5 }, () => new PenaError('NET_UNREACHABLE'));
    const https = stub('https', [...down, 'received']);
    const email = stub('email', ['sent']);
    const { now, pass } = clock();
    const pauses: number[] = [];
    for (let round = 0; round < 6; round++) {
      await deliverDue({ store, channels: [https, email], now, signal: live() });
      const { status } = await store.read(one.request.idempotencyKey);
      if (status.nextAttempt === null) break;
      expect(reportState(status)).toBe('sent');
      const pause = (new Date(status.nextAttempt).getTime() - now().getTime()) / 1000;
      pauses.push(pause);
      pass(pause - 1);
      await deliverDue({ store, channels: [https, email], now, signal: live() });
      pass(1);
    }
    expect(pauses).toEqual([30, 60, 120, 300, 900]);
    expect([https.sent.length, email.sent.length]).toEqual([6, 1]);
    const { status } = await store.read(one.request.idempotencyKey);
    expect(reportState(status)).toBe('received');
  });

  it('cut off after sending, the same report is sent again and kept once', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const store = openOutbox(temporaryFolder(), KEY);
    const one = waiting();
    await enqueue(store, one, START);
    const real = httpsChannel(server.channelOptions);
    let calls = 0;
    // The receiver really gets it; only its answer is lost on the way.
    const cutOff: ReportChannel = {
      id: 'https',
      send: async (...asked) => {
        const answer = await real.send(...asked);
        if (calls++ === 0) throw new PenaError('NET_INTERRUPTED');
        return answer;
      },
    };
    const options = { store, channels: [cutOff], now: () => START, signal: live(), atOnce: true };
    await deliverDue(options);
    const id = one.request.idempotencyKey;
    expect(reportState((await store.read(id)).status)).toBe('queued');
    await deliverDue(options);
    expect(reportState((await store.read(id)).status)).toBe('received');
    expect(readCase(server.store, one.request.caseId).reports).toEqual([one.request]);
  });

  it('over real ways that fail, one after the other, ends in a file to carry', async () => {
    const dead = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    await dead.stop();
    const broken = await naughtyServer({ '/': slam });
    const store = openOutbox(temporaryFolder(), KEY);
    // CMP has no room for papers.
    const one = waiting([]);
    await enqueue(store, one, START);
    const saved: string[] = [];
    const save = (name: string): Promise<void> => {
      saved.push(name);
      return Promise.resolve();
    };
    const secret = () => Promise.resolve(Buffer.from('rahasia'));
    const cmp = cmpChannel({
      ...{ url: broken.url, http, timeoutMs: 2000, answerSigners: [], now: () => START },
      credential: { kind: 'secret', reference: 'pena', secret },
      random: (length) => Buffer.alloc(length, 1),
    });
    const file = fileChannel({ save, key: null, now: () => START });
    const channels = [httpsChannel(dead.channelOptions), cmp, file];
    await deliverDue({ store, channels, now: () => START, signal: live() });
    const { status } = await store.read(one.request.idempotencyKey);
    expect(status.attempts.map(({ outcome }) => outcome)).toEqual([
      ...['NET_UNREACHABLE', 'NET_INTERRUPTED', 'sent'],
    ]);
    expect(saved).toEqual([`laporan-${one.request.idempotencyKey}.penareport`]);
    expect(reportState(status)).toBe('sent');
  });
});

describe('the state until the CA says revoked', () => {
  it('is told rightly at each stage, by openssl as OCSP responder', async () => {
    const dir = temporaryFolder();
    const server = await testReceiver(join(dir, 'ra.sqlite'));
    const port = await freePort();
    const ca: Ca = await makeCa(join(dir, 'pki'), {
      baseUrl: `http://127.0.0.1:${port}`,
      subject: '/C=ID/O=Uji/CN=CA Uji',
    });
    const lost: Issued = await issue(ca, 'lost', 'signer', { subject: '/C=ID/O=Uji/CN=BUDI' });
    await issue(ca, 'ocsp', 'ocsp', { subject: '/C=ID/O=Uji/CN=OCSP' });
    await issue(ca, 'tsa', 'tsa', { subject: '/C=ID/O=Uji/CN=TSA' });
    const der = (path: string) => Uint8Array.from(readFileSync(path));
    const certificate = der(lost.certificateDer);
    const watched = { certificate, issuer: der(ca.certificateDer) };
    const store = openOutbox(join(dir, 'outbox'), KEY);
    const request = report(certificate);
    await enqueue(store, { request, papers: [], watched }, new Date());
    const state = async () => reportState((await store.read(request.idempotencyKey)).status);
    const watch = () =>
      watchRevocations(store, {
        http,
        now: new Date(),
        random: null,
        cache: null,
        timeoutMs: 5000,
      });

    let services = await startServices(ca.dir, port);
    expect(await watch()).toEqual([]);
    expect(await state()).toBe('queued');

    const channels = [httpsChannel(server.channelOptions)];
    await deliverDue({ store, channels, now: () => new Date(), signal: live() });
    expect(await state()).toBe('received');
    const decision = { caseId: request.caseId, reason: '', at: new Date().toISOString() };
    decideCase(server.store, { ...decision, state: 'accepted' });
    expect(await watch()).toEqual([]);
    expect(await state()).toBe('received');

    // Nobody to ask: still not revoked.
    await services.stop();
    await revoke(ca, lost, 'keyCompromise');
    expect(await watch()).toEqual([]);
    expect(await state()).toBe('received');

    services = await startServices(ca.dir, port);
    expect(await watch()).toEqual([request.idempotencyKey]);
    expect(await state()).toBe('revoked');
    const { status } = await store.read(request.idempotencyKey);
    expect(status.revoked).toMatchObject({ reason: 'keyCompromise', source: 'ocsp' });
    await services.stop();
  });
});
