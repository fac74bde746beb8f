// Revocation lists beyond what PKITS tries: reasons, dates, holds, serial numbers, conditions, size and damage.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { der, DER_NULL, derSequence, derSmallInteger } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { readCertificateList } from '../../../core/trust/crl/certificate-list.ts';
import { findEntry } from '../../../core/trust/crl/find-entry.ts';
import { type CrlCase, judgeCrls } from '../../../core/trust/crl/judge-crls.ts';
import { TrustError } from '../../../core/trust/trust-error.ts';
import {
  type CrlOptions,
  makeCrl,
  reasonExtension,
  type TestEntry,
  time,
} from '../../support/services/test-proofs.ts';
import { makeAuthority, makeKey, makeSigner } from '../support/test-certificates.ts';
import { processorTime } from '../../support/processor-time.ts';

const ca = makeAuthority('CA');
const signer = makeSigner('Signer', ca, { serial: 0x91 });
const other = makeSigner('Other', ca, { serial: 0x11 });
const certificate = readCertificate(signer.der);
const issuer = readCertificate(ca.der);
const at = new Date('2026-01-03T00:00:00Z');
const revoked: TestEntry = { serial: signer.serial };
const number = (value: number) => ({ oid: OID.crlNumber, value: derSmallInteger(value) });
const base = (value: number) => ({
  oid: OID.deltaCrlIndicator,
  critical: true,
  value: derSmallInteger(value),
});

function judge(lists: readonly Partial<CrlOptions>[], more: Partial<CrlCase> = {}) {
  const crls = lists.map((one) => readCertificateList(makeCrl({ issuer: ca, ...one })));
  return judgeCrls({ certificate, issuer, crls, at, ...more });
}
const code = (judged: ReturnType<typeof judge>): string =>
  judged.usable ? (judged.revocation?.reason ?? 'good') : judged.error.code;

describe('a list', () => {
  it.each([
    ['that is empty', []],
    ['that names others', [{ serial: other.serial }]],
    ['that names a longer number', [{ serial: der(2, Uint8Array.of(0, 0x2a, 0, 0x91)) }]],
  ] as const)('%s says: not revoked', (_, entries) => {
    expect(judge([{ entries }])).toMatchObject({
      usable: true,
      revocation: null,
      currency: 'current',
      source: 'crl',
      signerExempt: true,
    });
  });

  it.each([[[[revoked], []]], [[[], [revoked]]]])(
    'that names the certificate counts before one of the same time that does not',
    (lists) => {
      const judged = judge(lists.map((entries) => ({ entries })));
      expect(judged.usable && judged.revocation !== null).toBe(true);
    },
  );

  it('says when, why and since when', () => {
    const invalidity = { oid: OID.invalidityDate, value: time('2025-11-30T00:00:00') };
    const entry = { ...revoked, extensions: [reasonExtension(1), invalidity] };
    expect(judge([{ entries: [{ serial: other.serial }, entry] }])).toMatchObject({
      revocation: {
        at: new Date('2025-12-01T00:00:00Z'),
        reason: 'keyCompromise',
        invalidityDate: new Date('2025-11-30T00:00:00Z'),
      },
    });
  });

  it.each([
    [0, 'unspecified'],
    [2, 'cACompromise'],
    [3, 'affiliationChanged'],
    [4, 'superseded'],
    [5, 'cessationOfOperation'],
    [6, 'certificateHold'],
    [9, 'privilegeWithdrawn'],
    [10, 'aACompromise'],
    [7, 'unspecified'],
  ])('with reason %i says %s', (value, reason) => {
    const entry = { ...revoked, extensions: [reasonExtension(value)] };
    expect(code(judge([{ entries: [entry] }]))).toBe(reason);
  });

  it.each([
    ['signed by another key', { signedBy: makeKey('p256', 'forger') }, 'CRL_SIGNATURE_WRONG'],
    ['of another authority', { issuer: makeAuthority('Elsewhere') }, 'CRL_SCOPE'],
    [
      'with an unknown condition',
      { extensions: [{ oid: '2.999.1', critical: true, value: DER_NULL }] },
      'CRL_EXTENSION_UNSUPPORTED',
    ],
    [
      'with an unknown condition on any entry',
      {
        entries: [
          {
            serial: other.serial,
            extensions: [{ oid: '2.999.1', critical: true, value: DER_NULL }],
          },
        ],
      },
      'CRL_EXTENSION_UNSUPPORTED',
    ],
  ] as const)('%s is not used', (_, options, expected) => {
    expect(code(judge([options]))).toBe(expected);
  });

  it('that has passed its time says so, and a newer one comes first', () => {
    const old = { thisUpdate: '2025-12-01T00:00:00', nextUpdate: '2025-12-08T00:00:00' };
    expect(judge([old])).toMatchObject({ usable: true, currency: 'expired' });
    expect(judge([{ thisUpdate: '2026-02-01T00:00:00', nextUpdate: null }])).toMatchObject({
      currency: 'early',
    });
    expect(judge([old, { entries: [revoked] }])).toMatchObject({
      currency: 'current',
      revocation: { reason: null },
    });
  });

  it('of an authority whose key may not sign lists is not used', () => {
    const plain = makeAuthority('CA', { keyUsage: ['keyCertSign'], key: ca.key });
    const judged = judge([{}], { issuer: readCertificate(plain.der) });
    expect(code(judged)).toBe('CRL_ISSUER_UNKNOWN');
  });
});

describe('a delta list', () => {
  it('adds revocations and lifts holds', () => {
    const held = {
      entries: [{ ...revoked, extensions: [reasonExtension(6)] }],
      extensions: [number(5)],
    };
    const lifted = {
      entries: [{ ...revoked, extensions: [reasonExtension(8)] }],
      extensions: [number(6), base(5)],
    };
    const added = { entries: [revoked], extensions: [number(6), base(5)] };
    expect(code(judge([held]))).toBe('certificateHold');
    expect(code(judge([held, lifted]))).toBe('good');
    expect(judge([{ extensions: [number(5)] }, added])).toMatchObject({
      revocation: { at: new Date('2025-12-01T00:00:00Z') },
    });
    const judged = judge([{ extensions: [number(5)] }, added]);
    expect(judged.usable && judged.evidence.length).toBe(2);
  });

  it.each([
    ['whose base is newer than the list', { extensions: [number(9), base(6)] }],
    ['signed by another key', { extensions: [number(6), base(5)], signedBy: makeKey('p256', 'x') }],
    [
      'that has passed its time',
      { extensions: [number(6), base(5)], nextUpdate: '2026-01-02T00:00:00' },
    ],
    [
      'with another scope',
      {
        extensions: [
          number(6),
          base(5),
          {
            oid: OID.issuingDistributionPoint,
            critical: true,
            value: Uint8Array.of(0x30, 3, 0x81, 1, 0xff),
          },
        ],
      },
    ],
  ] as const)('%s is left aside', (_, delta) => {
    const complete = { extensions: [number(5)] };
    expect(code(judge([complete, { ...delta, entries: [revoked] }]))).toBe('good');
  });

  it('alone says nothing', () => {
    expect(code(judge([{ extensions: [number(6), base(5)] }]))).toBe('CRL_SCOPE');
  });
});

describe('size and damage', () => {
  it('a list of a million entries is searched quickly, and without a million objects', () => {
    const entry = (index: number): TestEntry => ({
      serial: der(2, Uint8Array.of(0x55, (index >> 16) & 0xff, (index >> 8) & 0xff, index & 0xff)),
      ...(index % 2 === 0 ? {} : { extensions: [reasonExtension(4)] }),
    });
    // 2^12 entries made once and repeated 2^8 times over: 1,048,576, about 38 MB.
    const part = readCertificateList(
      makeCrl({ issuer: ca, entries: Array.from({ length: 1 << 12 }, (_, i) => entry(i)) }),
    );
    const list = readCertificateList(makeCrl({ issuer: ca, entries: [revoked] }));
    const size = part.entries.length;
    const entries = new Uint8Array(size * 256 + list.entries.length);
    for (let i = 0; i < 256; i++) entries.set(part.entries, i * size);
    entries.set(list.entries, size * 256);
    const large = { ...list, entries };
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const time = processorTime();
    const judged = judgeCrls({ certificate, issuer, crls: [large], at });
    const took = time();
    expect(judged).toMatchObject({ usable: true, revocation: { reason: null } });
    expect(entries.length).toBeGreaterThan(30_000_000);
    expect(took).toBeLessThan(3000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 << 20);
  });

  it('a list spoilt in any way is refused by name, or still says the same', () => {
    const bytes = makeCrl({
      issuer: ca,
      entries: [{ serial: other.serial }, { ...revoked, extensions: [reasonExtension(1)] }],
      extensions: [number(5)],
    });
    const run = (spoilt: Uint8Array) => {
      try {
        return code(judgeCrls({ certificate, issuer, crls: [readCertificateList(spoilt)], at }));
      } catch (error) {
        if (error instanceof TrustError) return error.code;
        throw error;
      }
    };
    expect(run(bytes)).toBe('keyCompromise');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(bytes.length)),
        (changes, length) => {
          const spoilt = Uint8Array.from(bytes);
          for (const [place, value] of changes) spoilt[place] = value;
          expect(run(length === null ? spoilt : spoilt.subarray(0, length))).toMatch(
            /^(CRL_|keyCompromise$)/,
          );
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
        expect(run(junk)).toBe('CRL_MALFORMED');
      }),
    );
  });
});

describe('the entries of an indirect list', () => {
  const indirect = {
    oid: OID.issuingDistributionPoint,
    critical: true,
    value: derSequence(der(0x84, Uint8Array.of(0xff))),
  };
  const about = (name: Uint8Array) => ({
    oid: '2.5.29.29',
    critical: true,
    value: derSequence(der(0xa4, name)),
  });
  const names = ['A', 'B', 'CA'].map((name) => makeAuthority(name).name);
  const serials = [1, 2, 3, 0x91].map((octet) => der(2, Uint8Array.of(0x2a, 0, octet)));

  it('are found as running over all of them finds them (RFC 5280 5.3.3)', () => {
    const one = fc.record({ serial: fc.nat(3), issuer: fc.option(fc.nat(2)), day: fc.nat(27) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (entries) => {
        const list = readCertificateList(
          makeCrl({
            ...{ issuer: ca, extensions: [indirect] },
            entries: entries.map(({ serial, issuer: named, day }) => ({
              serial: serials[serial]!,
              at: `2025-12-${String(day + 1).padStart(2, '0')}T00:00:00`,
              ...(named === null ? {} : { extensions: [about(names[named]!)] }),
            })),
          }),
        );
        let issuerNow = 2;
        let expected: number | null = null;
        for (const { serial, issuer: named, day } of entries) {
          issuerNow = named ?? issuerNow;
          if (issuerNow === 2 && serial === 3) expected ??= day + 1;
        }
        const { entry } = findEntry(list, certificate);
        expect(entry?.at.getUTCDate() ?? null).toBe(expected);
      }),
    );
  });

  it('make the list useless where one has a critical extension that is not known', () => {
    const extensions = [{ oid: '1.2.3', critical: true, value: DER_NULL }];
    expect(code(judge([{ entries: [{ serial: other.serial, extensions }] }]))).toBe(
      'CRL_EXTENSION_UNSUPPORTED',
    );
  });

  it('make it useless where thousands have one number, which would have to be run over', () => {
    const entries = Array.from({ length: 1100 }, () => revoked);
    const fewer = judge([{ entries: entries.slice(0, 1000) }]);
    expect(fewer.usable && fewer.revocation !== null).toBe(true);
    expect(code(judge([{ entries }]))).toBe('CRL_MALFORMED');
  });
});
