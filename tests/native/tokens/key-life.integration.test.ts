// Key pairs made by the real modules there are: the request that openssl verifies, the certificate brought back,
// the signature under it, the key taken away. A module that makes none says so with a code.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCa } from '../../../build/practice/pki.mjs';
import { requestPem } from '../../../core/cms/certification-request.ts';
import type { CertificateRequest } from '../../../core/domain/certificate-request.ts';
import { importCertificate } from '../../../core/lifecycle/certificate-request/import-certificate.ts';
import { makeRequest } from '../../../core/lifecycle/certificate-request/make-request.ts';
import { keyKindsOf, visibleKeys, withTokenKeys } from '../../../native/pkcs11/key-life.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import { nss, writableNss } from '../../support/modules/nss.ts';
import { opencryptoki } from '../../support/modules/opencryptoki.ts';
import { opensc } from '../../support/modules/opensc.ts';
import { p11kit, softhsm } from '../../support/modules/softhsm.ts';
import { tpm2 } from '../../support/modules/tpm2.ts';
import type { ModuleWorld } from '../../support/modules/world.ts';
import { answering } from '../../support/pin-prompt.ts';
import { rejection } from '../../support/rejection.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const KINDS = [
  { module: softhsm, makes: ['rsa-2048', 'ec-p256', 'ec-p384'] },
  { module: opencryptoki, makes: ['rsa-2048'] },
  { module: tpm2, makes: ['rsa-2048', 'ec-p256'] },
  { module: writableNss, makes: ['rsa-2048', 'ec-p256', 'ec-p384'] },
  { module: nss, makes: [] },
  { module: p11kit, makes: ['rsa-2048', 'ec-p256'] },
  { module: opensc, makes: [] },
] as const;
const REQUEST: CertificateRequest = {
  ...{ type: 'individual', uses: ['signature'], name: 'SITI AMINAH' },
  ...{ organisation: 'Dinas Kominfo', country: 'ID' },
};
const DATA = new TextEncoder().encode('atribut yang ditandatangani');
const PURPOSE = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };
const folder = sharedTemporaryFolder();

for (const [index, { module: kind, makes }] of KINDS.entries()) {
  const why = kind.why();
  describe.skipIf(why !== null)(`${kind.name}${why === null ? '' : ` (${why})`}`, () => {
    const work = join(folder, String(index));
    const at = (name: string): string => join(work, name);
    let world: ModuleWorld;
    let service: TokenService;
    let ca: Awaited<ReturnType<typeof makeCa>>;

    beforeAll(async () => {
      mkdirSync(work);
      world = await kind.start(work);
      const { module, env, fork } = world;
      service = new TokenService({
        ...{ modules: [module], env },
        ...(fork === undefined ? {} : { fork }),
      });
      ca = await makeCa(at('penerbit'), {
        ...{ baseUrl: 'http://127.0.0.1:1', algorithm: 'ec:P-256' },
        subject: '/C=ID/O=LATIHAN/CN=PENERBIT UJI',
      });
    }, 120_000);
    afterAll(async () => {
      await service.close();
      await world.stop();
    });

    const place = async () => {
      const found = (await service.list()).tokens.find(({ label }) => label === world.label);
      return { module: world.module, label: world.label, serial: found?.serial ?? '' };
    };
    const errand = () => ({
      ...{ errand: 'make-key' as const, name: REQUEST.name, prompt: answering(world.pin) },
    });

    const makesNone = async (): Promise<void> => {
      await expect.poll(async () => (await place()).serial).not.toBe('');
      const which = { kind: 'rsa-2048', label: 'uji' } as const;
      const refused = withTokenKeys(service, await place(), errand(), (keys) =>
        makeRequest(REQUEST, which, keys),
      );
      expect((await rejection(refused)).code).toBe('TOKEN_KEYGEN_UNSUPPORTED');
    };
    if (makes.length === 0) test('makes none, and says so', makesNone);

    test.each(makes)('makes %s, to the signature', { timeout: 120_000 }, async (keyKind) => {
      const token = await place();
      expect(await keyKindsOf(service, token)).toContain(keyKind);
      const made = await withTokenKeys(service, token, errand(), (keys) =>
        makeRequest(REQUEST, { kind: keyKind, label: `uji ${keyKind}` }, keys),
      );
      writeFileSync(at('p.csr'), requestPem(made.request));
      const verify = ['req', '-in', at('p.csr'), '-verify', '-noout', '-subject'];
      expect(execFileSync('openssl', verify, { encoding: 'utf8', stdio: 'pipe' })).toContain(
        'SITI',
      );
      const signing = ['-CA', ca.certificate, '-CAkey', ca.key, '-set_serial', '7', '-days', '700'];
      const args = ['x509', '-req', '-in', at('p.csr'), ...signing, '-out', at('p.pem')];
      execFileSync('openssl', [...args, '-copy_extensions', 'copy'], { stdio: 'pipe' });
      const certificate = new Uint8Array(new X509Certificate(readFileSync(at('p.pem'))).raw);

      const options = { chain: false, replace: false };
      const imported = await withTokenKeys(service, token, errand(), (keys) =>
        importCertificate([certificate], keys, options, new Date()),
      );
      expect(imported).toMatchObject({ keyId: made.keyId, stored: true });
      const seen = (await visibleKeys(service, token)).find(({ id }) => id === made.keyId);
      if (seen !== undefined) expect(seen.certificates).toEqual([certificate]);

      const { module, serial } = token;
      const choice = { module, tokenSerial: serial, id: made.keyId };
      const key = await service.signingKey(choice, answering(world.pin));
      const algorithm = {
        'rsa-2048': 'RSA_PKCS1_SHA256',
        'ec-p256': 'ECDSA_P256_SHA256',
        'ec-p384': 'ECDSA_P384_SHA384',
      } as const;
      // Checked against the certificate before it is given out (token-key.ts).
      expect((await key.sign(DATA, algorithm[keyKind], PURPOSE)).length).toBeGreaterThan(63);

      await withTokenKeys(service, token, errand(), async (keys) => {
        await keys.removeCertificate(made.keyId, certificate);
        await keys.removeKey(made.keyId);
        expect((await keys.list()).map(({ id }) => id)).not.toContain(made.keyId);
      });
    });
  });
}
