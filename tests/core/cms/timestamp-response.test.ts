// What a time-stamp authority answers: the right answer is taken, and each wrong one named.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex } from '../../../core/cms/ber-values.ts';
import { CmsError } from '../../../core/cms/cms-error.ts';
import { OID } from '../../../core/cms/oids.ts';
import { buildTimestampRequest } from '../../../core/cms/timestamp-request.ts';
import { usableStamp } from '../../../core/cms/timestamp-response.ts';
import { makeStampResponse, refusingStamp } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeCertificate, makeKey } from '../support/test-certificates.ts';

const root = makeAuthority('Root TSA');
const tsaOptions = {
  name: 'TSA',
  issuer: root,
  keyUsage: ['digitalSignature'],
  purposes: [OID.timeStamping],
} as const;
const tsa = makeCertificate(tsaOptions);
const digest = createHash('sha256').update('signature value').digest();
const nonce = Uint8Array.of(0x9a, 1, 2, 3, 4, 5, 6, 7);
const question = { hash: 'sha256', digest, nonce, policy: null } as const;
const at = '2026-01-02T03:04:05';
const right = { authority: tsa, question, at } as const;

function refusal(response: Uint8Array, asked: Parameters<typeof usableStamp>[1] = question) {
  try {
    usableStamp(response, asked);
  } catch (error) {
    if (error instanceof CmsError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('was expected to be refused');
}

describe('the request', () => {
  it('is what RFC 3161 writes, by hand', () => {
    const request = buildTimestampRequest({
      hash: 'sha256',
      digest: new Uint8Array(32).fill(0xab),
      nonce: Uint8Array.of(0, 0, 0x80, 1, 2, 3, 4, 5),
      policy: '2.999.1',
    });
    expect(hex(request)).toBe(
      '3047020101' +
        '3031300d06096086480165030402010500' +
        `0420${'ab'.repeat(32)}` +
        '0603883701' +
        '02070080010203' +
        '0405' +
        '0101ff',
    );
  });
});

describe('an answer', () => {
  it('to the question is taken, with token, time and authority', () => {
    const stamp = usableStamp(makeStampResponse(right), question);
    expect(stamp.token.time.toISOString()).toBe('2026-01-02T03:04:05.000Z');
    expect(stamp.token.policy).toBe('2.999.1');
    expect(stamp.certificate.commonName).toBe('TSA');
    expect(stamp.der[0]).toBe(0x30);
  });

  it.each([
    [Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1)],
    [Uint8Array.of(0, 0x80, 0, 0, 0, 0, 0, 1)],
    [new Uint8Array(8).fill(0xff)],
    [new Uint8Array(8)],
  ])('is matched with the nonce %j however it is written', (odd) => {
    const asked = { ...question, nonce: odd };
    // The INTEGER in its fewest octets, as an authority copies it.
    let start = 0;
    while (start < 7 && odd[start] === 0) start++;
    const short = odd.subarray(start);
    const response = makeStampResponse({ ...right, question: { ...question, nonce: short } });
    expect(usableStamp(response, asked).certificate.commonName).toBe('TSA');
  });

  it.each([
    [2, 14, 'TSA sedang sibuk', 'rejection, timeNotAvailable, TSA sedang sibuk'],
    [2, 0, 'no\u0000\u202e', 'rejection, badAlg, no'],
    [3, 25, '', 'waiting, systemFailure'],
    [5, 7, 'x', 'revocationNotification, bit 7, x'],
  ])('that refuses (%i, %i) says why', (status, failure, text, told) => {
    const { code, params } = refusal(refusingStamp(status, failure, text));
    expect({ code, params }).toEqual({ code: 'TSA_REFUSED', params: { failure: told } });
  });

  const other = createHash('sha256').update('other').digest();
  const expired = makeCertificate({ ...tsaOptions, notAfter: '2026-01-01T00:00:00' });
  const future = makeCertificate({ ...tsaOptions, notBefore: '2026-02-01T00:00:00' });
  const signer = makeCertificate({ ...tsaOptions, purposes: [OID.codeSigning] });
  const both = makeCertificate({ ...tsaOptions, purposes: [OID.timeStamping, OID.codeSigning] });
  const cases: readonly (readonly [string, Partial<typeof right> | object, string])[] = [
    [
      'another nonce',
      { question: { ...question, nonce: nonce.toReversed() } },
      'TSA_NONCE_MISMATCH',
    ],
    ['no nonce', { withNonce: false }, 'TSA_NONCE_MISMATCH'],
    ['another imprint', { question: { ...question, digest: other } }, 'TSA_IMPRINT_MISMATCH'],
    ['another hash', { question: { ...question, hash: 'sha512' } }, 'TSA_IMPRINT_MISMATCH'],
    ['an expired certificate', { authority: expired }, 'TSA_CERTIFICATE_EXPIRED'],
    ['a certificate of the future', { authority: future }, 'TSA_CERTIFICATE_EXPIRED'],
    ['a certificate for other purposes', { authority: signer }, 'TSA_CERTIFICATE_UNFIT'],
    ['a certificate for more purposes', { authority: both }, 'TSA_CERTIFICATE_UNFIT'],
    ['no certificate', { cms: { certificates: [] } }, 'TSA_CERTIFICATE_UNFIT'],
    ['a foreign certificate', { cms: { certificates: [root.der] } }, 'TSA_CERTIFICATE_UNFIT'],
    [
      'a spoilt signature',
      {
        cms: { spoil: (value: Uint8Array) => value.map((byte, i) => (i === 9 ? byte ^ 1 : byte)) },
      },
      'TSA_SIGNATURE_WRONG',
    ],
    ['a reference to another', { cms: { referenced: root.der } }, 'TSA_SIGNATURE_WRONG'],
    ['two signers', { cms: { signers: 2 } }, 'TSA_MALFORMED'],
    ['what is no time stamp', { cms: { contentType: OID.data } }, 'TSA_MALFORMED'],
  ];
  it.each(cases)('with %s is refused', (_, change, code) => {
    expect(refusal(makeStampResponse({ ...right, ...change })).code).toBe(code);
  });

  it('under another policy is refused only where one was asked for', () => {
    const response = makeStampResponse(right);
    expect(refusal(response, { ...question, policy: '2.999.2' }).code).toBe('TSA_POLICY_MISMATCH');
    expect(usableStamp(response, { ...question, policy: '2.999.1' }).token.policy).toBe('2.999.1');
  });

  it('that is spoilt in any way is refused by name, or is still right', () => {
    const response = makeStampResponse(right);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(response.length - 1), fc.nat(255)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat(response.length),
        fc.boolean(),
        (changes, length, shorten) => {
          const spoilt = Uint8Array.from(response);
          for (const [place, value] of changes) spoilt[place] = value;
          const sent = shorten ? spoilt.subarray(0, length) : spoilt;
          try {
            const { token } = usableStamp(sent, question);
            // What may be changed unseen is not signed: it does not touch time or imprint.
            expect(token.time.toISOString()).toBe('2026-01-02T03:04:05.000Z');
            expect(hex(token.imprint)).toBe(hex(digest));
          } catch (error) {
            if (!(error instanceof CmsError)) throw error;
            expect(error.code).toMatch(/^TSA_/);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('that is no ASN.1 at all is refused as malformed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
        expect(['TSA_MALFORMED', 'TSA_REFUSED']).toContain(refusal(junk).code);
      }),
      { numRuns: 1000 },
    );
  });

  it('made with an RSA key is taken as well', () => {
    const large = makeCertificate({ ...tsaOptions, key: makeKey('rsa', 'tsa') });
    const stamp = usableStamp(makeStampResponse({ ...right, authority: large }), question);
    expect(stamp.certificate.publicKey.kind).toBe('rsa');
  });
});
