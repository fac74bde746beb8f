// What a report says of each certificate of a chain. Read beside openssl's own reading of the same bytes.
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judge, makeDocument } from '../support/test-document.ts';
import { policiesOf } from '../support/test-extensions.ts';

const root = makeAuthority('Root Contoh');
const city = makeAuthority('CA Kota', { issuer: root });
const signer = makeSigner('Budi Penguji', city, {
  purposes: [OID.timeStamping, '1.3.6.1.5.5.7.3.36'],
  extensions: [policiesOf(['2.16.360.1.1.1.3'])],
});
const certificates = [signer, city].map((one) => one.der);
const document = makeDocument((digest) => makeCms({ signer, digest, certificates }));
const plain = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase();

test('the chain is there from the signer to the anchor, as OpenSSL reads it', async () => {
  const { certificates: told, signatures } = await judge(document, { anchors: [root.der] });
  expect(told.map(({ sha256 }) => sha256)).toEqual(signatures[0]?.chain);
  for (const [i, one] of [signer, city, root].entries()) {
    const read = new X509Certificate(one.der);
    expect(told[i]).toMatchObject({
      sha256: plain(read.fingerprint256),
      sha1: plain(read.fingerprint),
      authority: read.ca,
      notAfter: new Date(read.validTo).toISOString(),
      key: 'P-256',
      signedWith: 'SHA-256',
    });
    expect(plain(read.serialNumber)).toContain(told[i]?.serial);
  }
  expect(told.map(({ trustedBy }) => trustedBy)).toEqual([null, null, 'USER']);
  expect(told[0]).toMatchObject({
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    extendedKeyUsage: [OID.timeStamping, '1.3.6.1.5.5.7.3.36'],
    policies: ['2.16.360.1.1.1.3'],
  });
  expect(told[1]).toMatchObject({ extendedKeyUsage: null, policies: [] });
});

test('a signer that leads nowhere is there alone', async () => {
  const alone = makeDocument((digest) => makeCms({ signer, digest }));
  const { certificates: told } = await judge(alone, { anchors: [root.der] });
  expect(told.map(({ subject }) => subject)).toEqual(['CN=Budi Penguji, O=Pena Test, C=ID']);
});

/** Curves by their names in FIPS 186-5, RSA keys by their size. */
test.each([
  ['p256', 'P-256'],
  ['p384', 'P-384'],
  ['p521', 'P-521'],
  ['rsa', 'RSA 2048'],
] as const)('a key of the kind %s is told as %s', async (kind, name) => {
  const one = makeSigner('Penguji Kunci', root, { key: makeKey(kind, 'told') });
  const signed = makeDocument((digest) => makeCms({ signer: one, digest }));
  const { certificates: told } = await judge(signed, { anchors: [root.der] });
  expect(told.map(({ key }) => key)).toEqual([name, 'P-256']);
});

test('two signatures of one chain name it once', async () => {
  const twice = { ...document, inventory: { ...document.inventory } };
  const [value] = document.inventory.signatures;
  if (value === undefined) throw new Error('a signature expected');
  twice.inventory.signatures = [value, { ...value, fieldName: 'Signature2' }];
  const { certificates: told } = await judge(twice, { anchors: [root.der] });
  expect(told).toHaveLength(3);
});
