// The cases as the window works on them, over real files: what it is shown, what it changes, and what it can never see.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { lostKeyContract } from '../../../../core/contract/lost-key.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { fieldsOfCase } from '../../../../core/lifecycle/letters/case-fields.ts';
import { typedCertificate } from '../../../../core/lifecycle/lost-key/find-certificate.ts';
import { LostKeyDesk } from '../../../../electron/main/lost-key/desk.ts';
import { DraftsAccess } from '../../../../electron/main/lost-key/drafts-access.ts';
import { CertificateRegistry } from '../../../../native/certificates/certificate-registry.ts';
import { rejection } from '../../../support/rejection.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NIK = '6472010101800001';
const PDF = Buffer.from('%PDF-1.7\nsurat');
const { request } = lostKeyContract['lostKey.report'];
const told = request.parse({
  ...{ meant: `lck_${'0'.repeat(32)}`, reportedBy: 'owner', ground: 'lost' },
  ...{ happenedAt: '2026-11-24T13:00:00.000Z', lastOwnUse: '2026-11-24T02:30:00.000Z' },
  ...{ place: 'Samarinda', narrative: 'Token hilang.', name: 'Budi Contoh' },
  ...{ nip: '198001012005011001', email: '', reporter: '' },
});
const people = {
  ...{ nik: NIK, rank: 'Penata', position: 'Kepala Bidang', unit: 'Dinas Contoh' },
  ...{ superiorName: 'Siti Contoh', superiorNip: '', superiorPosition: '' },
  letterNumber: '800/12/2026',
};

beforeEach(() => {
  vi.stubEnv('XDG_CONFIG_HOME', temporaryFolder());
});
afterEach(() => void vi.unstubAllEnvs());

function world() {
  const state = { sent: 0 };
  // The key and its file are real; no keychain is there, so that a passphrase opens them.
  const none = () => Promise.reject(new PenaError('KEYCHAIN_ABSENT'));
  const drafts = new DraftsAccess({
    store: {
      state: () => Promise.resolve({ state: 'absent', why: 'no-bus' }),
      ...{ get: none, set: none, delete: none, list: none },
    },
    folder: join(temporaryFolder(), 'pena'),
    ask: () => Promise.resolve(new TextEncoder().encode('frasa sandi laporan saya')),
  });
  onTestFinished(() => drafts.close());
  const known = new CertificateRegistry(join(temporaryFolder(), 'certificates.json'));
  const desk = new LostKeyDesk({
    drafts,
    // What goes out is the sender's own test.
    sender: {
      now: () => {
        state.sent++;
        return Promise.resolve();
      },
    },
    block: {
      known,
      journal: { append: () => Promise.resolve() },
    },
  });
  // By its number alone: nothing to block or to unblock.
  const chosen = { certificate: typedCertificate('1a2b3c4d', 'CN=PSrE Latihan'), own: null };
  const report = (more: Partial<typeof told> = {}) => desk.report(chosen, { ...told, ...more });
  return { drafts, state, desk, known, report };
}

it('keeps a report before anybody has it, and shows it under the same handle each time', async () => {
  const { desk, drafts, state, known, report } = world();
  expect(await desk.list()).toEqual({ access: 'open', cases: [], unreadable: 0 });
  const shown = await report();
  expect(shown).toMatchObject({ state: 'queued', statement: null, needsAuthorityReport: true });
  expect(await known.list()).toEqual([]);
  const [listed] = (await desk.list()).cases;
  expect(listed?.case).toBe(shown.case);
  expect(lostKeyContract['lostKey.cases'].response.parse(await desk.list()).cases).toHaveLength(1);
  await desk.send(shown.case);
  expect(state.sent).toBe(1);
  // Locked again: that there is something is said, and nothing of it.
  drafts.close();
  expect(await desk.list()).toEqual({ access: 'passphrase', cases: [], unreadable: 0 });
});

it('takes a superior who reports for the owner’s superior, and an officer of the authority for nobody’s', async () => {
  const { desk, report } = world();
  const told = async (reportedBy: 'superior' | 'registration-authority') => {
    const { case: handle } = await report({ reportedBy, reporter: 'Siti Contoh' });
    const lost = await desk.caseOf(handle);
    const fields = fieldsOfCase(lost, 'WITA', new Date());
    return [lost.superior?.name, fields['superior.name'], fields['reporter.name']];
  };
  expect(await told('superior')).toEqual(['Siti Contoh', 'Siti Contoh', 'Siti Contoh']);
  expect(await told('registration-authority')).toEqual([undefined, '', 'Siti Contoh']);
});

it('gives back no NIK but its last four digits, and keeps the one that it has', async () => {
  const { desk, report } = world();
  const { case: handle } = await report();
  const shown = await desk.people(handle, people);
  expect(JSON.stringify(shown)).not.toContain(NIK);
  expect(shown.people.nikMasked.endsWith('0001')).toBe(true);
  expect(shown.people.letterNumber).toBe('800/12/2026');
  await desk.people(handle, { ...people, nik: '', rank: '' });
  expect((await desk.caseOf(handle)).owner).toMatchObject({ nik: NIK, rank: null });
});

it('counts papers, what was done outside, taking back and deletion, each as its own step', async () => {
  const { desk, drafts, report } = world();
  const { case: handle } = await report();
  const statement = { kind: 'statement', signedByOwner: true, acknowledged: false } as const;
  const papered = await desk.addPaper(handle, PDF, statement);
  expect(papered.owed.map(({ debt }) => debt)).toContain('acknowledgement');
  expect(papered.statement).toEqual({
    ...{ signedByOwner: true, acknowledged: false, acknowledgedBy: null },
  });
  expect((await desk.told(handle, 'handed-over')).state).toBe('sent');
  const back = await desk.takeBack(handle, 'Ditemukan');
  expect(back).toMatchObject({ tellAuthority: true, case: { state: 'withdrawn', owed: [] } });
  const proof = await desk.delete(handle, false);
  expect(proof.files.length).toBeGreaterThan(1);
  expect(await (await drafts.openly()).cases.ids()).toEqual([]);
  expect((await rejection(desk.caseOf(handle))).code).toBe('HANDLE_UNKNOWN');
});

it('deletes nothing that has reached nobody, unless that is said', async () => {
  const { desk, drafts, report } = world();
  const { case: handle } = await report();
  expect((await rejection(desk.delete(handle, false))).code).toBe('CASE_UNSENT');
  expect(await (await drafts.openly()).cases.ids()).toHaveLength(1);
  await desk.delete(handle, true);
  expect(await (await drafts.openly()).outbox.keys()).toEqual([]);
});
