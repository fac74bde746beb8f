// Trust anchors that a person takes in and out: what the settings file says after it, and what is read from it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadAnchors } from '../../../native/files/trust-anchors.ts';
import { addAnchor, removeAnchor, takenIn } from '../../../native/settings/change-anchors.ts';
import { changeAuthorities } from '../../../native/settings/change-authorities.ts';
import { readSettingsFile } from '../../../native/settings/settings-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function rootIn(folder: string): { der: Buffer; sha256: string } {
  const pem = join(folder, 'akar.pem');
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-keyout', join(folder, 'kunci.pem'), '-out', pem, '-days', '30', '-subj', '/CN=CA UJI'],
  ]);
  const told = execFileSync('openssl', ['x509', '-in', pem, '-noout', '-fingerprint', '-sha256']);
  const sha256 = told.toString().split('=')[1]!.replaceAll(':', '').trim().toLowerCase();
  return { der: execFileSync('openssl', ['x509', '-in', pem, '-outform', 'DER']), sha256 };
}

it('is trusted as it was shown, once, beside what was written before; and is gone again', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'pena.json');
  const { der, sha256 } = rootIn(folder);
  const before = { tsa: [{ name: 'TSA', url: 'http://tsa.test/' }], anchors: ['kantor.pem'] };
  writeFileSync(path, JSON.stringify(before));
  await addAnchor(path, der);
  await addAnchor(path, der);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...before,
    anchors: ['kantor.pem', `akar/${sha256}.cer`],
  });
  const { settings } = await readSettingsFile(path);
  const named = settings?.anchors ?? [];
  expect(takenIn(named, path)).toEqual([sha256]);
  expect((await loadAnchors(named.slice(1))).map((one) => der.equals(one))).toEqual([true]);

  await removeAnchor(path, sha256);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(before);
  expect(existsSync(join(folder, 'akar', `${sha256}.cer`))).toBe(false);
});

it('is taken in where there were no settings, and nothing else is taken out', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'baru', 'pena.json');
  const { der, sha256 } = rootIn(folder);
  await addAnchor(path, der);
  await removeAnchor(path, '0'.repeat(64));
  await removeAnchor(path, '../pena.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ anchors: [`akar/${sha256}.cer`] });
});

it('loses nothing of what is changed at once, and names no file that is not there', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'pena.json');
  const [one, another] = [rootIn(folder), rootIn(folder)];
  const tsa = [{ name: 'TSA', url: 'http://tsa.test/' }];
  await addAnchor(path, one.der);
  await Promise.all([
    removeAnchor(path, one.sha256),
    addAnchor(path, one.der),
    changeAuthorities(path, tsa),
    addAnchor(path, another.der),
  ]);
  const { settings } = await readSettingsFile(path);
  expect(settings?.tsa).toEqual(tsa);
  const named = settings?.anchors ?? [];
  expect(takenIn(named, path)).toEqual([one.sha256, another.sha256]);
  const found = await loadAnchors(named);
  expect(found.map((der, at) => [one, another][at]!.der.equals(der))).toEqual([true, true]);
});
