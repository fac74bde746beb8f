// The desk over one file with the receiver: order, unread, what was seen, and "revoked" from the issuer alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { issue, makeCa, revoke } from '../../../build/practice/pki.mjs';
import { startServices } from '../../../build/practice/services.mjs';
import type { DeskHandle } from '../../../core/contract/desk.ts';
import { deskContract } from '../../../core/contract/desk.ts';
import { digestOf, reportBytes } from '../../../core/lifecycle/channels/wire.ts';
import { incidentFields } from '../../../core/lifecycle/registration/incident.ts';
import { writePackage } from '../../../core/lifecycle/package/write-package.ts';
import type { RevocationRequest } from '../../../core/domain/revocation-request.ts';
import type { Paper } from '../../../core/ports/report-channel.ts';
import { CaseDesk } from '../../../electron/main/desk/case-desk.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { openReportStore } from '../../../native/registration/report-store.ts';
import { freePort } from '../../../build/practice/free-port.mjs';
import { paper, report } from '../../support/report/reports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function world() {
  const store = openReportStore(join(temporaryFolder(), 'ra.sqlite'), Buffer.from('x'.repeat(32)));
  // The secret's window is the end-to-end test's; here the file is open already.
  const desk = new CaseDesk({ isOpen: true, store });
  const came = (request: RevocationRequest, papers: readonly Paper[], at: string): void => {
    const body = reportBytes(request, papers);
    const { idempotencyKey, caseId } = request;
    store.add({ idempotencyKey, caseId, receivedAt: at, sha256: digestOf(body), body });
  };
  const handleOf = (ground: string): DeskHandle => {
    const found = desk.inbox().cases.find((row) => row.ground === ground);
    if (found === undefined) throw new Error(`no case of ${ground}`);
    return found.case;
  };
  return { store, desk, came, handleOf };
}

it('puts a key at risk first, knows what is unread, and decides only on what was seen', () => {
  const { store, desk, came, handleOf } = world();
  came(report(undefined, [], { ground: 'damaged' }), [], '2026-11-25T08:00:00.000Z');
  const lost = report(undefined, [], { ground: 'lost' });
  came(lost, [], '2026-11-25T09:00:00.000Z');
  came(report(undefined, [], { ground: 'retired' }), [], '2026-11-25T07:00:00.000Z');
  const order = () => desk.inbox().cases.map(({ ground }) => ground);
  expect(order()).toEqual(['lost', 'retired', 'damaged']);
  expect(deskContract['desk.inbox'].response.parse(desk.inbox()).cases).toHaveLength(3);

  const handle = handleOf('lost');
  const shown = desk.open(handle, false);
  expect(shown).toMatchObject({ nip: '19**************01', email: 'b***@example.go.id' });
  expect(desk.open(handle, true).nip).toBe('198001012005011001');
  expect(desk.inbox().cases[0]).toMatchObject({ unread: false, undecided: 1 });
  const papers = [paper('surat')];
  came(report(undefined, papers, { caseId: lost.caseId }), papers, '2026-11-25T10:00:00.000Z');
  // Another message has come since the case was shown: it is not decided with it.
  const decided = desk.decide(handle, 'rejected', 'Belum lengkap.');
  expect(decided).toMatchObject({ stage: 'received', undecided: 1, unread: true });
  expect(desk.inbox().cases.find(({ ground }) => ground === 'lost')).toMatchObject({ urgency: 2 });
  const other = new CaseDesk({ isOpen: true, store });
  const [theirs] = other.inbox().cases.filter(({ ground }) => ground === 'lost');
  if (theirs === undefined) throw new Error('no case');
  other.open(theirs.case, false);
  other.decide(theirs.case, 'accepted', '');
  expect(() => desk.decide(handle, 'accepted', '')).toThrow('RA_CASE_DECIDED');
  expect(deskContract['desk.case'].response.parse(desk.open(handle, false)).stage).toBe('accepted');
  store.close();
});

it('reads a case anew only where something has come to it', () => {
  const { store, came } = world();
  let read = 0;
  const counting = {
    ...store,
    byCase: (caseId: string) => {
      read++;
      return store.byCase(caseId);
    },
  };
  const desk = new CaseDesk({ isOpen: true, store: counting });
  const first = report(undefined, [], { ground: 'lost' });
  came(first, [], '2026-11-25T08:00:00.000Z');
  came(report(undefined, [], { ground: 'damaged' }), [], '2026-11-25T09:00:00.000Z');
  expect(desk.inbox().cases).toHaveLength(2);
  expect(read).toBe(2);
  expect(desk.inbox()).toEqual(desk.inbox());
  expect(read).toBe(2);
  const papers = [paper('surat')];
  came(report(undefined, papers, { caseId: first.caseId }), papers, '2026-11-25T10:00:00.000Z');
  const row = () => desk.inbox().cases.find(({ ground }) => ground === 'lost');
  expect(row()).toMatchObject({ messages: 2, stage: 'received' });
  expect(read).toBe(3);
  // Decided by another program over the same file, which this desk has never seen.
  const at = '2026-11-25T11:00:00.000Z';
  store.decide({ caseId: first.caseId, state: 'accepted', reason: '', at, upTo: 2 }, 0);
  store.decide({ caseId: first.caseId, state: 'accepted', reason: '', at, upTo: 3 }, 1);
  expect(row()).toMatchObject({ stage: 'accepted' });
  expect(read).toBe(4);
  store.close();
});

it('takes a package once, refuses another message under its key, and knows no stranger’s handle', async () => {
  const { store, desk } = world();
  const papers = [paper('surat')];
  const request = report(undefined, papers);
  const bytes = await writePackage(request, papers, null);
  expect(desk.takePackage(bytes).messages).toBe(1);
  expect(desk.takePackage(bytes).messages).toBe(1);
  const changed = await writePackage({ ...request, narrative: 'lain' }, papers, null);
  expect(() => desk.takePackage(changed)).toThrow('RA_CONFLICT');
  expect(() => desk.takePackage(bytes.subarray(0, bytes.length - 20))).toThrow('PACKAGE_');
  const stranger = deskContract['desk.case'].request.parse({
    ...{ case: `dsk_${'0'.repeat(32)}`, whole: true },
  });
  expect(() => desk.open(stranger.case, true)).toThrow('HANDLE_UNKNOWN');
  store.close();
});

it('tells "revoked" when OCSP says so, and not when somebody has written it', async () => {
  const { store, desk, came, handleOf } = world();
  const dir = temporaryFolder();
  const port = await freePort();
  const ca = await makeCa(join(dir, 'pki'), {
    baseUrl: `http://127.0.0.1:${port}`,
    subject: '/C=ID/O=Uji/CN=CA Uji',
  });
  const lost = await issue(ca, 'lost', 'signer', { subject: '/C=ID/O=Uji/CN=BUDI' });
  await issue(ca, 'ocsp', 'ocsp', { subject: '/C=ID/O=Uji/CN=OCSP' });
  await issue(ca, 'tsa', 'tsa', { subject: '/C=ID/O=Uji/CN=TSA' });
  const der = (path: string) => Uint8Array.from(readFileSync(path));
  const certificate = der(lost.certificateDer);
  came(report(certificate), [], new Date().toISOString());
  const handle = handleOf('lost');
  desk.open(handle, false);
  desk.decide(handle, 'accepted', '');
  const letter = { date: '2026-11-26', number: '555/1' };
  expect(desk.note(handle, { kind: 'revocation-asked', ...letter }).stage).toBe('revocation-asked');
  expect(desk.note(handle, { kind: 'told-revoked', ...letter }).stage).toBe('revocation-asked');
  desk.keepWatched(handle, { certificate, issuer: der(ca.certificateDer) });
  const ask = () => {
    const watched = desk.watchedBy(handle);
    if (watched === null) throw new Error('not kept');
    const http = createHttpClient({ environment: {} });
    const services = { http, now: new Date(), random: null, cache: null, timeoutMs: 5000 };
    return desk.ask(handle, watched, services);
  };
  let services = await startServices(ca.dir, port);
  expect(await ask()).toMatchObject({ answered: true, case: { stage: 'revocation-asked' } });
  await services.stop();
  // By itself the desk notes what is new, and no more: "good" stands there already.
  const past = desk.read(handle).steps.length;
  const quietly = () => {
    const [one] = desk.watching();
    if (one === undefined) throw new Error('not watched');
    const http = createHttpClient({ environment: {} });
    const outside = { http, now: new Date(), random: null, cache: null, timeoutMs: 5000 };
    return desk.askQuietly(one.handle, one.watched, outside);
  };
  const running = await startServices(ca.dir, port);
  expect(await quietly()).toBe(false);
  await running.stop();
  expect(await quietly()).toBe(false);
  expect(desk.read(handle).steps).toHaveLength(past);
  await revoke(ca, lost, 'keyCompromise');
  // Nobody to ask: nothing is changed.
  expect(await ask()).toMatchObject({ answered: false, case: { stage: 'revocation-asked' } });
  services = await startServices(ca.dir, port);
  expect(await quietly()).toBe(true);
  expect(desk.inbox().cases[0]).toMatchObject({ stage: 'revoked' });
  expect(desk.watching()).toEqual([]);
  const { case: told } = await ask();
  await services.stop();
  expect(told.stage).toBe('revoked');
  expect(told.past.at(-1)).toMatchObject({ kind: 'status', by: 'ocsp', status: 'revoked' });
  // The incident letter (Pasal 25) tells of the certificate and the time it became known, and of nobody.
  const fields = incidentFields(desk.read(handle).one, told.stage, 'WITA');
  expect(fields['event.happenedAt']).toContain('25 November 2026 23.00 WITA');
  expect(fields['incident.state']).toContain('dicabut');
  expect(JSON.stringify(fields)).not.toMatch(/Budi|198001012005011001/);
  store.close();
});
