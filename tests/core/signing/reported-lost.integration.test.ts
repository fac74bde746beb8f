// A certificate that was reported lost here signs nothing, and nothing is asked or written before that is known.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { sightingOf } from '../../../core/cms/certificate-sighting.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import type { SigningKey } from '../../../core/ports/token.ts';
import { CertificateRegistry } from '../../../native/certificates/certificate-registry.ts';
import { resourcePath } from '../../../native/files/resources.ts';
import { rejection } from '../../support/rejection.ts';
import { makeTestSigner, signFile } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const SAMPLE = resourcePath('samples', 'keputusan-wali-kota.pdf');
let key: SigningKey;

beforeAll(async () => {
  ({ key } = await makeTestSigner(sharedTemporaryFolder()));
});

test('from the mark until it is withdrawn', async () => {
  const { sha256 } = readCertificate(key.certificate);
  const registry = new CertificateRegistry(join(temporaryFolder(), 'certificates.json'));
  const seen = sightingOf(key.certificate, { label: 'UJI', serial: '1' }, true);
  if (seen === null) throw new Error('not an authority');
  await registry.see([seen]);
  const folder = temporaryFolder();
  let asked = 0;
  const counting: SigningKey = {
    ...key,
    sign: (...args) => {
      asked += 1;
      return key.sign(...args);
    },
  };
  const reportedLostSince = async (digest: string): Promise<string | null> =>
    (await registry.find(digest))?.reportedLost?.since ?? null;
  const sign = () => signFile(SAMPLE, join(folder, 'ttd.pdf'), counting, { reportedLostSince });
  await registry.markReported(sha256, new Date('2026-01-02T03:04:05Z'));
  const refusal = await rejection(sign());
  expect(refusal.code).toBe('CERTIFICATE_REPORTED_LOST');
  expect(refusal.params['since']).toBe('2026-01-02T03:04:05.000Z');
  expect({ asked, files: readdirSync(folder) }).toEqual({ asked: 0, files: [] });
  await registry.withdrawReport(sha256);
  await sign();
  expect({ asked, files: readdirSync(folder) }).toEqual({ asked: 1, files: ['ttd.pdf'] });
});
