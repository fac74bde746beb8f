// A TLS certificate for 127.0.0.1, made on the spot: private keys, even of tests, are not kept in the repository.
import { der, derSequence } from '../../../core/cms/der-writer.ts';
import { makeCertificate, makeKey } from '../../core/support/test-certificates.ts';

/** PEM of certificate (its own authority) and key. */
export function loopbackCertificate(): { certificate: string; key: string } {
  const key = makeKey('p256', 'loopback');
  const address = der(0x87, Uint8Array.of(127, 0, 0, 1));
  const { der: bytes } = makeCertificate({
    name: 'loopback',
    key,
    ca: true,
    extensions: [{ oid: '2.5.29.17', value: derSequence(address) }],
  });
  const base64 = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: key.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  };
}
