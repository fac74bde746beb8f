// What goes wrong at the terminal: each has its own code, sentence and exit code, and leaves no file.
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ERRORS_EN } from '../../core/domain/messages/errors.en.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import { whyNoCompiler } from '../support/faulty-module.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { mountTmpfs, whyNoMount } from '../support/tmpfs.ts';
import {
  buildFault,
  finished,
  largePdf,
  loginsIn,
  makeP12,
  pena,
  sampleIn,
  startPena,
  type Run,
} from './support/pena.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();

describe.skipIf(reason !== null)(`pena sign${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  const seen: string[] = [];

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
  });

  afterEach(() => {
    for (const text of seen.splice(0)) expect(text).not.toMatch(/\n\s+at |Error:|node:/);
  });

  /** Signs `file` into `out` in English with the RSA key of `module`. */
  async function sign(
    file: string,
    out: string,
    options: { module?: string; pin?: string; args?: readonly string[] } = {},
  ): Promise<Run> {
    const { module = token.module, pin = USER_PIN, args = [] } = options;
    const key = ['--module', module, '--cert', 'rsa', '--pin-stdin', '--lang', 'en'];
    const run = await pena(['sign', file, '--offline', '--out', out, ...key, ...args], {
      input: `${pin}\n`,
      env: token.env,
    });
    seen.push(run.stdout, run.stderr);
    return run;
  }

  /** The sentence up to its first hole, and the code below it. */
  function expectRefusal({ status, stdout, stderr }: Run, code: ErrorCode, exit: number): void {
    expect(stderr).toContain(`Code: ${code}\n`);
    expect(stderr).toContain(ERRORS_EN[code].split(/[[{]/)[0]);
    expect({ status, stdout }).toEqual({ status: exit, stdout: '' });
  }

  test.each([
    [
      'not a PDF',
      'PDF_NOT_A_PDF',
      (path: string) => writeFileSync(path, 'Bukan PDF, tetapi teks.'),
    ],
    ['a truncated PDF', 'PDF_TRUNCATED', (path: string) => truncateSync(path, 12_000)],
  ] as const)('%s', async (_name, code, spoil) => {
    const work = temporaryFolder();
    const file = sampleIn(work);
    spoil(file);
    const before = readFileSync(file);
    expectRefusal(await sign(file, join(work, 'hasil.pdf')), code, 65);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
    expect(readFileSync(file)).toEqual(before);
  });

  test('a wrong PIN, tried once', async () => {
    const work = temporaryFolder();
    const module = buildFault(temporaryFolder(), token, 'locks');
    const run = await sign(sampleIn(work), join(work, 'hasil.pdf'), { module, pin: '111111' });
    expectRefusal(run, 'TOKEN_PIN_INCORRECT', 69);
    expect(loginsIn(join(module, '..'))).toEqual(['user 1, 6 bytes']);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test('a locked PIN, not tried at all; the last try only when it is meant', async () => {
    const work = temporaryFolder();
    const locked = buildFault(temporaryFolder(), token, 'locks', 3);
    const output = join(work, 'hasil.pdf');
    expectRefusal(await sign(sampleIn(work), output, { module: locked }), 'TOKEN_PIN_LOCKED', 69);
    expect(loginsIn(join(locked, '..'))).toEqual([]);

    const last = buildFault(temporaryFolder(), token, 'locks', 2);
    expectRefusal(await sign(sampleIn(work), output, { module: last }), 'TOKEN_PIN_LAST_TRY', 69);
    expect(loginsIn(join(last, '..'))).toEqual([]);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
    const meant = await sign(sampleIn(work), output, { module: last, args: ['--last-try'] });
    expect(meant.status).toBe(0);
  });

  test.each([
    ['a module that crashes while signing', 'sign-crash', 'TOKEN_MODULE_CRASHED'],
    ['a token that is pulled while signing', 'sign-removed', 'TOKEN_REMOVED'],
    ['a token that signs something else', 'sign-wrong', 'TOKEN_SIGNATURE_WRONG'],
    ['a module that crashes when it is loaded', 'load-crash', 'TOKEN_MODULE_CRASHED'],
  ] as const)('%s', async (_name, fault, code) => {
    const work = temporaryFolder();
    const module = buildFault(temporaryFolder(), token, fault);
    expectRefusal(await sign(sampleIn(work), join(work, 'hasil.pdf'), { module }), code, 69);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test('a PIN pad needs no PIN', async () => {
    const work = temporaryFolder();
    const module = buildFault(temporaryFolder(), token, 'pin-pad');
    const output = join(work, 'hasil.pdf');
    const key = ['--module', module, '--cert', 'rsa'];
    const run = await pena(['sign', '--offline', sampleIn(work), '--out', output, ...key], {
      env: token.env,
    });
    expect(run.status).toBe(0);
    expect(loginsIn(join(module, '..'))).toEqual(['user 1, 0 bytes']);
  });

  test('a token that is not there, and a module that is not there', async () => {
    const work = temporaryFolder();
    const away = `${token.tokensFolder}-away`;
    renameSync(token.tokensFolder, away);
    mkdirSync(token.tokensFolder);
    try {
      expectRefusal(await sign(sampleIn(work), join(work, 'hasil.pdf')), 'TOKEN_NONE', 69);
    } finally {
      rmSync(token.tokensFolder, { recursive: true });
      renameSync(away, token.tokensFolder);
    }
    const missing = await sign(sampleIn(work), join(work, 'h.pdf'), { module: '/tiada/modul.so' });
    expectRefusal(missing, 'TOKEN_MODULE_MISSING', 69);
    const listed = await pena(['tokens', '--module', '/tiada/modul.so', '--lang', 'en']);
    expect(listed.status).toBe(69);
    expect(listed.stderr).toContain('TOKEN_MODULE_MISSING');
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test('a folder that cannot be written to, and one that is not there', async ({ skip }) => {
    const work = temporaryFolder();
    const file = sampleIn(work);
    expectRefusal(await sign(file, join(work, 'tiada', 'h.pdf')), 'FILE_FOLDER_MISSING', 69);
    const why = whyNoMount();
    if (why !== null) skip(why);
    const disk = mountTmpfs(1_000_000);
    disk.makeReadOnly();
    expectRefusal(await sign(file, join(disk.path, 'h.pdf')), 'FILE_FOLDER_READ_ONLY', 69);
  });

  test('a full disk', async ({ skip }) => {
    const why = whyNoMount();
    if (why !== null) skip(why);
    const disk = mountTmpfs(2_000_000);
    writeFileSync(join(disk.path, 'lain.txt'), 'tetap');
    const file = largePdf(join(temporaryFolder(), 'besar.pdf'), 4_000_000);
    expectRefusal(await sign(file, join(disk.path, 'h.pdf')), 'FILE_DISK_FULL', 69);
    expect(readdirSync(disk.path)).toEqual(['lain.txt']);
  });

  test('an output that is there already, or is the original', async () => {
    const work = temporaryFolder();
    const file = sampleIn(work);
    const other = join(work, 'ada.pdf');
    writeFileSync(other, 'lama');
    expectRefusal(await sign(file, other), 'FILE_OUTPUT_EXISTS', 64);
    expect(readFileSync(other, 'utf8')).toBe('lama');
    expectRefusal(await sign(file, file, { args: ['--overwrite'] }), 'FILE_OUTPUT_IS_INPUT', 64);
    expect((await sign(file, other, { args: ['--overwrite'] })).status).toBe(0);
    expect(readFileSync(other, 'latin1')).toMatch(/^%PDF-/);
  });

  test('a page and a rectangle that are not in the document', async () => {
    const work = temporaryFolder();
    const at = (page: string, rect: string) =>
      sign(sampleIn(work), join(work, 'h.pdf'), { args: ['--page', page, '--rect', rect] });
    expectRefusal(await at('9', '300,300,220,100'), 'PDF_PAGE_NOT_FOUND', 64);
    expectRefusal(await at('1', '500,300,220,100'), 'PDF_RECT_OUTSIDE_PAGE', 64);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test('a wrong passphrase, and no PIN at all', async () => {
    const work = temporaryFolder();
    const p12 = makeP12(temporaryFolder(), token.keys[0]);
    const base = [
      'sign',
      '--offline',
      sampleIn(work),
      '--out',
      join(work, 'h.pdf'),
      '--lang',
      'en',
    ];
    const wrong = await pena([...base, '--p12', p12, '--pin-stdin'], { input: 'salah\n' });
    expectRefusal(wrong, 'P12_PASSPHRASE_INCORRECT', 69);
    expectRefusal(await pena([...base, '--p12', p12]), 'PIN_NOT_GIVEN', 64);
    const key = ['--module', token.module, '--cert', 'rsa'];
    expectRefusal(await pena([...base, ...key], { env: token.env }), 'PIN_NOT_GIVEN', 64);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while the token works leaves nothing behind', async (signal, status) => {
    const work = temporaryFolder();
    const faultFolder = temporaryFolder();
    const module = buildFault(faultFolder, token, 'sign-hang');
    const args = [
      'sign',
      '--offline',
      sampleIn(work),
      '--out',
      join(work, 'h.pdf'),
      '--lang',
      'en',
    ];
    const child = startPena([...args, '--module', module, '--cert', 'rsa', '--pin-stdin'], {
      input: `${USER_PIN}\n`,
      env: token.env,
    });
    const ended = finished(child);
    await expect.poll(() => loginsIn(faultFolder).length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // As a terminal does it: to the whole group, token host included.
    process.kill(-(child.pid ?? 0), signal);
    const run = await ended;
    expect(run.stderr).toContain('Code: CANCELLED');
    expect(run.status).toBe(status);
    expect(readdirSync(work)).toEqual(['sk.pdf']);
  });

  test('a PIN typed at a terminal is not shown, also when it is wrong', async ({ skip }) => {
    if (spawnSync('script', ['--version']).status !== 0) skip('skipped: no script(1)');
    const work = temporaryFolder();
    const output = join(work, 'h.pdf');
    const bin = new URL('../../cli/bin.js', import.meta.url).pathname;
    const key = `--module ${token.module} --cert rsa --lang en`;
    const command = `${process.execPath} ${bin} sign --offline ${sampleIn(work)} --out ${output} ${key}`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      env: { PATH: process.env['PATH'], ...token.env },
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let shown = '';
    const answers = ['994411\r', `${USER_PIN}\r`];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const asked = shown.split('Esc cancels): ').length - 1;
      if (asked > 2 - answers.length) child.stdin.write(answers.shift() ?? '');
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(shown).toContain('That PIN was wrong. This document has not been signed.');
    expect(shown).toContain('Signed: ');
    expect(status).toBe(0);
    expect(shown).not.toContain('994411');
    expect(shown).not.toContain(USER_PIN);
  });
});

test('mistakes in the command are named, and secrets in it are not repeated', async () => {
  const file = sampleIn(temporaryFolder());
  const wrong = async (...args: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await pena(args);
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).not.toContain('482915');
    return stderr;
  };
  expect(await wrong('sign', file, '--out', 'x.pdf', '--pin', '482915')).toContain(
    'PIN_ON_COMMAND_LINE',
  );
  expect(await wrong('sign', file, '--out', 'x.pdf', '--pn=482915')).toContain('Opsi --pn tidak');
  expect(await wrong('sign', file, '--out', 'x.pdf', '-x482915')).toContain('Opsi -x tidak');
  expect(await wrong('extract', file)).toContain('Opsi --signature wajib ada.');
  expect(await wrong('sgin', file)).toContain(
    'Perintah sgin tidak dikenal. Maksud Anda sign? Lihat pena --help.',
  );
  expect(await wrong('sign', file, '--ouput', '482915')).toContain('Maksud Anda --out?');
  expect(await wrong('tokens', '482915')).toContain('Kode: USAGE');
  expect(await wrong('verify', file, '--at', 'kemarin')).toContain('Setelah --at harus ada');
  const json = await pena(['sign', file, '--out', 'x.pdf', '--pin=482915', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'PIN_ON_COMMAND_LINE' } });
  expect(json.stdout + json.stderr).not.toContain('482915');
});
