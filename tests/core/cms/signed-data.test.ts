// Building a signature and checking it again.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { algorithmFor, readCertificate } from '../../../core/cms/certificate.ts';
import { CmsError } from '../../../core/cms/cms-error.ts';
import { OID } from '../../../core/cms/oids.ts';
import { buildSignedAttributes } from '../../../core/cms/signed-attributes.ts';
import { buildSignedData, signedDataSize } from '../../../core/cms/signed-data.ts';
import { readSignedData } from '../../../core/cms/signed-data-reader.ts';
import { verifySignedData } from '../../../core/cms/verify.ts';
import { DIGEST_OF } from '../../../core/domain/signature-algorithm.ts';
import {
  type KeyKind,
  makeAuthority,
  makeKey,
  makeSigner,
  signValue,
} from '../support/test-certificates.ts';
import { attribute, makeCms } from '../support/test-cms.ts';

const root = makeAuthority('Akar');
const CONTENT = Buffer.from('isi keputusan');

function build(kind: KeyKind) {
  const signer = makeSigner(`Budi ${kind}`, root, { key: makeKey(kind) });
  const algorithm = algorithmFor(readCertificate(signer.der));
  const digest = createHash(DIGEST_OF[algorithm]).update(CONTENT).digest();
  const input = { digest, digestAlgorithm: DIGEST_OF[algorithm], certificate: signer.der };
  const signedAttributes = buildSignedAttributes(input);
  const signature = signValue(signer.key, DIGEST_OF[algorithm], signedAttributes);
  const chain = [root.der, signer.der, root.der];
  const cms = buildSignedData({
    signedAttributes,
    signature,
    algorithm,
    certificate: signer.der,
    chain,
  });
  return { cms, digest, signer, algorithm, chain, signedAttributes };
}

describe.each(['rsa', 'p256', 'p384'] as const)('a signature with a %s key', (kind) => {
  const { cms, digest, signer, algorithm, chain, signedAttributes } = build(kind);

  it('verifies', () => {
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
  });

  it('carries each certificate once, the signer first', () => {
    const { certificates, content, contentType } = readSignedData(cms);
    expect(certificates.map((one) => one.der)).toEqual([signer.der, root.der]);
    expect(content).toBeNull();
    expect(contentType).toBe(OID.data);
  });

  it('has three signed attributes and no signing time', () => {
    const [info] = readSignedData(cms).signers;
    expect([...info!.signedAttributes!.keys()].sort()).toEqual(
      [OID.contentType, OID.messageDigest, OID.signingCertificateV2].sort(),
    );
    expect(info!.signedBytes).toEqual(signedAttributes);
  });

  it('fits the size foretold, closely', () => {
    const size = signedDataSize({ algorithm, certificate: signer.der, chain });
    expect(cms.length).toBeLessThanOrEqual(size);
    expect(size - cms.length).toBeLessThan(16);
  });

  it('is read with the padding of /Contents and not with anything else after it', () => {
    const padded = new Uint8Array(cms.length + 100);
    padded.set(cms);
    expect(verifySignedData(padded, digest)).toEqual({ ok: true });
    padded[padded.length - 1] = 1;
    expect(verifySignedData(padded, digest)).toEqual({ ok: false, reason: 'CONTENTS_MALFORMED' });
  });
});

describe('unsigned attributes', () => {
  const signer = makeSigner('Budi', root);
  const read = (count: number, values: number, type = (_: number) => '1.2.3') => {
    const empty = new Uint8Array(2 * values).map((_, i) => (i % 2 === 0 ? 4 : 0));
    const unsigned = () => Array.from({ length: count }, (_, n) => attribute(type(n), empty));
    return readSignedData(makeCms({ signer, digest: new Uint8Array(32), unsigned }));
  };

  it('of one type are joined', () => {
    const [info] = read(3, 4).signers;
    expect(info?.unsignedAttributes.get('1.2.3')).toHaveLength(12);
  });

  // Read to the end they took minutes and gigabytes.
  it.each([
    ['of one type', undefined],
    ['of many types', (n: number) => `1.2.3.${n}`],
  ])('%s are refused where they are absurdly many', (_, type) => {
    expect(() => read(3000, 500, type)).toThrow(new CmsError('CMS_MALFORMED'));
  });
});

describe('checking a signature', () => {
  const digest = createHash('sha256').update(CONTENT).digest();
  const signer = makeSigner('Budi', root);
  const twin = makeSigner('Ani', root);
  const noAttribute = { signer, digest, withMessageDigest: false };

  it.each([
    ['DIGEST_MISMATCH', makeCms({ signer, digest: new Uint8Array(32) })],
    ['SIGNATURE_VALUE_WRONG', makeCms({ signer, digest, spoil: (value) => value.fill(1, 8, 12) })],
    ['CERTIFICATE_MISSING', makeCms({ signer, digest, certificates: [twin.der] })],
    ['SIGNING_CERTIFICATE_MISMATCH', makeCms({ signer, digest, referenced: twin.der })],
    ['SIGNED_ATTRIBUTES_MISSING', makeCms(noAttribute)],
    ['CONTENTS_MALFORMED', makeCms({ signer, digest, signers: 2 })],
    [
      'CONTENTS_MALFORMED',
      makeCms({ signer, digest, moreSigned: [attribute(OID.messageDigest, Uint8Array.of(4, 0))] }),
    ],
    [
      'CONTENTS_MALFORMED',
      makeCms({
        signer,
        digest,
        moreSigned: [attribute(OID.signingTime), attribute(OID.signingTime)],
      }),
    ],
    ['CONTENTS_MALFORMED', new Uint8Array(0)],
  ])('finds %s', (reason, cms) => {
    expect(verifySignedData(cms, digest)).toEqual({ ok: false, reason });
  });

  // Secrypt puts two of its own into each signature; nothing here is read from them.
  it('passes over an attribute of the writer that comes twice', () => {
    const own = (octet: number): Uint8Array =>
      attribute('1.3.6.1.4.1.22883.1', Uint8Array.of(4, 1, octet));
    const cms = makeCms({ signer, digest, moreSigned: [own(1), own(2)] });
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
  });
});
