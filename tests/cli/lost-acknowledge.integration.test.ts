// "Mengetahui, Atasan Langsung" as a file that goes to the superior and comes back: the owner signs the statement with
// another certificate on one SoftHSM token, the superior with a token of another authority.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openP12 } from '../../core/cms/p12-key.ts';
import {
  openAcknowledgement,
  writeAcknowledgement,
} from '../../core/lifecycle/acknowledgement/file.ts';
import type { SigningKey } from '../../core/ports/token.ts';
import { makeSoftHsm, type TestKey, type TestToken, whyNoSoftHsm } from '../support/softhsm.ts';
import { signFile } from '../support/signing.ts';
import { sharedTemporaryFolder } from '../support/temporary-folder.ts';
import { USER_PIN } from '../support/softhsm.ts';
import { makeP12, P12_PASSPHRASE, pena, sampleIn } from './support/pena.ts';

const skipped = whyNoSoftHsm();
const work = sharedTemporaryFolder();
const SECRET = 'frasa sandi draf yang panjang';
const env = { LANG: 'en_US.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
const at = (name: string): string => join(work, name);
const run = (args: readonly string[]) =>
  pena([...args, '--passphrase-fd', '3'], { env, fd3: `${SECRET}\n` });

let owner: TestToken;
let superior: TestToken;
let caseId = '';
const request = at('permintaan.penamengetahui');
const statement = at('surat-pemilik.pdf');

async function fileKey(key: TestKey): Promise<SigningKey> {
  const folder = at(`p12-${key.name}-${String(readdirSync(work).length)}`);
  mkdirSync(folder);
  return openP12(readFileSync(makeP12(folder, key)), new TextEncoder().encode(P12_PASSPHRASE));
}

/** What a superior could bring back: `letter`, signed with that key. */
async function signedWith(key: TestKey, letter: Uint8Array, name: string): Promise<string> {
  writeFileSync(at(`asal-${name}`), letter);
  await signFile(at(`asal-${name}`), at(name), await fileKey(key));
  return at(name);
}

const trust = (): string[] => ['--trust', owner.caFile, '--trust', superior.caFile, '--offline'];
const takeIn = (path: string, trusted = trust()) =>
  run(['lost', 'acknowledged', caseId, path, ...trusted, '--json']);

/** The letter's first page without its content, in an update of its own. */
function emptied(letter: Uint8Array): Buffer {
  const text = Buffer.from(letter).toString('latin1');
  const [, num = '', dict = ''] =
    /\n(\d+) 0 obj\s*<<([^]*?\/Type \/Page\b[^]*?)>>\s*endobj/.exec(text) ?? [];
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '';
  const [trailer = ''] = /\/Root \d+ 0 R/.exec(text.slice(text.lastIndexOf('trailer'))) ?? [];
  expect([num, previous, trailer]).not.toContain('');
  const body = `${num} 0 obj\n<<${dict.replace(/\/Contents (?:\[[^\]]*\]|\d+ 0 R)/, '')}>>\nendobj\n`;
  const start = letter.length + body.length;
  const xref = `xref\n${num} 1\n${String(letter.length).padStart(10, '0')} 00000 n \n`;
  const end = `trailer\n<< /Size 9999 ${trailer} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([letter, Buffer.from(body + xref + end, 'latin1')]);
}

describe.skipIf(skipped !== null)(
  skipped ?? 'a statement acknowledged',
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      for (const name of ['pemilik', 'atasan']) mkdirSync(at(name));
      owner = await makeSoftHsm(at('pemilik'), 'PEMILIK');
      superior = await makeSoftHsm(at('atasan'), 'ATASAN');
      const data = at('data.json');
      const person = { nip: '198001012005011001', nik: null, rank: null };
      writeFileSync(
        data,
        JSON.stringify({
          owner: { name: 'Budi Contoh', ...person, position: null, unit: null, email: null },
          superior: { name: 'Siti Contoh', nip: null, position: 'Kepala Dinas' },
          event: { happenedAt: null, place: '', lastOwnUse: null, narrative: 'Token hilang.' },
        }),
      );
      const lost = owner.keys[2].certificateFile;
      const args = ['--certificate', lost, '--ground', 'lost', '--data', data, '--out', work];
      const { stdout, stderr } = await run(['lost', 'report', ...args, '--json']);
      expect(stderr).toContain('does not sign with this certificate any more');
      caseId = (JSON.parse(stdout) as { lost: { id: string } }[])[0]?.lost.id ?? '';
    }, 120_000);

    it('is not asked for before the owner has signed', async () => {
      const refused = await run(['lost', 'ask', caseId, '--out', request]);
      expect(refused.stderr).toContain('PAPER_NOT_SIGNED');
      const early = await takeIn(sampleIn(work, 'apa-saja.pdf'));
      expect(early.stderr).toContain('PAPER_NOT_ASKED');
    });

    it('goes out as a file once the owner has signed with another certificate', async () => {
      const letter = readdirSync(work).find((name) => name.startsWith('surat-keterangan')) ?? '';
      const field = ['--field', 'Pemilik', '--design', 'standar'];
      const sign = ['sign', at(letter), '--out', statement, ...field, '--module', owner.module];
      const key = ['--token', owner.label, '--cert', 'p256', '--pin-stdin', '--offline'];
      const trusted = ['--trust', owner.caFile, '--allow-unchecked'];
      const options = { env: { ...env, ...owner.env }, input: `${USER_PIN}\n` };
      const signed = await pena([...sign, ...key, ...trusted], options);
      expect(signed.stderr).toBe('');
      expect(signed.status).toBe(0);
      await run(['lost', 'paper', caseId, statement, '--kind', 'statement', '--signed']);
      const asked = await run(['lost', 'ask', caseId, '--out', request]);
      expect(asked.status).toBe(0);
      expect(asked.stdout).toContain('personal data, not encrypted');
      // Over it nothing is written, nor is the question exchanged for which the answer below comes back.
      const twice = await run(['lost', 'ask', caseId, '--out', request]);
      expect(twice.stderr).toContain('FILE_OUTPUT_EXISTS');
      const { question, letter: within } = openAcknowledgement(readFileSync(request));
      expect(question).toMatchObject({
        owner: 'Budi Contoh',
        superior: 'Siti Contoh',
        ground: 'lost',
      });
      expect(Buffer.from(within).equals(readFileSync(statement))).toBe(true);
    });

    it('takes back no other letter, no other signer, and nothing changed beside the signature', async () => {
      const letter = readFileSync(statement);
      const told = async (path: string, trusted?: string[]): Promise<string> =>
        (await takeIn(path, trusted)).stderr;
      expect(await told(request)).toContain('PAPER_NOT_ACKNOWLEDGED');
      expect(await told(statement)).toContain('PAPER_NOT_ACKNOWLEDGED');
      const [rsa] = superior.keys;
      const other = await signedWith(
        rsa,
        readFileSync(sampleIn(work, 'lain.pdf')),
        'surat-lain.pdf',
      );
      expect(await told(other)).toContain('PAPER_OTHER_LETTER');
      const lostKey = await signedWith(owner.keys[2], letter, 'kunci-hilang.pdf');
      expect(await told(lostKey)).toContain('PAPER_SIGNED_BY_LOST_KEY');
      const again = await signedWith(owner.keys[1], letter, 'pemilik-lagi.pdf');
      expect(await told(again)).toContain('PAPER_SIGNED_BY_OWNER');
      const changed = await signedWith(rsa, emptied(letter), 'kosong.pdf');
      expect(await told(changed)).toContain('PAPER_OTHER_LETTER');
      const good = await signedWith(rsa, letter, 'baik.pdf');
      expect(await told(good, ['--offline'])).toContain('PAPER_SIGNER_UNTRUSTED');
      const bytes = readFileSync(good);
      const value = bytes.lastIndexOf('/Contents <') + 400;
      bytes[value] = bytes[value] === 0x30 ? 0x31 : 0x30;
      writeFileSync(at('rusak.pdf'), bytes);
      expect(await told(at('rusak.pdf'))).toContain('PAPER_SIGNATURE_BROKEN');
      const status = await run(['lost', 'status', caseId, '--json']);
      expect(status.stdout).toContain('"acknowledgement"');
    });

    it('is opened, read and signed with the token of the superior, and taken back in, twice as once', async () => {
      const options = { env: { ...env, ...superior.env }, input: `${USER_PIN}\n` };
      const read = at('dibaca.pdf');
      const shown = await pena(['lost', 'acknowledge', request, '--letter', read], options);
      expect(shown.stdout).toContain('Budi Contoh');
      expect(readFileSync(read).equals(readFileSync(statement))).toBe(true);

      const answer = at('jawaban.penamengetahui');
      const key = ['--module', superior.module, '--token', superior.label, '--cert', 'rsa'];
      const given = ['--pin-stdin', '--allow-unchecked', ...trust()];
      // No PIN is asked for where the answer could not be written.
      const nowhere = await pena(
        ['lost', 'acknowledge', request, '--out', request, ...key],
        options,
      );
      expect(nowhere.stderr).toContain('FILE_OUTPUT_EXISTS');
      const args = ['lost', 'acknowledge', request, '--out', answer, ...key, ...given];
      const signed = await pena(args, options);
      expect(signed.stderr).toContain('Acknowledged by PENANDA TANGAN rsa');
      expect(signed.stderr).toContain('the superior was named as Siti Contoh');
      expect(signed.status).toBe(0);

      // Both stand where the letter has their places, and can be seen there.
      const { letter } = openAcknowledgement(readFileSync(answer));
      const both = at('berdua.pdf');
      writeFileSync(both, letter);
      const pdfsig = execFileSync('pdfsig', ['-nocert', both], { encoding: 'utf8' });
      const fields = Array.from(pdfsig.matchAll(/Signature Field Name: (.*)/g), ([, name]) => name);
      expect(fields).toEqual(['Pemilik', 'Mengetahui']);
      expect(pdfsig.match(/Signature is Valid/g)).toHaveLength(2);
      const text = execFileSync('pdftotext', ['-layout', both, '-'], { encoding: 'utf8' });
      expect(text).toContain('PENANDA TANGAN rsa');
      expect(text).toContain('PENANDA TANGAN p256');

      for (let time = 0; time < 2; time++) {
        const taken = await takeIn(answer);
        expect(taken.stderr).toContain('Acknowledged by PENANDA TANGAN rsa');
        const [row] = JSON.parse(taken.stdout) as { owed: { debt: string }[] }[];
        const debts = row?.owed.map(({ debt }) => debt);
        expect(debts).not.toContain('statement');
        expect(debts).not.toContain('acknowledgement');
        expect(debts).toContain('papers-report');
      }
      const again = await pena(
        ['lost', 'acknowledge', answer, '--out', at('lagi'), ...key],
        options,
      );
      expect(again.stderr).toContain('PAPER_ANSWERED');
    });

    it('opens no file that was tampered with', async () => {
      const { question, letter } = openAcknowledgement(readFileSync(request));
      const path = at('palsu.penamengetahui');
      const code = async (bytes: Uint8Array): Promise<string> => {
        writeFileSync(path, bytes);
        const { stdout, status } = await pena(['lost', 'acknowledge', path, '--json'], { env });
        expect(status).toBe(65);
        return (JSON.parse(stdout) as { error: { code: string } }).error.code;
      };
      const exchanged = writeAcknowledgement({ question, letter: letter.slice(0, -1) });
      expect(await code(exchanged)).toBe('PACKAGE_DIGEST_WRONG');
      const json = Buffer.from(JSON.stringify({ ...question, owner: 'Budi\u202E' }));
      expect(await code(zipSync({ 'permintaan.json': json, 'surat.pdf': letter }))).toBe(
        'PACKAGE_INVALID',
      );
      expect(await code(zipSync({ '../surat.pdf': letter }))).toBe('PACKAGE_INVALID');
      const bomb = zipSync({ 'permintaan.json': json, 'surat.pdf': new Uint8Array(64 << 20) });
      expect(await code(bomb)).toBe('PACKAGE_TOO_LARGE');
    });
  },
);
