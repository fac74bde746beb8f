// OCSP: what is asked, and how answers are judged: right ones, and each wrong in one thing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../../core/cms/ber-values.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { DER_NULL, derOctetString } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { judgeOcsp } from '../../../core/trust/ocsp/judge-ocsp.ts';
import { buildOcspRequest, ocspGetAddress } from '../../../core/trust/ocsp/ocsp-request.ts';
import { currencyAt, isRevokedAt } from '../../../core/trust/revocation/judgement.ts';
import {
  makeBasicOcsp,
  makeOcsp,
  type OcspOptions,
  refusingOcsp,
} from '../../support/services/test-proofs.ts';
import {
  type CertificateOptions,
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
} from '../support/test-certificates.ts';

const ca = makeAuthority('CA');
const signer = makeSigner('Signer', ca, { serial: 0x91 });
const other = makeSigner('Other', ca);
const otherCa = makeAuthority('Other CA');
const delegate = (options: Partial<CertificateOptions> = {}) =>
  makeCertificate({
    name: 'Responder',
    issuer: ca,
    keyUsage: ['digitalSignature'],
    purposes: [OID.ocspSigning],
    extensions: [{ oid: OID.ocspNoCheck, value: DER_NULL }],
    ...options,
  });
const responder = delegate();
const certificate = readCertificate(signer.der);
const issuer = readCertificate(ca.der);
const at = new Date('2026-01-03T00:00:00Z');
const right = { certificate: signer, issuer: ca, responder } as const;
const nonce = Uint8Array.of(1, 2, 3, 4);

const judge = (response: Uint8Array, asked: Uint8Array | null = null) =>
  judgeOcsp({ response, certificate, issuer, at, nonce: asked });

function answer(options: Partial<OcspOptions> = {}, asked: Uint8Array | null = null) {
  const judged = judge(makeOcsp({ ...right, ...options }), asked);
  if (!judged.usable) throw judged.error;
  return judged;
}

function refusal(options: Partial<OcspOptions> = {}, asked: Uint8Array | null = null): string {
  const judged = judge(makeOcsp({ ...right, ...options }), asked);
  return judged.usable ? 'usable' : judged.error.code;
}

describe('an answer that takes long to read is refused', () => {
  const many = (count: number) => Array.from({ length: count }, () => responder.der);

  it('for its certificates', () => {
    expect(refusal({ certificates: many(8) })).toBe('usable');
    expect(refusal({ certificates: many(9) })).toBe('OCSP_MALFORMED');
  });
});

describe('an answer is usable', () => {
  it.each([
    ['by a delegate', {}],
    ['by the issuer', { responder: ca }],
    ['named by its key', { byKey: true }],
    ['of the issuer named by its key', { responder: ca, byKey: true }],
    ['with SHA-256 in the CertID', { hash: 'sha256' }],
    [
      'with an extension that is not critical',
      { extensions: [{ oid: '2.999.1', value: DER_NULL }] },
    ],
  ] as const)('%s', (_, options) => {
    const { revocation, currency, source } = answer(options);
    expect({ revocation, currency, source }).toEqual({
      revocation: null,
      currency: 'current',
      source: 'ocsp',
    });
  });

  it('when only the BasicOCSPResponse is there', () => {
    expect(judge(makeBasicOcsp(right))).toMatchObject({ usable: true, revocation: null });
  });

  it('with its times, its signer, and whether that one must be asked about', () => {
    expect(answer({ producedAt: '2026-01-02T00:00:00' })).toMatchObject({
      thisUpdate: new Date('2026-01-01T00:00:00Z'),
      nextUpdate: new Date('2026-01-08T00:00:00Z'),
      producedAt: new Date('2026-01-02T00:00:00Z'),
      signerExempt: true,
      hashes: ['sha256'],
      signer: { commonName: 'Responder' },
    });
    expect(answer({ responder: delegate({ extensions: [] }) }).signerExempt).toBe(false);
    expect(answer({ responder: ca }).signerExempt).toBe(true);
  });

  it('from a responder whose certificate is known from elsewhere', () => {
    const response = makeOcsp({ ...right, certificates: [] });
    const others = [readCertificate(responder.der)];
    expect(judge(response)).toMatchObject({ usable: false });
    expect(judgeOcsp({ response, certificate, issuer, at, others }).usable).toBe(true);
  });

  it('and says when and why a certificate was revoked', () => {
    const revoked = answer({ status: { revokedAt: '2026-01-02T00:00:00', reason: 1 } });
    expect(revoked.revocation).toEqual({
      at: new Date('2026-01-02T00:00:00Z'),
      reason: 'keyCompromise',
      invalidityDate: null,
    });
    expect(isRevokedAt(revoked, new Date('2026-01-01T23:59:59Z'))).toBe(false);
    expect(isRevokedAt(revoked, new Date('2026-01-02T00:00:00Z'))).toBe(true);
    const plain = answer({ status: { revokedAt: '2026-01-02T00:00:00' } });
    expect(plain.revocation?.reason).toBeNull();
  });

  it('with the nonce asked for, or with none (RFC 5019)', () => {
    expect(refusal({ nonce }, nonce)).toBe('usable');
    expect(refusal({}, nonce)).toBe('usable');
    expect(refusal({ nonce }, null)).toBe('usable');
  });
});

describe('an answer is refused', () => {
  const { key } = other;
  it.each([
    ['about another certificate', { certificate: other }, 'OCSP_CERTIFICATE_MISMATCH'],
    ['about another issuer', { issuer: otherCa }, 'OCSP_CERTIFICATE_MISMATCH'],
    ['with another nonce', { nonce: Uint8Array.of(9) }, 'OCSP_NONCE_MISMATCH'],
    ['that knows nothing', { status: 'unknown' }, 'OCSP_CERTIFICATE_UNKNOWN'],
    ['of somebody else', { responder: other }, 'OCSP_RESPONDER_UNAUTHORIZED'],
    ['of another authority', { responder: otherCa }, 'OCSP_RESPONDER_UNAUTHORIZED'],
    [
      'of a foreign delegate',
      { responder: delegate({ issuer: otherCa }) },
      'OCSP_RESPONDER_UNAUTHORIZED',
    ],
    [
      'of a delegate for other things',
      { responder: delegate({ purposes: [OID.timeStamping] }) },
      'OCSP_RESPONDER_UNAUTHORIZED',
    ],
    [
      'of a delegate whose key may not sign',
      { responder: delegate({ keyUsage: ['keyEncipherment'] }) },
      'OCSP_RESPONDER_UNAUTHORIZED',
    ],
    [
      'of a forged delegate',
      { responder: delegate({ forgedBy: makeKey('p256', 'forger') }) },
      'OCSP_RESPONDER_UNAUTHORIZED',
    ],
    [
      'of a delegate out of date',
      { responder: delegate({ notAfter: '2025-12-31T00:00:00' }) },
      'OCSP_RESPONDER_UNAUTHORIZED',
    ],
    ['without the certificate', { certificates: [] }, 'OCSP_RESPONDER_UNAUTHORIZED'],
    ['signed by another key', { signedBy: key }, 'OCSP_SIGNATURE_WRONG'],
    [
      'with an unknown condition',
      { extensions: [{ oid: '2.999.1', critical: true, value: DER_NULL }] },
      'OCSP_EXTENSION_UNSUPPORTED',
    ],
    [
      'with an unknown condition inside',
      { singleExtensions: [{ oid: '2.999.1', critical: true, value: DER_NULL }] },
      'OCSP_EXTENSION_UNSUPPORTED',
    ],
  ] as const)('%s', (_, options, code) => {
    expect(refusal(options, nonce)).toBe(code);
  });

  it.each([
    [1, 'malformedRequest'],
    [2, 'internalError'],
    [3, 'tryLater'],
    [5, 'sigRequired'],
    [6, 'unauthorized'],
    [9, 9],
  ])('that says status %i', (value, status) => {
    const judged = judge(refusingOcsp(value));
    expect(judged).toMatchObject({ error: { code: 'OCSP_REFUSED', params: { status } } });
  });

  it('or still right, however it is spoilt', () => {
    const response = makeOcsp({ ...right, nonce });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(response.length - 1), fc.nat(255)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.nat(response.length)),
        (changes, length) => {
          const spoilt = Uint8Array.from(response);
          for (const [place, value] of changes) spoilt[place] = value;
          const judged = judge(length === null ? spoilt : spoilt.subarray(0, length), nonce);
          if (judged.usable) {
            expect(judged.thisUpdate.toISOString()).toBe('2026-01-01T00:00:00.000Z');
            expect(judged.revocation).toBeNull();
          } else expect(judged.error.code).toMatch(/^OCSP_/);
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
        expect(judge(junk)).toMatchObject({ usable: false });
      }),
    );
  });
});

describe('an answer holds', () => {
  const span = (next: string | null) => ({
    thisUpdate: new Date('2026-01-01T00:00:00Z'),
    nextUpdate: next === null ? null : new Date(next),
  });
  it.each([
    ['2025-12-31T23:54:59Z', '2026-01-08T00:00:00Z', 'early'],
    ['2025-12-31T23:55:00Z', '2026-01-08T00:00:00Z', 'current'],
    ['2026-01-08T00:05:00Z', '2026-01-08T00:00:00Z', 'current'],
    ['2026-01-08T00:05:01Z', '2026-01-08T00:00:00Z', 'expired'],
    ['2026-01-02T00:05:00Z', null, 'current'],
    ['2026-01-02T00:05:01Z', null, 'expired'],
  ])('at %s until %s: %s', (time, next, currency) => {
    expect(currencyAt(span(next), new Date(time))).toBe(currency);
  });
});

describe('a question', () => {
  it('has the bytes RFC 6960 gives it', () => {
    const request = buildOcspRequest({ certificate, issuer, hash: 'sha1', nonce: null });
    const text = hex(request);
    expect(text).toMatch(/^30..30..30..30..30..300906052b0e03021a05000414.{40}0414.{40}0203/);
    expect(text.endsWith('02032a0091')).toBe(true);
    const asked = hex(buildOcspRequest({ certificate, issuer, hash: 'sha1', nonce }));
    expect(
      asked.endsWith(`06092b0601050507300102${hex(derOctetString(derOctetString(nonce)))}`),
    ).toBe(true);
  });

  it('fits into an address, or is not asked that way', () => {
    const request = buildOcspRequest({ certificate, issuer, hash: 'sha1', nonce: null });
    const address = ocspGetAddress('http://ocsp.example/x/', request)!;
    expect(address).toMatch(/^http:\/\/ocsp\.example\/x\/[A-Za-z0-9%]+$/);
    const sent = Buffer.from(decodeURIComponent(address.split('/').at(-1)!), 'base64');
    expect(hex(sent)).toBe(hex(request));
    expect(ocspGetAddress('http://ocsp.example', new Uint8Array(200))).toBeNull();
  });
});
