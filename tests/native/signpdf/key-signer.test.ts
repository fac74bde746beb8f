// A key offered to other programs obeys what was said here: none that was reported lost signs.
import { expect, onTestFinished, test } from 'vitest';
import { sightingOf } from '../../../core/cms/certificate-sighting.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import { KeySigner } from '../../../native/signpdf/key-signer.ts';
import { makeAuthority, makeSigner, signValue } from '../../core/support/test-certificates.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a certificate that was reported lost signs nothing, and its key is not asked', async () => {
  const before = process.env['XDG_CONFIG_HOME'];
  process.env['XDG_CONFIG_HOME'] = temporaryFolder();
  onTestFinished(() => {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
    else process.env['XDG_CONFIG_HOME'] = before;
  });
  const { der, key } = makeSigner('BUDI', makeAuthority('CA'));
  let asked = 0;
  const sign = (data: Uint8Array) => {
    asked += 1;
    return Promise.resolve(signValue(key, 'sha256', data));
  };
  const signer = new KeySigner({ certificate: der, chain: [], sign }, { name: 'surat.pdf' });
  const document = Buffer.from('isi');
  expect((await signer.sign(document)).length).toBeGreaterThan(500);
  expect(asked).toBe(1);

  const registry = new CertificateRegistry();
  const sighting = sightingOf(der, null, null);
  expect(sighting).not.toBeNull();
  await registry.see(sighting === null ? [] : [sighting]);
  await registry.markReported(readCertificate(der).sha256, new Date('2026-11-24T00:00:00Z'));
  expect((await rejection(signer.sign(document))).code).toBe('CERTIFICATE_REPORTED_LOST');
  expect(asked).toBe(1);
});
