// The list of certificates: what it keeps, what two writers do to it, and that a damaged one stops signing.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  CertificateRegistry,
  certificateRegistryPath,
  reportedLostSince,
  type Sighting,
} from '../../../native/certificates/certificate-registry.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = new Date('2026-03-01T08:00:00Z');

function sighting(digit: string, over: Partial<Sighting> = {}): Sighting {
  return {
    ...{ sha256: digit.repeat(64), certificate: 'MAA=', name: 'Budi', issuer: 'CA Praktik' },
    ...{ subjectKey: 'cn=budi', serial: '0a', hasPrivateKey: true },
    ...{ notBefore: '2025-01-01T00:00:00.000Z', notAfter: '2027-01-01T00:00:00.000Z' },
    token: { label: 'Kartu', serial: '0001' },
    ...over,
  };
}

function registry(now = () => NOW): { path: string; kept: CertificateRegistry } {
  const path = join(temporaryFolder(), 'pena', 'certificates.json');
  return { path, kept: new CertificateRegistry(path, now) };
}

test('what was once seen stays, with when and where', async () => {
  let now = NOW;
  const { kept } = registry(() => now);
  await kept.see([sighting('a')]);
  now = new Date('2026-03-02T08:00:00Z');
  await kept.see([sighting('a', { hasPrivateKey: null, signed: true }), sighting('b')]);
  expect(await kept.list()).toMatchObject([
    {
      ...{ sha256: 'a'.repeat(64), firstSeen: NOW.toISOString(), lastSeen: now.toISOString() },
      // A login that was not made says nothing against what an earlier one showed.
      ...{ hasPrivateKey: true, lastSigned: now.toISOString(), reportedLost: null },
    },
    { sha256: 'b'.repeat(64), firstSeen: now.toISOString(), lastSigned: null },
  ]);
});

test('seeing the same again at once writes nothing', async () => {
  const { path, kept } = registry();
  await kept.see([sighting('a')]);
  const before = statSync(path).ino;
  await kept.see([sighting('a')]);
  expect(statSync(path).ino).toBe(before);
});

test('a report holds against seeing it again and forgetting it, until it is withdrawn', async () => {
  const { kept } = registry();
  await kept.see([sighting('a')]);
  const sha256 = 'a'.repeat(64);
  await kept.markReported(sha256, new Date('2026-02-28T00:00:00Z'));
  await kept.markReported(sha256, new Date('2026-03-01T00:00:00Z'));
  await kept.see([sighting('a', { signed: true })]);
  expect((await kept.find(sha256))?.reportedLost?.since).toBe('2026-02-28T00:00:00.000Z');
  expect((await rejection(kept.forget(sha256))).code).toBe('CERTIFICATE_REPORTED_LOST');
  await kept.withdrawReport(sha256);
  expect((await kept.find(sha256))?.reportedLost).toBeNull();
  await kept.forget(sha256);
  expect(await kept.list()).toEqual([]);
});

test('one that was never seen can be neither reported nor forgotten', async () => {
  const { kept } = registry();
  const sha256 = 'c'.repeat(64);
  expect((await rejection(kept.markReported(sha256, NOW))).code).toBe('CERT_NOT_FOUND');
  expect((await rejection(kept.forget(sha256))).code).toBe('CERT_NOT_FOUND');
});

test('many writers at once lose nothing', async () => {
  const { path } = registry();
  const digits = '0123456789abcdef'.split('');
  const writers = digits.map((digit) =>
    new CertificateRegistry(path, () => NOW).see([sighting(digit)]),
  );
  await Promise.all(writers);
  const found = (await new CertificateRegistry(path).list()).map(({ sha256 }) => sha256[0]);
  expect(found.sort()).toEqual(digits);
});

test.each(['{', '{"format":2,"certificates":[]}', '[]'])(
  'a damaged list %s is an error and stays as it is',
  async (text) => {
    const { path, kept } = registry();
    await kept.see([sighting('a')]);
    writeFileSync(path, text);
    expect((await rejection(kept.find('a'.repeat(64)))).code).toBe('CERTIFICATE_REGISTRY_INVALID');
    expect((await rejection(kept.see([sighting('b')]))).code).toBe('CERTIFICATE_REGISTRY_INVALID');
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('what signing asks is answered anew after each change, however often it was asked before', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('XDG_CONFIG_HOME', folder);
  vi.stubEnv('APPDATA', folder);
  try {
    const sha256 = 'a'.repeat(64);
    expect(await reportedLostSince(sha256)).toBeNull();
    const kept = new CertificateRegistry(certificateRegistryPath(), () => NOW);
    await kept.see([sighting('a')]);
    expect(await reportedLostSince(sha256)).toBeNull();
    await kept.markReported(sha256, NOW);
    expect(await reportedLostSince(sha256)).toBe(NOW.toISOString());
    expect(await reportedLostSince(sha256)).toBe(NOW.toISOString());
    await kept.withdrawReport(sha256);
    expect(await reportedLostSince(sha256)).toBeNull();
    writeFileSync(certificateRegistryPath(), '{');
    expect(await rejection(reportedLostSince(sha256))).toMatchObject({
      code: 'CERTIFICATE_REGISTRY_INVALID',
    });
  } finally {
    vi.unstubAllEnvs();
  }
});
