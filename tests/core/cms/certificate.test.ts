// Reading certificates, and whether one may be signed with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { algorithmFor, readCertificate, refusalToSign } from '../../../core/cms/certificate.ts';
import { readWholeBer } from '../../../core/cms/ber.ts';
import { CmsError } from '../../../core/cms/cms-error.ts';
import { der, derOid, derSequence, derSetOf } from '../../../core/cms/der-writer.ts';
import { readName } from '../../../core/cms/name.ts';
import { PRACTICE_POLICY } from '../../../core/domain/practice-mark.ts';
import { OID } from '../../../core/cms/oids.ts';
import {
  type CertificateOptions,
  makeAuthority,
  makeKey,
  makeSigner,
} from '../support/test-certificates.ts';

const root = makeAuthority('Akar');
const AT = new Date('2026-11-24T00:00:00Z');
const signer = (options: Partial<CertificateOptions> = {}) =>
  readCertificate(makeSigner('Budi, S.H.', root, options).der);

describe('a certificate', () => {
  it('says who, by whom, when and for what', () => {
    const certificate = signer({ purposes: ['1.2.840.113583.1.1.5'], serial: 7 });
    expect(certificate).toMatchObject({
      version: 3,
      subject: 'CN=Budi\\, S.H., O=Pena Test, C=ID',
      issuer: 'CN=Akar, O=Pena Test, C=ID',
      commonName: 'Budi, S.H.',
      serial: '2a0007',
      notBefore: new Date('2025-01-01T00:00:00Z'),
      notAfter: new Date('2035-01-01T00:00:00Z'),
      keyUsage: new Set(['digitalSignature', 'nonRepudiation']),
      extendedKeyUsage: ['1.2.840.113583.1.1.5'],
      publicKey: { kind: 'ec', size: 256, curve: 'prime256v1' },
    });
    expect(certificate.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('with an extension twice is refused: programs disagree on which counts', () => {
    const twice = { oid: '1.2.3', value: derSequence() };
    const { der: bytes } = makeSigner('Dua', root, { extensions: [twice, twice] });
    expect(() => readCertificate(bytes)).toThrow(
      expect.objectContaining({ code: 'CERT_MALFORMED' }),
    );
  });

  it('with absurdly many extensions is refused: thousands of them take memory for each', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ oid: `1.2.3.${n}`, value: derSequence() }));
    expect(signer({ extensions: many(90) }).extensions.all.size).toBeGreaterThan(90);
    expect(() => signer({ extensions: many(100) })).toThrow(new CmsError('CERT_MALFORMED'));
  });

  it('with bytes after it is refused', () => {
    const bytes = Uint8Array.from([...makeSigner('Ekor', root).der, 0]);
    expect(() => readCertificate(bytes)).toThrow(
      expect.objectContaining({ code: 'CERT_MALFORMED' }),
    );
  });

  it('changed anywhere is read or refused, never anything else', () => {
    const { der: bytes } = makeSigner('Ubah', root, { purposes: [OID.timeStamping] });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        try {
          readCertificate(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(CmsError);
          expect(error).toMatchObject({ code: 'CERT_MALFORMED' });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('signing with a certificate', () => {
  it.each([
    ['rsa', 'RSA_PKCS1_SHA256'],
    ['p256', 'ECDSA_P256_SHA256'],
    ['p384', 'ECDSA_P384_SHA384'],
    ['p521', 'ECDSA_P521_SHA512'],
    ['rsa-pss', 'RSA_PSS_SHA256'],
    ['rsa-pss-384', 'RSA_PSS_SHA384'],
    ['ed25519', 'ED25519'],
  ] as const)('of a %s key is done with %s', (kind, algorithm) => {
    const certificate = signer({ key: makeKey(kind) });
    expect(algorithmFor(certificate)).toBe(algorithm);
    expect(refusalToSign(certificate, AT)).toBeNull();
  });

  it.each([
    ['CERT_KEY_WEAK', { key: makeKey('rsa1024') }],
    ['CERT_EXPIRED', { notAfter: '2026-11-23T23:59:59' }],
    ['CERT_NOT_YET_VALID', { notBefore: '2026-11-24T00:00:01' }],
    ['CERT_KEY_USAGE', { keyUsage: ['keyEncipherment', 'keyAgreement'] }],
  ] as const)('is refused with %s', (code, options) => {
    expect(refusalToSign(signer(options), AT)).toMatchObject({ code });
  });

  it('needs one of the two usages for signing, or no limit at all', () => {
    expect(refusalToSign(signer({ keyUsage: ['nonRepudiation'] }), AT)).toBeNull();
    expect(refusalToSign(signer({ keyUsage: ['digitalSignature'] }), AT)).toBeNull();
    expect(refusalToSign(readCertificate(makeAuthority('X').der), AT)?.code).toBe('CERT_AUTHORITY');
  });
});

describe('a certificate made for practice', () => {
  const mark = {
    oid: OID.certificatePolicies,
    value: derSequence(derSequence(PRACTICE_POLICY)),
  };
  const practising = signer({ extensions: [mark] });

  it('signs in practice mode and nowhere else', () => {
    expect(refusalToSign(practising, AT)).toMatchObject({ code: 'CERT_PRACTICE' });
    expect(refusalToSign(practising, AT, true)).toBeNull();
  });

  it('is the only kind that signs in practice mode', () => {
    expect(refusalToSign(signer({}), AT, true)).toMatchObject({ code: 'CERT_NOT_PRACTICE' });
    expect(refusalToSign(signer({}), AT, false)).toBeNull();
  });
});

describe('a name', () => {
  const part = (oid: string, tag: number, text: string) =>
    derSetOf(derSequence(derOid(oid), der(tag, Buffer.from(text))));
  const name = (...parts: readonly Uint8Array[]) => readName(readWholeBer(derSequence(...parts)));
  const country = part('2.5.4.6', 0x13, 'ID');
  const person = (text: string, tag = 0x0c) => part('2.5.4.3', tag, text);

  it('is shown with the country last, whichever way it is encoded', () => {
    expect(name(country, person('BUDI')).text).toBe('CN=BUDI, C=ID');
    expect(name(person('BUDI'), country).text).toBe('CN=BUDI, C=ID');
  });

  it('is shown so that it cannot deceive', () => {
    expect(name(person('A, CN=B')).text).toBe('CN=A\\, CN=B');
    expect(name(person('A\u202eB\nC')).text).toBe('CN=A\\e2\\80\\aeB\\0aC');
  });

  it('of an unknown type is shown by its number, of an unknown value in hexadecimal', () => {
    expect(name(part('1.2.3', 0x04, 'x')).text).toBe('1.2.3=#040178');
  });

  it('is compared without regard to case, white space and string type (RFC 5280 7.1)', () => {
    expect(name(person(' Budi  SANTOSO ', 0x13)).key).toBe(name(person('budi santoso')).key);
    expect(name(person('a'), person('b')).key).not.toBe(name(person('b'), person('a')).key);
    expect(name(person('a,C=2:ID')).key).not.toBe(name(person('a'), country).key);
  });

  it('that is absurdly long is refused: a character may become eighteen when it is compared', () => {
    expect(name(person('\ufdfa'.repeat(1000))).key.length).toBeGreaterThan(10_000);
    expect(() => name(person('\ufdfa'.repeat(2000)))).toThrow(new CmsError('CMS_MALFORMED'));
  });
});
