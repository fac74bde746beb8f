// Makes what practice mode signs with: an authority of this profile's own, whose key is forgotten at once, and one
// signer, on a token where one can be made and in a PKCS#12 file where not.
import { generateKeyPairSync } from 'node:crypto';
import { PRACTICE_SIGNER, practiceCertificates } from '../../cms/practice-authority.ts';
import { writePkcs12 } from '../../cms/write-pkcs12.ts';
import type { PracticePlace } from '../../ports/practice-place.ts';
import { importCertificate } from '../certificate-request/import-certificate.ts';

/** @throws {PenaError} PRACTICE_NOT_MADE, TOKEN_*, FILE_* */
export async function makePractice(place: PracticePlace, now: Date): Promise<'token' | 'file'> {
  const issuer = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
  const issue = (spki: Uint8Array) => practiceCertificates(issuer, spki, now, place.random(16));
  const onToken = await place.withNewToken(async (keys) => {
    const { spki } = await keys.make('rsa-2048', PRACTICE_SIGNER, { decrypt: false });
    const { authority, signer } = issue(spki);
    await importCertificate([signer, authority], keys, { chain: true, replace: false }, now);
    await place.save('ca.pem', pem(authority));
  });
  if (onToken) return 'token';
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { authority, signer } = issue(own.publicKey.export({ type: 'spki', format: 'der' }));
  await place.save(
    'kunci-latihan.p12',
    writePkcs12(own.privateKey, [signer, authority], place.passphrase, place.random(16)),
  );
  await place.save('ca.pem', pem(authority));
  return 'file';
}

function pem(der: Uint8Array): Uint8Array {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const edge = (word: string): string => `-----${word} CERTIFICATE-----`;
  return Buffer.from(`${[edge('BEGIN'), ...lines, edge('END')].join('\n')}\n`);
}
