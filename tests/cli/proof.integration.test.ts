// From the terminal with real services on loopback (openssl answers): every level, its proof, what happens
// where nobody answers, and what is completed later.
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encryptFile } from '../support/encrypted-files.ts';
import { opensslAccepts, pdfsigSays, qpdfCheck } from '../support/other-validators.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, userFolder, type Run } from './support/pena.ts';
import { hasTerminal, penaAtTerminal } from './support/terminal.ts';
import {
  guardedTsa,
  PASSPHRASE,
  practiceServices,
  type PracticeServices,
} from './support/practice-services.ts';

const folder = sharedTemporaryFolder();
const NOBODY = 'http://127.0.0.1:1/tsa';
let practice: PracticeServices;

beforeAll(async () => {
  practice = await practiceServices(folder);
});
afterAll(() => practice.stop());

const jsonOf = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>[];
const codeOf = (run: Run) => (jsonOf(run)[0]?.['error'] as { code: string } | null)?.code ?? null;

interface Signing {
  readonly key?: 'good' | 'revoked';
  readonly input?: string;
  readonly fd3?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function sign(args: readonly string[], { key = 'good', input, ...rest }: Signing = {}) {
  const work = temporaryFolder();
  const output = join(work, 'ttd.pdf');
  const file = input ?? sampleIn(work);
  const command = ['sign', file, '--out', output, '--p12', practice.keys[key], '--pin-stdin'];
  command.push('--trust', practice.caFile);
  const run = await pena([...command, ...args], { input: `${PASSPHRASE}\n`, ...rest });
  return { run, output, work };
}

const verify = (file: string, ...args: string[]) =>
  pena(['verify', file, '--trust', practice.caFile, '--json', ...args]);

test.each([
  ['b-b', 'PAdES-B-B'],
  ['b-t', 'PAdES-B-T'],
  ['b-lt', 'PAdES-B-LT'],
  ['b-lta', 'PAdES-B-LTA'],
])('%s: what others accept, and what Pena finds in it', async (level, found) => {
  const { run, output, work } = await sign(['--level', level, '--tsa', practice.tsaUrl, '--json']);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(jsonOf(run)).toMatchObject([
    { status: 'signed', level: level.toUpperCase(), pending: null, findings: [], error: null },
  ]);
  expect(pdfsigSays(output)[0]).toBe('Signature is Valid.');
  expect(qpdfCheck(output)).toEqual({ status: 0, complaints: 0 });
  expect(await opensslAccepts(output, practice.caFile, work)).toBe(true);
  const online = await verify(output);
  expect(online).toMatchObject({ status: 0, stderr: '' });
  const report = jsonOf(online)[0] as { verdict: string; signatures: unknown[] };
  expect(report.verdict).toBe('TOTAL_PASSED');
  expect(report.signatures[0]).toMatchObject({ level: found, revocation: { status: 'GOOD' } });
  // Long-term proof is in the document; without it nobody offline can know.
  const proven = ['b-lt', 'b-lta'].includes(level);
  expect((await verify(output, '--offline')).status).toBe(proven ? 0 : 2);
  if (!proven) return;
  // The answers about the time-stamp authority in the document are a week old then, and told as such.
  const later = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const shelved = await verify(output, '--offline', '--at', later);
  expect(shelved.status).toBe(0);
  const [kept] = jsonOf(shelved) as { signatures: { reasons: { code: string }[] }[] }[];
  const codes = kept?.signatures.flatMap(({ reasons }) => reasons.map(({ code }) => code));
  expect(codes).toContain('TIMESTAMP_STATUS_OLD');
  expect(kept?.signatures[0]).toMatchObject({ revocation: { embedded: ['ocsp'] } });
});

test('without --level: a time stamp where an authority is known, by option or by settings', async () => {
  expect(jsonOf((await sign(['--json'])).run)).toMatchObject([{ level: 'B-B' }]);
  const settings = join(userFolder, 'config', 'pena');
  mkdirSync(settings, { recursive: true });
  const tsa = [{ name: 'TSA UJI', url: practice.tsaUrl }];
  writeFileSync(
    join(settings, 'pena.json'),
    JSON.stringify({ tsa, anchors: [practice.caFile], proxy: { url: null } }),
  );
  try {
    const { run, output } = await sign(['--json']);
    expect(jsonOf(run)).toMatchObject([{ level: 'B-T' }]);
    expect((await pena(['verify', output])).status).toBe(0);
    expect(jsonOf((await sign(['--json', '--offline'])).run)).toMatchObject([{ level: 'B-B' }]);
    const shown = await pena(['settings']);
    expect(shown.stdout).toContain(
      `Otoritas penanda waktu (dari berkas pengaturan)\n  TSA UJI: ${practice.tsaUrl}\n`,
    );
    const json = JSON.parse((await pena(['settings', '--json'])).stdout) as object;
    expect(json).toMatchObject({
      files: [
        { origin: 'policy' },
        { origin: 'user', path: join(settings, 'pena.json'), found: true },
      ],
      tsa: { value: tsa, from: 'user' },
      anchors: { value: [practice.caFile], from: 'user' },
      proxy: { value: { url: null }, from: 'user' },
    });
    writeFileSync(join(settings, 'pena.json'), '{"tsa": 1}');
    const broken = await pena(['verify', output]);
    expect(broken.status).toBe(64);
    expect(broken.stderr).toContain('pada tsa.');
  } finally {
    rmSync(settings, { recursive: true });
  }
});

test('a revoked certificate signs nothing, whatever is allowed', async () => {
  const all = ['--allow-unchecked', '--allow-incomplete', '--accept-findings', '--json'];
  const { run, work } = await sign(all, { key: 'revoked' });
  expect(run.status).toBe(69);
  expect(codeOf(run)).toBe('CERT_REVOKED');
  expect(readdirSync(work)).toEqual(['sk.pdf']);
  const certificate = fingerprint(practice.keys.revoked);
  const document = sha256(join(work, 'sk.pdf'));
  expect(lastEntry('refused')).toEqual({
    ...{ kind: 'refused', certificate, document, code: 'CERT_REVOKED', batch: null },
  });
  // Who asks nobody is told nothing; whoever verifies is.
  const unasked = await sign(['--offline'], { key: 'revoked' });
  expect(unasked.run.status).toBe(0);
  expect((await verify(unasked.output, '--offline')).status).toBe(2);
  const told = jsonOf(await verify(unasked.output));
  expect(told).toMatchObject([
    { signatures: [{ revocation: { status: 'REVOKED', reason: 'keyCompromise' } }] },
  ]);
});

test('no answer about the certificate: not signed, unless somebody says so, and that is noted', async () => {
  // A proxy that is not there: nobody can be asked.
  const env = {
    http_proxy: 'http://127.0.0.1:1',
    XDG_CACHE_HOME: join(temporaryFolder(), 'cache'),
  };
  const { run, work } = await sign([], { env });
  expect(run.status).toBe(69);
  expect(run.stderr).toContain('Kode: CERT_STATUS_UNKNOWN');
  expect(run.stderr).toContain('--allow-unchecked');
  expect(readdirSync(work)).toEqual(['sk.pdf']);
  const allowed = await sign(['--allow-unchecked'], { env });
  expect(allowed.run).toMatchObject({ status: 0 });
  expect(lastOverride()).toMatchObject({
    override: 'sign-unchecked',
    document: sha256(join(allowed.work, 'sk.pdf')),
    codes: ['NET_PROXY'],
  });
  // Who only verifies is told, not stopped.
  const verified = await pena(['verify', allowed.output, '--trust', practice.caFile], { env });
  expect(verified).toMatchObject({ status: 2, stderr: '' });
  expect(verified.stdout).toContain('REVOCATION_UNKNOWN');
});

test.skipIf(!hasTerminal())(
  'no answer, at a terminal: the person is asked, and the yes is noted',
  async () => {
    const env = {
      http_proxy: 'http://127.0.0.1:1',
      XDG_CACHE_HOME: join(temporaryFolder(), 'cache'),
    };
    const work = temporaryFolder();
    const output = join(work, 'ttd.pdf');
    const file = sampleIn(work);
    const args = ['sign', file, '--out', output, '--p12', practice.keys.good, '--lang', 'en'];
    const passphrase = [/Passphrase[^\n]*: $/, `${PASSPHRASE}\r`] as const;
    const question = /noted in the journal\); anything else cancels: $/;
    const no = await penaAtTerminal(args, [passphrase, [question, 'no\r']], env);
    expect(no.status).toBe(69);
    expect(no.screen).toContain('CERT_STATUS_UNKNOWN');
    expect(readdirSync(work)).toEqual(['sk.pdf']);
    const yes = await penaAtTerminal(args, [passphrase, [question, 'yes\r']], env);
    expect(yes.screen).toContain('Nobody answers whether your certificate is revoked');
    expect(yes.status).toBe(0);
    expect(yes.screen).not.toContain(PASSPHRASE);
    expect(pdfsigSays(output)).toEqual(['Signature is Valid.']);
    expect(lastOverride()).toMatchObject({ override: 'sign-unchecked', document: sha256(file) });
  },
);

test('no time stamp: nothing is written, or it is pending and completed later', async () => {
  const refused = await sign(['--tsa', NOBODY]);
  expect(refused.run.status).toBe(69);
  expect(refused.run.stderr).toContain('--allow-incomplete');
  expect(readdirSync(refused.work)).toEqual(['sk.pdf']);
  const args = ['--tsa', NOBODY, '--level', 'b-lta', '--allow-incomplete'];
  const kept = await sign(args);
  expect(kept.run.status).toBe(0);
  expect(kept.run.stdout).toContain('Penanda waktu tertunda.');
  expect(lastOverride()).toMatchObject({ override: 'keep-incomplete', codes: ['NET_UNREACHABLE'] });
  expect(jsonOf((await sign([...args, '--json'])).run)).toMatchObject([
    {
      ...{ status: 'signed', level: 'B-B' },
      pending: { what: 'timestamp', wanted: 'B-LTA', code: 'NET_UNREACHABLE' },
    },
  ]);
  const extend = ['extend', kept.output, '--level', 'lta', '--tsa', practice.tsaUrl];
  extend.push('--trust', practice.caFile);
  const extended = await pena([...extend, '--json']);
  expect(extended).toMatchObject({ status: 0, stderr: '' });
  const output = join(kept.work, 'ttd-lta.pdf');
  expect(jsonOf(extended)).toMatchObject([
    { file: kept.output, output, status: 'extended', level: 'LTA', signatures: 1, error: null },
  ]);
  // All that proves it is in the document, the archive's authority included.
  expect(await verify(output, '--offline')).toMatchObject({ status: 0 });
  // The result is there by now.
  expect(codeOf(await pena([...extend, '--json']))).toBe('FILE_OUTPUT_EXISTS');
});

test('the next authority is asked where the first one fails; a password reaches only its own', async () => {
  const guard = await guardedTsa(practice.tsaUrl, 'budi', 'kunci é');
  try {
    const named = ['--tsa', guard.url, '--tsa-user', 'budi', '--tsa-password-fd', '3', '--json'];
    const { run } = await sign(named, { fd3: 'kunci é\n' });
    expect(jsonOf(run)).toMatchObject([{ level: 'B-T' }]);
    const wrong = await sign(named, { fd3: 'salah\n' });
    expect(codeOf(wrong.run)).toBe('NET_AUTH');
    expect(wrong.run.stdout + wrong.run.stderr).not.toContain('salah\n');
    const second = ['--tsa', NOBODY, '--tsa', guard.url, ...named.slice(2)];
    expect(codeOf((await sign(second, { fd3: 'kunci é\n' })).run)).toBe('NET_AUTH');
    const fallback = await sign(['--tsa', guard.url, '--tsa', practice.tsaUrl, '--json']);
    expect(jsonOf(fallback.run)).toMatchObject([{ level: 'B-T' }]);
  } finally {
    await guard.stop();
  }
});

test('BSrE’s form, with proof inside, PSS and SHA-512, certified and locked', async () => {
  const args = ['--format', 'adbe', '--algorithm', 'pss', '--hash', 'sha512'];
  const { run, output } = await sign([...args, '--certify', '2', '--lock', 'all']);
  expect(run.status).toBe(0);
  const says = execFileSync('pdfsig', ['-nocert', output], { encoding: 'utf8' });
  expect(says).toContain('Signature Type: adbe.pkcs7.detached');
  expect(says).toContain('Signing Hash Algorithm: SHA-512');
  expect(says).toContain('Signature Validation: Signature is Valid.');
  expect(jsonOf(await verify(output, '--offline'))).toMatchObject([
    {
      verdict: 'TOTAL_PASSED',
      signatures: [{ docMdp: { level: 2 }, revocation: { status: 'GOOD', embedded: ['ocsp'] } }],
    },
  ]);
  // All fields are locked: no second signature.
  expect(codeOf((await sign(['--json'], { input: output })).run)).toBe('PDF_FIELD_LOCKED');
});

test('time-stamps a document without signing it', async () => {
  const work = temporaryFolder();
  const output = join(work, 'waktu.pdf');
  const args = ['timestamp', sampleIn(work), '--out', output, '--tsa', practice.tsaUrl];
  const stranger = await pena([...args, '--lang', 'en']);
  expect(stranger.status).toBe(69);
  expect(stranger.stderr).toContain('Code: TSA_CERTIFICATE_UNTRUSTED');
  expect(readdirSync(work)).toEqual(['sk.pdf']);
  args.push('--trust', practice.caFile);
  const run = await pena([...args, '--lang', 'en']);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toMatch(/^Time-stamped: .*waktu\.pdf\n/);
  // Nobody has signed it: the stamp passes, the document has no signature.
  const stamp = { type: 'docTimeStamp', intact: true, indication: 'TOTAL_PASSED' };
  expect(jsonOf(await verify(output))).toMatchObject([
    { verdict: 'NO_SIGNATURE', signatures: [stamp] },
  ]);
  expect((await pena(args.slice(0, 4))).stderr).toContain('--tsa');
});

test('a batch ends with a witness to the journal, and one can be added at any time', async () => {
  const work = temporaryFolder();
  const [out, journal, plan] = ['hasil', 'jurnal', 'rencana.json'].map((one) => join(work, one));
  mkdirSync(out ?? '');
  const first = jsonOf((await sign(['--json', '--offline'])).run)[0];
  const { sha256: cert } = first?.['signer'] as { sha256: string };
  const key = ['--p12', practice.keys.good, '--pin-stdin', '--journal', journal ?? ''];
  const time = ['--tsa', practice.tsaUrl, '--trust', practice.caFile];
  const input = { input: `${PASSPHRASE}\n` };
  const planned = ['batch', 'plan', sampleIn(work), '--cert', cert, '--out', plan ?? ''];
  expect((await pena(planned)).status).toBe(0);
  const batch = ['batch', 'run', plan ?? '', '--out', out ?? '', ...key];
  const refused = await pena([...batch, '--checkpoint', 'time'], input);
  expect(refused.status).toBe(64);
  expect(readdirSync(out ?? '').filter((name) => name.endsWith('.pdf'))).toEqual([]);
  const run = await pena([...batch, ...time, '--checkpoint', 'time'], input);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const signed = ['journal', 'checkpoint', '--checkpoint', 'sign', ...key];
  expect(await pena(signed, input)).toMatchObject({ status: 0, stderr: '' });
  const verified = await pena(['journal', 'verify', '--json', '--journal', journal ?? '']);
  expect(JSON.parse(verified.stdout)).toMatchObject({
    ...{ ok: true, findings: [] },
    checkpoints: [
      { form: 'rfc3161', by: 'TSA UJI', ok: true },
      { form: 'cms', by: 'PEJABAT good', ok: true },
    ],
  });
});

test('extends what can be extended, and tells what cannot', async () => {
  const first = await sign([]);
  const files = [join(first.work, 'sk.pdf'), first.output];
  const out = join(first.work, 'lengkap');
  mkdirSync(out);
  const args = ['extend', ...files, '--level', 'lt', '--tsa', practice.tsaUrl, '--out', out];
  args.push('--trust', practice.caFile);
  const run = await pena(args);
  expect(run.status).toBe(65);
  expect(run.stderr).toContain('Kode: SIGNATURE_NONE');
  expect(run.stdout).toContain('1 dari 2 dokumen dilengkapi.');
  expect(readdirSync(out)).toEqual(['ttd.pdf']);
  expect(jsonOf(await verify(join(out, 'ttd.pdf'), '--offline'))).toMatchObject([
    { signatures: [{ revocation: { status: 'GOOD' } }, { type: 'docTimeStamp' }] },
  ]);
});

test('a password of one file leaves another alone that opens by itself', async () => {
  const work = temporaryFolder();
  const [locked, open, out] = [
    join(work, 'kunci.pdf'),
    join(work, 'buka.pdf'),
    join(work, 'hasil'),
  ];
  const [kind, owner] = ['AES-256 (V 5, R 6)', 'pemilik'] as const;
  encryptFile(sampleIn(work), locked, { kind, user: 'buka', owner });
  encryptFile(sampleIn(work), open, { kind, user: '', owner: 'lain' });
  mkdirSync(out);
  const services = ['--tsa', practice.tsaUrl, '--trust', practice.caFile, '--out', out];
  const args = ['--json', '--password-stdin'];
  const codesOf = (run: Run) =>
    jsonOf(run).map(({ error }) => (error as { code: string } | null)?.code);
  const given = { input: 'buka\n' };
  const stamped = await pena(['timestamp', locked, open, ...services, ...args], given);
  expect([stamped.status, ...codesOf(stamped)]).toEqual([0, undefined, undefined]);
  const looked = await pena(['inspect', locked, open, ...args], given);
  expect([looked.status, ...codesOf(looked)]).toEqual([0, undefined, undefined]);
  const wrong = await pena(['inspect', locked, open, ...args], { input: 'salah\n' });
  expect([wrong.status, ...codesOf(wrong)]).toEqual([65, 'PDF_PASSWORD_INCORRECT', undefined]);
  const words = await pena(
    ['timestamp', locked, join(work, 'x.pdf'), ...services, '--overwrite', '--password-stdin'],
    given,
  );
  expect(words.stdout).toContain('1 dari 2 dokumen diberi penanda waktu.');
  expect(words.stderr).toMatch(/^Belum diberi penanda waktu: .*x\.pdf$/m);
  // Of one file alone it has to be right.
  expect(codesOf(await pena(['inspect', open, ...args], given))).toEqual([
    'PDF_PASSWORD_INCORRECT',
  ]);
});

test('takes out the document as it was signed', async () => {
  const first = await sign(['--offline']);
  const second = await sign(['--level', 'b-lta', '--tsa', practice.tsaUrl], {
    input: first.output,
  });
  const at = (name: string): string => join(second.work, name);
  const extract = (n: string, out: string) =>
    pena(['extract', second.output, '--signature', n, '--out', at(out), '--json']);
  const one = await extract('1', 'satu.pdf');
  expect(readFileSync(at('satu.pdf')).equals(readFileSync(first.output))).toBe(true);
  expect(JSON.parse(one.stdout)).toMatchObject({
    sha256: sha256(first.output),
    size: readFileSync(first.output).length,
    added: readFileSync(second.output).length - readFileSync(first.output).length,
  });
  expect((await extract('2', 'dua.pdf')).status).toBe(0);
  expect(pdfsigSays(at('dua.pdf'))).toHaveLength(2);
  // Two signatures; what follows is a document time stamp.
  expect(await extract('3', 'tiga.pdf')).toMatchObject({ status: 64 });
  expect(await extract('nol', 'nol.pdf')).toMatchObject({ status: 64 });
});

test('takes out what was signed of a file whose end was spoiled, and names the signature in it', async () => {
  const { output, work } = await sign(['--offline']);
  const forged = join(work, 'palsu.pdf');
  const added = '4 0 obj\n<< /Length 1 >>\nstream\nq\nendstream\nendobj\nstartxref\n1\n%%EOF\n';
  writeFileSync(forged, Buffer.concat([readFileSync(output), Buffer.from(added)]));
  const verified = await pena(['verify', '--offline', forged]);
  expect(verified.stdout).toContain('cara yang lazim dipakai untuk memalsukan isi');
  expect(verified.status).not.toBe(0);
  const out = join(work, 'asli.pdf');
  expect(await pena(['extract', forged, '--signature', '1', '--out', out])).toMatchObject({
    status: 0,
  });
  expect(sha256(out)).toBe(sha256(output));
});

/** SHA-256 of the first certificate of a key file, as openssl takes it out. */
function fingerprint(p12: string): string {
  const shown = ['pkcs12', '-in', p12, '-nokeys', '-clcerts', '-passin', `pass:${PASSPHRASE}`];
  const { fingerprint256 } = new X509Certificate(execFileSync('openssl', shown));
  return fingerprint256.replaceAll(':', '').toLowerCase();
}

const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

function lastOverride(): unknown {
  return lastEntry('overridden');
}

/** The last of its kind in the tests' own journal. */
function lastEntry(wanted: string): unknown {
  const journal = join(userFolder, 'config', 'pena', 'journal');
  const text = readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readFileSync(join(journal, name), 'utf8'))
    .join('');
  const entries = text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: { kind: string } }).entry);
  return entries.findLast(({ kind }) => kind === wanted);
}
