// `pena lost doubt` over folders as people have them: real time stamps of a practice authority, a thief's document with
// a false date, this computer's own journal, links that lead in circles, and files that nobody can read.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../core/cms/certificate.ts';
import type { DoubtList } from '../../core/lifecycle/doubt/doubt-list.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { JournalFile } from '../../native/journal/journal-file.ts';
import { toPem } from '../core/support/pem.ts';
import { qpdfCheck } from '../support/other-validators.ts';
import { clock, makeProofWorld, type ProofWorld } from '../support/proof-world.ts';
import { signFile } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, userFolder } from './support/pena.ts';

const work = sharedTemporaryFolder();
const SECRET = 'frasa sandi draf yang panjang';
const env = { LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
const documents = join(work, 'dokumen');
const below = join(documents, 'arsip', 'lama');
const journalFolder = join(userFolder, 'config', 'pena', 'journal');
const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

const run = (args: readonly string[]) =>
  pena([...args, '--passphrase-fd', '3'], { env, fd3: `${SECRET}\n` });

let world: ProofWorld;
let caseId = '';
let keys: { readonly mine: SigningKey; readonly other: SigningKey };
let since = '';

/** @param at what the signer's clock says, which is what the document says of itself */
async function sign(name: string, key: SigningKey, stamped: boolean, at = new Date()) {
  const output = join(name.startsWith('dalam') ? below : documents, name);
  const input = sampleIn(work, `asal-${name}`);
  return signFile(input, output, key, {
    clock: { now: () => at },
    ...(stamped ? { level: 'B-T', services: world.proof() } : {}),
  });
}

async function note(at: Date, certificate: string, document: string, result: string | null) {
  const journal = new JournalFile(journalFolder, { clock: { now: () => at } });
  await journal.append({
    ...{ kind: 'signed', certificate, document, result, level: 'B-B', batch: null },
  });
}

beforeAll(async () => {
  mkdirSync(below, { recursive: true });
  world = await makeProofWorld(join(work, 'pki'));
  const mine = await world.key('BUDI-CONTOH');
  const other = await world.key('SITI-CONTOH');
  const { sha256: certificate } = readCertificate(mine.certificate);
  keys = { mine, other };
  const long = new Date(Date.now() - 20_000);
  // Stamped while the owner still had the key.
  await sign('dalam-bukti.pdf', mine, true);
  // Known by this computer's journal alone, digest by digest.
  const own = await sign('jurnal.pdf', mine, false);
  await note(long, certificate, own.documentSha256, own.resultSha256);
  await pause(1100);
  since = clock.now().toISOString();
  await pause(1100);
  // Whoever holds the key: stamped later, and once with an earlier date written into it.
  await sign('sesudah.pdf', mine, true);
  await sign('palsu.pdf', mine, false, new Date(Date.parse(since) - 900));
  await sign('lain.pdf', other, false);
  await note(new Date(), certificate, 'ef'.repeat(32), null);
  writeFileSync(join(documents, 'rusak.pdf'), 'bukan PDF');
  sampleIn(documents, 'tanpa-tanda-tangan.pdf');
  symlinkSync(documents, join(below, 'kembali'));
  symlinkSync(join(documents, 'tidak-ada.pdf'), join(documents, 'putus.pdf'));
  symlinkSync(join(documents, 'palsu.pdf'), join(documents, 'zz-nama-lain.pdf'));
  execFileSync('mkfifo', [join(documents, 'pipa.pdf')]);

  const pem = join(work, 'budi.pem');
  writeFileSync(pem, toPem(mine.certificate));
  const data = join(work, 'data.json');
  const owner = {
    ...{ name: 'Budi Contoh', nip: '198001012005011001', nik: null, rank: null },
    ...{ position: null, unit: null, email: null },
  };
  const event = { happenedAt: since, place: '', lastOwnUse: since, narrative: 'Token hilang.' };
  writeFileSync(data, JSON.stringify({ owner, event }));
  const args = ['--certificate', pem, '--ground', 'lost', '--data', data, '--json'];
  const { stdout, stderr } = await run(['lost', 'report', ...args]);
  expect(stderr).toContain('does not sign with this certificate any more');
  caseId = (JSON.parse(stdout) as { lost: { id: string } }[])[0]?.lost.id ?? '';
}, 120_000);

afterAll(() => world.stop());

describe('documents signed since the owner last had the key', () => {
  it('are those that no trusted time stamp and no record of that file proves earlier', async () => {
    const args = ['lost', 'doubt', caseId, documents, '--trust', world.caFile, '--json'];
    const { status, stdout } = await run(args);
    expect(status).toBe(2);
    const list = JSON.parse(stdout) as DoubtList;
    expect(list).toMatchObject({ since, journal: 'whole', files: 7 });
    const told = list.signatures.map((one) => [
      one.path.slice(documents.length + 1),
      one.inDoubt,
      one.proof,
    ]);
    expect(told).toEqual([
      ['arsip/lama/dalam-bukti.pdf', false, 'time-stamp'],
      ['jurnal.pdf', false, 'journal'],
      ['palsu.pdf', true, null],
      ['sesudah.pdf', true, 'time-stamp'],
    ]);
    const forged = list.signatures[2];
    expect(Date.parse(forged?.claimedTime ?? '')).toBeLessThan(Date.parse(since));
    expect(forged?.sha256).toBe(sha256(join(documents, 'palsu.pdf')));
    expect(list.journalOnly.map(({ document }) => document)).toEqual(['ef'.repeat(32)]);
    expect(list.unreadable.map(({ path }) => path)).toEqual([join(documents, 'rusak.pdf')]);
    expect(list.skipped).toEqual([
      { path: join(below, 'kembali'), why: 'link' },
      { path: join(documents, 'pipa.pdf'), why: 'not-a-file' },
      { path: join(documents, 'putus.pdf'), why: 'unreadable' },
    ]);
  });

  it('without a trusted authority no time stamp proves anything', async () => {
    const { stdout } = await run(['lost', 'doubt', caseId, below, '--json']);
    const list = JSON.parse(stdout) as DoubtList;
    expect(list.signatures.map(({ inDoubt, proof }) => [inDoubt, proof])).toEqual([[true, null]]);
  });

  it('go with the report as a sound PDF, once, and are told in the terminal and as a table', async () => {
    // Stays, to be looked at.
    mkdirSync('test-results/letters', { recursive: true });
    const pdf = 'test-results/letters/daftar-diragukan.pdf';
    rmSync(pdf, { force: true });
    const csv = join(work, 'daftar.csv');
    const paths = [documents, '--trust', world.caFile, '--pdf', pdf, '--csv', csv, '--attach'];
    const { status, stdout, stderr } = await run(['lost', 'doubt', caseId, ...paths]);
    expect(status).toBe(2);
    expect(stdout).toContain('3 signatures are in doubt.');
    expect(stdout).toContain('not entered');
    expect(stderr).toContain('attached to the report');
    expect(qpdfCheck(pdf)).toEqual({ status: 0, complaints: 0 });
    const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replace(/\s+/g, ' ');
    expect(text).toContain('DAFTAR DOKUMEN YANG DIRAGUKAN');
    expect(text).toContain('palsu.pdf');
    expect(text).not.toContain('dalam-bukti.pdf');
    // Where it lies on the owner's disk is nobody's business.
    expect(text).not.toContain(documents);
    const rows = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(rows[0]).toMatch(/state,file,sha256/);
    expect(rows).toHaveLength(1 + 4 + 1 + 1 + 3);
    const owed = await run(['lost', 'status', caseId, '--json']);
    const [row] = JSON.parse(owed.stdout) as { owed: { debt: string }[] }[];
    expect(row?.owed.map(({ debt }) => debt)).toContain('papers-report');
    const again = await run(['lost', 'doubt', caseId, '--pdf', pdf]);
    expect(again.stderr).toContain('FILE_OUTPUT_EXISTS');
  });
});

describe('the statement of Pasal 16(4)', () => {
  const add = (path: string) =>
    run(['lost', 'paper', caseId, path, '--kind', 'statement', '--signed', '--acknowledged']);

  it('is signed with another key, whose it is being told; never with the lost one', async () => {
    const right = join(work, 'surat-atasan.pdf');
    await signFile(sampleIn(work, 'surat.pdf'), right, keys.other);
    const wrong = join(work, 'surat-kunci-hilang.pdf');
    // The superior's signature beside it does not heal it.
    await signFile(right, wrong, keys.mine);
    const refused = await add(wrong);
    expect(refused.stderr).toContain('PAPER_SIGNED_BY_LOST_KEY');
    const broken = join(work, 'surat-rusak.pdf');
    const bytes = readFileSync(right);
    // One letter of a comment: still a PDF, and not what was signed.
    const at = bytes.indexOf('%PDF-') + '%PDF-1.7\n%'.length;
    bytes[at] = (bytes[at] ?? 0) ^ 0x01;
    writeFileSync(broken, bytes);
    expect((await add(broken)).stderr).toContain('PAPER_SIGNATURE_BROKEN');
    const owed = await run(['lost', 'status', caseId, '--json']);
    expect(owed.stdout).toContain('"debt": "statement"');
    const added = await add(right);
    expect(added.stderr).toContain('Electronically signed by SITI-CONTOH');
    expect((await run(['lost', 'status', caseId, '--json'])).stdout).not.toContain('"statement"');
  });
});
