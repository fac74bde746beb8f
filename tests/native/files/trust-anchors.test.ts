import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { loadAnchors } from '../../../native/files/trust-anchors.ts';
import { refusedWith } from '../../support/rejection.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
const at = (...names: string[]): string => join(folder, ...names);
const ders: Buffer[] = [];

beforeAll(() => {
  for (const name of ['satu', 'dua']) {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const out = ['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)];
    execFileSync('openssl', ['req', '-x509', ...key, ...out, '-subj', `/CN=CA ${name}`], {
      stdio: 'ignore',
    });
    execFileSync('openssl', [
      'x509',
      '-in',
      at(`${name}.pem`),
      '-outform',
      'DER',
      '-out',
      at(`${name}.der`),
    ]);
    ders.push(readFileSync(at(`${name}.der`)));
  }
  const pems = ['satu', 'dua', 'satu'].map((name) => readFileSync(at(`${name}.pem`), 'utf8'));
  writeFileSync(at('semua.txt'), `Sertifikat kami:\n${pems.join('\ndan\n')}`);
  mkdirSync(at('map'));
  writeFileSync(at('map', 'a.crt'), pems[0]!);
  writeFileSync(at('map', 'b.DER'), ders[1]!);
  writeFileSync(at('map', 'README'), 'bukan sertifikat');
  mkdirSync(at('kosong'));
  writeFileSync(at('rusak.pem'), pems[0]!.replace(/MI.{8}/, 'AAAAAAAAAA'));
  writeFileSync(at('potong.der'), ders[0]!.subarray(0, 100));
  writeFileSync(at('kunci.pem'), readFileSync(at('satu.key')));
});

async function load(...names: string[]): Promise<Buffer[]> {
  return (await loadAnchors(names.map((name) => at(name)))).map((der) => Buffer.from(der));
}

test('reads PEM, DER, several in one file, and folders; each certificate once', async () => {
  expect(await load('satu.pem')).toEqual([ders[0]]);
  expect(await load('dua.der', 'satu.der')).toEqual([ders[1], ders[0]]);
  expect(await load('semua.txt')).toEqual(ders);
  expect(await load('map')).toEqual(ders);
  expect(await load('map', 'semua.txt', 'satu.pem')).toEqual(ders);
  expect(await load()).toEqual([]);
});

test.each(['kosong', 'rusak.pem', 'potong.der', 'kunci.pem'])('refuses %s', async (name) => {
  expect(await refusedWith(load(name))).toEqual({
    code: 'TRUST_FILE_INVALID',
    params: { file: name },
  });
});

test('takes an authority of practice mode in practice mode only', async () => {
  const [key, out] = [['-newkey', 'rsa:2048', '-nodes', '-keyout', at('latihan.key')], at('l.pem')];
  const policy = 'certificatePolicies=2.25.11394837036258529104923796811141424525';
  execFileSync(
    'openssl',
    ['req', '-x509', ...key, '-out', out, '-subj', '/CN=LATIHAN', '-addext', policy],
    { stdio: 'ignore' },
  );
  expect(await refusedWith(load('satu.pem', 'l.pem'))).toEqual({
    code: 'TRUST_PRACTICE',
    params: { file: 'l.pem' },
  });
  vi.stubEnv('PENA_PRACTICE', '1');
  expect(await load('l.pem')).toHaveLength(1);
});

afterEach(() => vi.unstubAllEnvs());

test('names a missing file', async () => {
  expect((await refusedWith(load('tiada.pem'))).code).toBe('FILE_NOT_FOUND');
});
