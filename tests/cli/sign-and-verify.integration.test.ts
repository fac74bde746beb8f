// The main job from the terminal: sign with a token or a key file, verify, and have others verify.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { makeP12, P12_PASSPHRASE, pena, sampleIn, type Run } from './support/pena.ts';

const reason = whyNoSoftHsm();
const PIN = { input: `${USER_PIN}\n` };

/** The array that --json prints; its elements' shapes are what the tests are about. */
const jsonOf = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>[];
const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

describe.skipIf(reason !== null)(`pena${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
  });

  const signWith = (key: readonly string[], extra: object = {}) => {
    const work = temporaryFolder();
    const output = join(work, 'hasil.pdf');
    const args = ['sign', '--offline', sampleIn(work), '--out', output, '--json', ...key];
    return { work, output, run: pena(args, { env: token.env, ...extra }) };
  };

  test.each([
    ['RSA-2048', 0],
    ['P-256', 1],
    ['P-384', 2],
  ] as const)('signs with %s what pdfsig and Pena verify', async (_kind, index) => {
    const { name } = token.keys[index];
    const stamp = ['--page', 'last', '--rect', '300,300,220,100', '--text', 'Wali Kota'];
    const { output, work, run } = signWith(['--cert', name, ...stamp, '--pin-stdin'], PIN);
    const signed = await run;
    expect(signed).toMatchObject({ status: 0, stderr: '' });
    expect(jsonOf(signed)).toMatchObject([
      {
        ...{ file: join(work, 'sk.pdf'), output, status: 'signed', error: null },
        documentSha256: sha256(join(work, 'sk.pdf')),
        signer: { subject: `CN=PENANDA TANGAN ${name}, O=LATIHAN, C=ID` },
      },
    ]);
    expect(execFileSync('pdfsig', ['-nocert', output], { encoding: 'utf8' })).toContain(
      'Signature Validation: Signature is Valid.',
    );
    expect(() => execFileSync('qpdf', ['--check', output])).not.toThrow();

    const verified = await pena(['verify', output, '--trust', token.caFile, '--json']);
    // Intact and trusted, but nobody has looked at revocation yet.
    expect(verified).toMatchObject({ status: 2, stderr: '' });
    expect(jsonOf(verified)).toMatchObject([
      {
        ...{ file: output, sha256: sha256(output), verdict: 'INDETERMINATE', error: null },
        signatures: [{ intact: true, coverage: 'ENTIRE_FILE', level: 'PAdES-B-B' }],
      },
    ]);
    expect(jsonOf(verified)).toMatchObject([
      { signatures: [{ trustAnchor: expect.stringMatching(/^[0-9a-f]{64}$/) as string }] },
    ]);
  });

  test('signs with a PKCS#12 file, its passphrase through a descriptor', async () => {
    const p12 = makeP12(temporaryFolder(), token.keys[1]);
    const key = ['--p12', p12, '--pin-fd', '3'];
    const { output, run } = signWith(key, { fd3: `${P12_PASSPHRASE}\n` });
    expect(await run).toMatchObject({ status: 0 });
    expect(await pena(['verify', output, '--trust', token.caFile])).toMatchObject({ status: 2 });
  });

  test('signs several documents with one login, and tells one that failed', async () => {
    const work = temporaryFolder();
    const out = join(work, 'hasil');
    mkdirSync(out);
    const files = [sampleIn(work, 'a.pdf'), join(work, 'rusak.pdf'), sampleIn(work, 'c.pdf')];
    writeFileSync(join(work, 'rusak.pdf'), 'bukan PDF');
    const key = ['--cert', 'rsa', '--pin-stdin'];
    const run = await pena(['sign', '--offline', ...files, '--out', `${out}/`, ...key], {
      ...PIN,
      env: token.env,
    });
    expect(run.status).toBe(65);
    expect(run.stdout).toContain('2 dari 3 dokumen ditandatangani, 1 gagal.');
    expect(run.stderr).toContain('Kode: PDF_NOT_A_PDF');
    expect(readdirSync(out).sort()).toEqual(['a.pdf', 'c.pdf']);
    const verified = await pena(['verify', join(out, 'a.pdf'), join(out, 'c.pdf'), '--json']);
    expect(jsonOf(verified)).toMatchObject([
      { signatures: [{ intact: true }] },
      { signatures: [{ intact: true }] },
    ]);
  });

  test('adds a second signature that leaves the first one intact', async () => {
    const first = signWith(['--cert', 'rsa', '--pin-stdin'], PIN);
    await first.run;
    const second = join(first.work, 'dua.pdf');
    const args = [
      'sign',
      '--offline',
      first.output,
      '--out',
      second,
      '--cert',
      'p256',
      '--pin-stdin',
    ];
    expect(await pena(args, { ...PIN, env: token.env })).toMatchObject({ status: 0 });
    const signatures = jsonOf(await pena(['verify', second, '--json']))[0]?.['signatures'];
    expect(signatures).toMatchObject([
      { intact: true, coverage: 'ENTIRE_REVISION' },
      { intact: true, coverage: 'ENTIRE_FILE' },
    ]);
  });

  test('lists tokens, and says of each certificate whether it can sign', async () => {
    const args = ['tokens', '--module', token.module];
    const text = await pena(args, { env: token.env });
    expect(text).toMatchObject({ status: 0, stderr: '' });
    expect(text.stdout).toContain('PENANDA TANGAN rsa\n    dapat dipakai menandatangani\n');
    // Its authority is nobody's anchor: it can be signed with, and its owner is told.
    expect(text.stdout).toContain(
      '    Penerbit tidak dikenal: pemeriksa mungkin tidak mempercayainya.\n',
    );
    expect(text.stdout).toMatch(/CA UJI\n {4}tidak dapat dipakai menandatangani: .*CERT_AUTHORITY/);
    const [listed] = jsonOf(await pena([...args, '--json'], { env: token.env }));
    expect(listed).toMatchObject({
      module: token.module,
      label: 'UJI',
      pinState: 'ok',
      error: null,
    });
    const certificates = listed?.['certificates'] as { label: string; canSign: boolean }[];
    expect(Object.fromEntries(certificates.map(({ label, canSign }) => [label, canSign]))).toEqual({
      rsa: true,
      p256: true,
      p384: true,
      'CA UJI': false,
    });
  });

  test('asks which certificate is meant, before it asks for a PIN', async () => {
    const { run, work } = signWith(['--lang', 'en']);
    const ended = await run;
    expect(ended.status).toBe(64);
    expect(jsonOf(ended)).toMatchObject([{ status: 'failed', error: { code: 'CERT_AMBIGUOUS' } }]);
    expect(ended.stderr).toBe('');
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });
});

test('a document without a signature, one that was changed, and one that is none', async () => {
  const work = temporaryFolder();
  const plain = sampleIn(work);
  const verified = await pena(['verify', plain]);
  expect(verified.status).toBe(3);
  expect(verified.stdout).toMatch(/^Tidak ditandatangani secara elektronik\.\n/);
  expect((await pena(['verify', plain, join(work, 'tiada.pdf')])).status).toBe(65);
});

test('help and version in both languages, and no command is a mistake', async () => {
  const commands = [
    'tokens',
    'sign',
    'verify',
    'inspect',
    'extend',
    'timestamp',
    'extract',
    'repair',
  ];
  for (const command of commands) {
    const id = await pena([command, '--help']);
    expect(id).toMatchObject({ status: 0, stderr: '' });
    expect(id.stdout).toContain(`Cara pakai: pena ${command}`);
    expect(id.stdout).toContain(`Contoh:\n  pena ${command}`);
    const en = await pena([command, '--help'], { env: { LANG: 'en_US.UTF-8' } });
    expect(en.stdout).toContain(`Usage: pena ${command}`);
    expect(en.stdout).toContain(`Examples:\n  pena ${command}`);
  }
  expect(await pena(['--version'])).toMatchObject({ status: 0, stdout: '0.1.0\n' });
  expect((await pena([])).status).toBe(64);
});
