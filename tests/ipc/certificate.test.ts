// What a window may take off the list of certificates, over the real list of a folder of its own.
import { afterEach, expect, it, vi } from 'vitest';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { certificateContract } from '../../core/contract/certificate.ts';
import { certificateAnswers } from '../../electron/ipc/handlers/certificate.ts';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Known = ResponseOf<(typeof certificateContract)['certificate.known']>;

afterEach(() => vi.unstubAllEnvs());

async function listOfTwo(): Promise<CertificateRegistry> {
  const folder = temporaryFolder();
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, folder);
  const registry = new CertificateRegistry();
  await registry.see(
    ['a', 'b'].map((digit) => ({
      ...{ sha256: digit.repeat(64), certificate: 'MAA=', name: digit, issuer: 'CA Praktik' },
      ...{ subjectKey: `cn=${digit}`, serial: '0a', hasPrivateKey: true, token: null },
      ...{ notBefore: '2025-01-01T00:00:00.000Z', notAfter: '2027-01-01T00:00:00.000Z' },
    })),
  );
  return registry;
}

it('answers with what is left, and says what it does not find', async () => {
  const registry = await listOfTwo();
  const { 'certificate.forget': forget } = certificateAnswers();
  const answer = await forget({ sha256: 'a'.repeat(64) });
  if (!answer.ok) throw new Error(answer.error.code);
  expect((answer.value as Known).certificates.map(({ name }) => name)).toEqual(['b']);
  expect((await registry.list()).map(({ name }) => name)).toEqual(['b']);
  expect(await forget({ sha256: 'a'.repeat(64) })).toMatchObject({
    ...{ ok: false, error: { code: 'CERT_NOT_FOUND' } },
  });
});

it('keeps one that was reported lost, and takes nothing but a whole digest', async () => {
  const registry = await listOfTwo();
  await registry.markReported('a'.repeat(64), new Date('2026-03-01T00:00:00Z'));
  const { 'certificate.forget': forget } = certificateAnswers();
  expect(await forget({ sha256: 'a'.repeat(64) })).toMatchObject({
    ...{ ok: false, error: { code: 'CERTIFICATE_REPORTED_LOST' } },
  });
  expect(await forget({ sha256: 'b' })).toMatchObject({
    ...{ ok: false, error: { code: 'IPC_REQUEST_INVALID' } },
  });
  expect(await registry.list()).toHaveLength(2);
});
