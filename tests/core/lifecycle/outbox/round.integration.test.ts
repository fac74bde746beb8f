// Rounds over a real case store and outbox, our receiver over TLS, and a CA whose CRL turns: papers follow on their
// own, decisions are asked for, the issuer is found again, and "revoked" is the issuer's word alone.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { issue, makeCa, revoke } from '../../../../build/practice/pki.mjs';
import { httpsChannel } from '../../../../core/lifecycle/channels/https-channel.ts';
import { addPaper } from '../../../../core/lifecycle/lost-key/add-paper.ts';
import type { LostKeyCase } from '../../../../core/lifecycle/lost-key/case.ts';
import { deliveriesOf } from '../../../../core/lifecycle/lost-key/deliveries.ts';
import { followUpOf } from '../../../../core/lifecycle/lost-key/follow-up.ts';
import { meantCertificate } from '../../../../core/lifecycle/lost-key/meant-certificate.ts';
import { report } from '../../../../core/lifecycle/lost-key/open-case.ts';
import { owedBy } from '../../../../core/lifecycle/lost-key/owed.ts';
import { readCase as readLost } from '../../../../core/lifecycle/lost-key/read-case.ts';
import { stateOf } from '../../../../core/lifecycle/lost-key/state.ts';
import { tellDone } from '../../../../core/lifecycle/lost-key/told-done.ts';
import { enqueue } from '../../../../core/lifecycle/outbox/deliver.ts';
import { type RoundOptions, runRound } from '../../../../core/lifecycle/outbox/round.ts';
import { decideCase, readCase } from '../../../../core/lifecycle/registration/cases.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import type { ReportChannel } from '../../../../core/ports/report-channel.ts';
import { lostPlaces } from '../../../../native/cases/places.ts';
import { createHttpClient } from '../../../../native/network/http-client.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { freePort } from '../../../../build/practice/free-port.mjs';
import { testReceiver } from '../../../support/report/receiver.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { makeAuthority, makeSigner } from '../../support/test-certificates.ts';
import { BARE } from '../lost-key/sample-case.ts';

const KEY = '0e8f6b1a-1111-4222-8333-444455556666';
const DRAFTS = Buffer.alloc(32, 3);
const PDF = Buffer.from('%PDF-1.7\nlaporan kepolisian');
const POLICE = {
  kind: 'authority-report',
  agency: 'Polsek Contoh',
  number: 'LP/1',
  date: '2026-11-25',
} as const;
/** As the window's own rounds are. */
const BACKGROUND = { atOnce: false };
const STATEMENT = { kind: 'statement', signedByOwner: true, acknowledged: true } as const;

/** A case of this certificate, its first report in the outbox; and rounds over it. */
async function world(der: Uint8Array, issuer: Uint8Array | null = null) {
  const folder = temporaryFolder();
  const places = lostPlaces(folder, DRAFTS);
  const lost: LostKeyCase = { ...BARE, certificate: meantCertificate(der, 'certificate-file') };
  await report(lost, KEY, { certificate: der, issuer }, places, new Date());
  const rounds = async (channels: readonly ReportChannel[], more: Partial<RoundOptions> = {}) => {
    const { cases, problems } = await runRound({
      ...{ places: lostPlaces(folder, DRAFTS), channels, atOnce: true, authorities: [] },
      known: { find: () => Promise.resolve(null) },
      services: {
        ...{ http: createHttpClient({ environment: {} }), cache: null, random: null },
        timeoutMs: 5000,
      },
      ...{ now: () => new Date(), signal: new AbortController().signal },
      ...more,
    });
    return { lost: cases[0]!, problems };
  };
  return { places, id: lost.id, rounds };
}

const stranger = makeSigner('Budi', makeAuthority('CA tanpa alamat')).der;

describe('papers that follow', () => {
  it('go as a report of their own, once, and the desk sees the case as complete', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const channels = [httpsChannel(server.channelOptions)];
    const { places, id, rounds } = await world(stranger);
    expect(stateOf((await rounds(channels)).lost)).toBe('received');
    expect(readCase(server.store, id).missing).toEqual(['police-report', 'statement']);

    await addPaper(id, PDF, POLICE, places);
    await rounds(channels);
    expect(readCase(server.store, id).missing).toEqual(['statement']);
    await addPaper(id, Buffer.concat([PDF, PDF]), STATEMENT, places);
    await rounds(channels);
    const { lost } = await rounds(channels);
    const kept = readCase(server.store, id);
    expect(kept.missing).toEqual([]);
    expect(kept.reports.map(({ papers }) => papers.map(({ kind }) => kind))).toEqual([
      ...[[], ['police-report'], ['statement']],
    ]);
    expect(deliveriesOf(lost).map(({ state, papers }) => [state, papers.length])).toEqual([
      ['received', 0],
      ['received', 1],
      ['received', 1],
    ]);
    expect(owedBy(lost).map(({ debt }) => debt)).toEqual(['new-certificate', 'incident-report']);
  });

  it('cut off between outbox and case, they are the same message again', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const channels = [httpsChannel(server.channelOptions)];
    const { places, id, rounds } = await world(stranger);
    await rounds(channels);
    await addPaper(id, PDF, POLICE, places);
    // As if the program had ended right after this.
    const follow = await followUpOf(await readLost(places.cases, id), places.cases, new Date());
    await enqueue(places.outbox, follow!.report, new Date());
    await rounds(channels);
    await rounds(channels);
    expect(readCase(server.store, id).reports).toHaveLength(2);
    expect(await places.outbox.keys()).toHaveLength(2);
  });

  it('do not go by a way that has no room for them, and not before the first report', async () => {
    const { places, id, rounds } = await world(stranger);
    const taken: number[] = [];
    // Stands for a CA: what is asked here is only what is given to it.
    const cmp: ReportChannel = {
      ...{ id: 'cmp', fits: ({ papers }) => papers.length === 0 },
      send: ({ papers }) => {
        taken.push(papers.length);
        const at = new Date().toISOString();
        return Promise.resolve({ state: 'accepted', at, note: '', evidence: null });
      },
    };
    await addPaper(id, PDF, POLICE, places);
    const { lost } = await rounds([cmp]);
    expect(taken).toEqual([0]);
    expect(stateOf(lost)).toBe('accepted');
    expect(deliveriesOf(lost).map(({ state }) => state)).toEqual(['accepted', 'queued']);
    expect(owedBy(lost).map(({ debt }) => debt)).toContain('papers-report');
    const draft = { ...lost, events: [] };
    expect(await followUpOf(draft, places.cases, new Date())).toBeNull();
  });
});

describe('what the authority decided', () => {
  it('is asked for, and its reason told; that it does not answer changes nothing', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const channels = [httpsChannel(server.channelOptions)];
    const { id, rounds } = await world(stranger);
    expect(stateOf((await rounds(channels)).lost)).toBe('received');
    const at = new Date().toISOString();
    const reason = 'Laporan polisi belum ada.';
    decideCase(server.store, { caseId: id, state: 'rejected', reason, at });
    const told = await rounds(channels);
    expect(stateOf(told.lost)).toBe('rejected');
    expect(told.lost.events.at(-1)).toMatchObject({ kind: 'acknowledged', note: reason });
    expect(owedBy(told.lost)[0]?.debt).toBe('first-report');
  });

  it('is final: nobody is asked about a rejection again unless the user says so', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const real = httpsChannel(server.channelOptions);
    let asked = 0;
    const counting: ReportChannel = {
      ...real,
      status: (...report) => {
        asked++;
        return real.status!(...report);
      },
    };
    const { id, rounds } = await world(stranger);
    await rounds([counting], BACKGROUND);
    const at = new Date().toISOString();
    decideCase(server.store, { caseId: id, state: 'rejected', reason: 'Salah alamat.', at });
    await rounds([counting], BACKGROUND);
    const before = asked;
    await rounds([counting], BACKGROUND);
    expect(stateOf((await rounds([counting], BACKGROUND)).lost)).toBe('rejected');
    expect(asked).toBe(before);
    // By hand; and the authority has thought better of it.
    decideCase(server.store, { caseId: id, state: 'accepted', reason: '', at });
    expect(stateOf((await rounds([counting])).lost)).toBe('accepted');
    await rounds([counting]);
    expect(asked).toBe(before + 1);
  });

  it('is not asked for before the authority wants to be, unless the user says so', async () => {
    const { rounds } = await world(stranger);
    const minutes = (n: number): Date =>
      new Date(Date.parse('2026-11-26T01:00:00.000Z') + n * 60_000);
    let asked = 0;
    // Stands for a CA that answers later: what is asked here is only when it is asked.
    const received = (checkAfter?: Date) => ({
      ...({ state: 'received', at: minutes(0).toISOString(), note: '' } as const),
      evidence: Uint8Array.of(asked),
      ...(checkAfter === undefined ? {} : { checkAfter: checkAfter.toISOString() }),
    });
    const told: (Uint8Array | null)[] = [];
    const cmp: ReportChannel = {
      id: 'cmp',
      send: () => Promise.resolve(received()),
      status: (_request, _papers, _signal, { evidence }) => {
        asked++;
        told.push(evidence);
        return Promise.resolve(received(minutes(30 * asked)));
      },
    };
    const at = (n: number) => ({ ...BACKGROUND, now: () => minutes(n) });
    // The report was put there by today's clock, so that it goes out by hand.
    await rounds([cmp], { now: () => minutes(0) });
    expect(asked).toBe(1);
    await rounds([cmp], at(29));
    expect(asked).toBe(1);
    await rounds([cmp], at(31));
    expect(asked).toBe(2);
    await rounds([cmp], at(45));
    expect(asked).toBe(2);
    expect(stateOf((await rounds([cmp], { now: () => minutes(46) })).lost)).toBe('received');
    expect(asked).toBe(3);
    // Each question is told the answer before it.
    expect(told.map((one) => one?.[0])).toEqual([0, 1, 2]);
  });

  it('is waited for where the CA refuses to be asked: that is said once, and the answer still heard', async () => {
    const { rounds } = await world(stranger);
    const at = '2026-11-26T01:00:00.000Z';
    let answers = false;
    // Stands for a CA that lets wait and knows no pollReq, which it learns in the end.
    const cmp: ReportChannel = {
      id: 'cmp',
      send: () => Promise.resolve({ state: 'received', at, note: 'waiting', evidence: null }),
      status: () =>
        answers
          ? Promise.resolve({ state: 'accepted', at, note: '', evidence: null })
          : Promise.reject(new PenaError('CHANNEL_REFUSED', { host: 'ca.test', detail: '' })),
    };
    const first = await rounds([cmp]);
    expect(first.problems).toEqual([
      { what: 'poll', id: KEY, channel: 'cmp', code: 'CHANNEL_REFUSED' },
    ]);
    const second = await rounds([cmp]);
    expect(second.problems).toEqual([]);
    expect(stateOf(second.lost)).toBe('received');
    answers = true;
    expect(stateOf((await rounds([cmp])).lost)).toBe('accepted');
  });

  it('on papers that follow a rejection: received again, then accepted, and the first report with them', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const channels = [httpsChannel(server.channelOptions)];
    const { id, places, rounds } = await world(stranger);
    await rounds(channels);
    const at = new Date().toISOString();
    decideCase(server.store, { caseId: id, state: 'rejected', reason: 'Belum lengkap.', at });
    expect(stateOf((await rounds(channels)).lost)).toBe('rejected');
    await addPaper(id, PDF, POLICE, places);
    expect(stateOf((await rounds(channels)).lost)).toBe('received');
    expect(readCase(server.store, id).state).toBe('received');
    decideCase(server.store, { caseId: id, state: 'accepted', reason: '', at });
    const { lost } = await rounds(channels);
    expect(stateOf(lost)).toBe('accepted');
    expect(deliveriesOf(lost).map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('cannot be asked of a server that is gone: said, and the state stays', async () => {
    const server = await testReceiver(join(temporaryFolder(), 'ra.sqlite'));
    const channels = [httpsChannel(server.channelOptions)];
    const { rounds } = await world(stranger);
    await rounds(channels);
    await server.stop();
    const { lost, problems } = await rounds(channels);
    expect(stateOf(lost)).toBe('received');
    expect(problems).toEqual([
      { what: 'poll', id: KEY, channel: 'https', code: 'NET_UNREACHABLE' },
    ]);
  });
});

describe('the issuer, by its CRL alone', () => {
  it('is found by the certificate, kept through a lost outbox, and believed only when it says so', async () => {
    const dir = join(temporaryFolder(), 'pki');
    const port = await freePort();
    const ca = await makeCa(dir, {
      baseUrl: `http://127.0.0.1:${port}`,
      subject: '/C=ID/O=Uji/CN=CA Uji CRL',
    });
    const lostFiles = await issue(ca, 'lost', 'signer', { subject: '/C=ID/O=Uji/CN=BUDI' });
    const asked: string[] = [];
    // No OCSP responder here: only the list and the CA's own certificate.
    const server = createServer((request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      const name = ['/ca.crl', '/ca.der'].find((one) => one === path);
      if (name === undefined) response.writeHead(503).end();
      else response.writeHead(200).end(readFileSync(join(dir, name.slice(1))));
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { places, rounds } = await world(Uint8Array.from(readFileSync(lostFiles.certificateDer)));
    expect(stateOf((await rounds([])).lost)).toBe('queued');
    expect(asked).toContain('/ca.der');
    const { status } = await places.outbox.read(KEY);
    expect(Buffer.from(status.watched?.issuer ?? []).equals(readFileSync(ca.certificateDer))).toBe(
      true,
    );

    // The outbox's file is gone, as after a program that ended too early: the case still knows.
    await places.outbox.remove(KEY);
    asked.length = 0;
    expect(stateOf((await rounds([])).lost)).toBe('queued');
    expect(asked).toEqual(expect.arrayContaining(['/ca.der', '/ca.crl']));
    asked.length = 0;
    await rounds([]);
    // Found once, it is not looked for again.
    expect(asked).not.toContain('/ca.der');

    await revoke(ca, lostFiles, 'keyCompromise');
    const { lost } = await rounds([]);
    expect(stateOf(lost)).toBe('revoked');
    expect(lost.events.at(-1)).toMatchObject({ kind: 'status', by: 'crl', status: 'revoked' });
  });
});

describe('what a person says was done', () => {
  it('is an event of the case, and pays what was owed', async () => {
    const { places, id, rounds } = await world(stranger);
    const now = new Date();
    const at = now.toISOString();
    await tellDone(id, { what: 'new-certificate', at, reference: '' }, places.cases, now);
    await tellDone(id, { what: 'incident-report', at, reference: '123/XI' }, places.cases, now);
    const { lost } = await rounds([]);
    expect(lost.reissueRequestedAt).toBe(at);
    const owed = owedBy(lost).map(({ debt }) => debt);
    expect(owed).not.toContain('new-certificate');
    expect(owed).not.toContain('incident-report');
    const mailed = { what: 'mailed', at, reference: 'ra@contoh.test' } as const;
    await tellDone(id, mailed, places.cases, now);
    const sent = await rounds([]);
    // Told by the owner: given to a carrier, and no more than that.
    expect(stateOf(sent.lost)).toBe('sent');
  });

  it('may not lie in the future, and an incident has the number of its letter', async () => {
    const { places, id } = await world(stranger);
    const now = new Date();
    const later = {
      what: 'new-certificate',
      at: '2099-01-01T00:00:00.000Z',
      reference: '',
    } as const;
    expect((await refusedWith(tellDone(id, later, places.cases, now))).code).toBe(
      'CASE_DATA_INVALID',
    );
    const bare = { what: 'incident-report', at: now.toISOString(), reference: ' ' } as const;
    expect((await refusedWith(tellDone(id, bare, places.cases, now))).code).toBe(
      'CASE_DATA_INVALID',
    );
  });
});
