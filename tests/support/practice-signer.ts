// A signer of practice mode in memory: the certificates that the program itself makes, and a key beside them.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { practiceCertificates } from '../../core/cms/practice-authority.ts';
import type { SigningKey } from '../../core/ports/token.ts';

export function makePracticeSigner(): SigningKey {
  const authority = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = own.publicKey.export({ type: 'spki', format: 'der' });
  const made = practiceCertificates(authority, spki, new Date(), randomBytes(16));
  return {
    ...{ certificate: made.signer, chain: [made.authority] },
    sign: (data) => Promise.resolve(new Uint8Array(sign('sha256', data, own.privateKey))),
  };
}
