import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
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

test('names a missing file', async () => {
  expect((await refusedWith(load('tiada.pem'))).code).toBe('FILE_NOT_FOUND');
});
