// Applications in the outbox: laid into it once, sent again with pauses, followed to the decision, and gone with the
// application. The authority here is a stand-in that can fail on purpose; tests/e2e/letters-send.e2e.ts has the real one.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import {
  contentKey,
  deleteApplication,
  queueHandIn,
  sentStatus,
} from '../../../../core/lifecycle/applications/hand-in.ts';
import { runHandIns } from '../../../../core/lifecycle/applications/hand-in-round.ts';
import { standingOf } from '../../../../core/lifecycle/applications/state.ts';
import {
  addApplicationPaper,
  beginApplication,
  note,
  readApplication,
  tell,
} from '../../../../core/lifecycle/applications/steps.ts';
import type { ApplicationKind } from '../../../../core/domain/application-kind.ts';
import type { ApplicationChannel } from '../../../../core/ports/application-channel.ts';
import type { Acknowledgement } from '../../../../core/ports/report-channel.ts';
import { lostPlaces } from '../../../../native/cases/places.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NOW = new Date('2026-11-26T02:00:00Z');
const KEY = new Uint8Array(32).fill(5);
const TOLD = {
  ...{ 'owner.name': 'Budi Contoh', 'owner.nip': '198001012005011001' },
  ...{ 'owner.position': 'Kepala Bidang', 'owner.unit': 'Dinas Contoh' },
  ...{ 'owner.email': 'budi@contoh.test', 'letter.number': '1/2026', 'letter.place': 'Contoh' },
  'authority.name': 'Kepala Dinas Contoh',
  ...{ 'problem.kind': 'Keaslian', 'problem.time': '26 November 2026' },
  'problem.narrative': 'Tanda tangan disangkal.',
};

async function world(kind: ApplicationKind = 'problem') {
  const folder = temporaryFolder();
  const places = lostPlaces(folder, KEY);
  const { letters } = places;
  const id = randomUUID();
  const begun = { id, kind, certificate: null, before: {}, zone: 'WITA' } as const;
  await letters.write(id, beginApplication(begun, NOW));
  await tell(letters, id, TOLD);
  const pdf = Buffer.from('%PDF-1.7\n% surat\n%%EOF\n');
  await addApplicationPaper(letters, id, 'letter', pdf, NOW);
  const state = {
    now: NOW,
    /** What the authority answers; a code: it cannot be reached. */
    answer: 'NET_UNREACHABLE' as Acknowledgement['state'] | 'NET_UNREACHABLE',
    note: '',
    arrived: [] as string[],
  };
  const say = (): Promise<Acknowledgement> => {
    const { answer, note: said, now } = state;
    if (answer === 'NET_UNREACHABLE') return Promise.reject(new PenaError(answer));
    return Promise.resolve({ state: answer, at: now.toISOString(), note: said, evidence: null });
  };
  const https: ApplicationChannel = {
    id: 'https',
    send: ({ sha256 }) => {
      if (state.answer !== 'NET_UNREACHABLE') state.arrived.push(sha256);
      return say();
    },
    status: say,
  };
  /** As after a restart: nothing but the disk is known. */
  const round = (atOnce = false, channels = [https]) => {
    const { signal } = new AbortController();
    const now = (): Date => state.now;
    return runHandIns({ ...lostPlaces(folder, KEY), channels, now, signal, atOnce });
  };
  const standing = async () => {
    const one = await readApplication(letters, id);
    return standingOf(one, await sentStatus(one, places.handIns));
  };
  const later = (seconds: number): void => {
    state.now = new Date(state.now.getTime() + seconds * 1000);
  };
  return { folder, places, id, state, round, standing, later };
}

it('waits encrypted, is sent again with growing pauses, arrives once, and is followed to the decision', async () => {
  const { folder, places, id, state, round, standing, later } = await world();
  await queueHandIn(id, places, NOW);
  await queueHandIn(id, places, NOW);
  expect(await places.handIns.keys()).toHaveLength(1);
  expect(await places.outbox.keys()).toEqual([]);
  const outbox = join(folder, 'outbox');
  for (const file of readdirSync(outbox)) {
    expect(readFileSync(join(outbox, file)).toString('latin1')).not.toMatch(
      /Budi|application\.json/,
    );
  }
  for (const pause of [30, 60, 120]) {
    await round();
    const [key = ''] = await places.handIns.keys();
    const { nextAttempt } = (await places.handIns.read(key)).status;
    expect((Date.parse(nextAttempt ?? '') - state.now.getTime()) / 1000).toBe(pause);
    expect((await standing()).state).toBe('queued');
    later(pause - 1);
    state.answer = 'received';
    await round();
    expect(state.arrived).toEqual([]);
    state.answer = 'NET_UNREACHABLE';
    later(1);
  }
  state.answer = 'received';
  await round();
  await round();
  await queueHandIn(id, places, state.now);
  await round(true);
  expect(state.arrived).toHaveLength(1);
  expect((await standing()).state).toBe('received');
  Object.assign(state, { answer: 'rejected', note: 'Bukti tidak terbaca.' });
  await round();
  expect(await standing()).toMatchObject({ state: 'rejected', reason: 'Bukti tidak terbaca.' });
});

it('sends what was corrected as a message of its own, and not what it stands in for', async () => {
  const { places, id, state, round, standing } = await world();
  await queueHandIn(id, places, NOW);
  await round();
  const before = contentKey(await readApplication(places.letters, id));
  const corrected = await tell(places.letters, id, { 'problem.done': 'Dilaporkan ke Dinas.' });
  expect(contentKey(corrected)).not.toBe(before);
  await queueHandIn(id, places, NOW);
  expect(await places.handIns.keys()).toHaveLength(2);
  state.answer = 'received';
  await round(true);
  expect(await places.handIns.keys()).toEqual([contentKey(corrected)]);
  expect(state.arrived).toHaveLength(1);
  expect((await standing()).state).toBe('received');
});

it('says how far each message has come, and what stood in its way this time', async () => {
  const { folder, places, id, state, round, later } = await world();
  expect(await round(true)).toEqual({ messages: [], problems: [] });
  await queueHandIn(id, places, NOW);
  const [key = ''] = await places.handIns.keys();
  const unreached = await round(true);
  expect(unreached.problems).toEqual([
    { what: 'send', id: key, channel: 'https', code: 'NET_UNREACHABLE' },
  ]);
  expect(unreached.messages).toMatchObject([{ message: { key }, status: { acknowledged: null } }]);
  later(1);
  state.answer = 'received';
  const { messages, problems } = await round(true);
  expect(problems).toEqual([]);
  expect(messages).toMatchObject([{ status: { acknowledged: { state: 'received' } } }]);
  state.answer = 'NET_UNREACHABLE';
  later(1);
  expect((await round(true)).problems).toEqual([
    { what: 'poll', id: key, channel: 'https', code: 'NET_UNREACHABLE' },
  ]);
  for (const name of readdirSync(join(folder, 'outbox'))) {
    if (!name.endsWith('.lock')) writeFileSync(join(folder, 'outbox', name), 'rusak');
  }
  expect(await round(true)).toMatchObject({
    ...{ messages: [], problems: [{ what: 'report', id: key, code: 'OUTBOX_UNREADABLE' }] },
  });
});

it('makes good what was cut off between the outbox and the note, and what was deleted meanwhile', async () => {
  const { places, id, round, standing } = await world();
  const cut = {
    ...places.letters,
    write: () => Promise.reject(new PenaError('FILE_WRITE_FAILED')),
  };
  const letters = {
    ...cut,
    alone: <T>(one: string, work: () => Promise<T>) => places.letters.alone(one, work),
    ids: () => places.letters.ids(),
    read: (one: string) => places.letters.read(one),
    addPaper: (one: string, bytes: Uint8Array) => places.letters.addPaper(one, bytes),
    readPaper: (one: string, sha256: string) => places.letters.readPaper(one, sha256),
    remove: (one: string) => places.letters.remove(one),
  };
  await refusedWith(queueHandIn(id, { ...places, letters }, NOW));
  expect((await standing()).state).toBe('complete');
  await round();
  expect((await standing()).state).toBe('queued');
  await queueHandIn(id, places, NOW);
  expect(await places.handIns.keys()).toHaveLength(1);

  // Ended between the application's deletion and its message's.
  await places.letters.remove(id);
  await round();
  expect(await places.handIns.keys()).toEqual([]);
});

it('goes with the application, also from the outbox', async () => {
  const { folder, places, id } = await world();
  await queueHandIn(id, places, NOW);
  expect((await deleteApplication(id, places)).files.length).toBeGreaterThan(0);
  expect(readdirSync(join(folder, 'outbox')).filter((name) => !name.endsWith('.lock'))).toEqual([]);
});

it('tells a word of the authority from a word of the person, and a new handing-in from the one before', async () => {
  const { places, id, state, round, standing, later } = await world();
  await queueHandIn(id, places, NOW);
  state.answer = 'sent';
  await round();
  expect((await standing()).state).toBe('sent');
  // By telephone, say.
  later(60);
  const at = state.now.toISOString();
  await note(places.letters, id, { kind: 'answered', at, state: 'rejected', reason: 'KTP.' });
  expect(await standing()).toEqual({ state: 'rejected', at, reason: 'KTP.' });
  await note(places.letters, id, { kind: 'handed-in', at });
  expect((await standing()).state).toBe('handed-in');
});

it('lays no complaint into the outbox of those whom it is about', async () => {
  const { places, id } = await world('complaint');
  const told = {
    ...{ 'officer.superior': 'Kepala Dinas', 'complaint.service': 'Penerbitan' },
    ...{ 'complaint.duty': 'Verifikasi', 'complaint.narrative': 'Tidak dijawab.' },
  };
  await tell(places.letters, id, told);
  expect((await refusedWith(queueHandIn(id, places, NOW))).code).toBe('CASE_DATA_INVALID');
  expect(await places.handIns.keys()).toEqual([]);
});
