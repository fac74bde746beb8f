// Which certificate is signed with when none, one or several can be.
import { describe, expect, test } from 'vitest';
import { chooseCertificate, type CertificateWish } from '../../../cli/sign/choose-certificate.ts';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { PenaError, toPenaError } from '../../../core/domain/pena-error.ts';
import type { IssuerTrust } from '../../../core/domain/issuer-trust.ts';
import type { TokenInfo } from '../../../core/ports/token.ts';
import {
  makeCertificate,
  makeKey,
  type CertificateOptions,
} from '../../core/support/test-certificates.ts';

const NOW = new Date('2026-11-24T02:15:00Z');

interface Entry extends Pick<CertificateOptions, 'notBefore' | 'notAfter' | 'keyUsage'> {
  readonly name: string;
  readonly label?: string;
  readonly hasPrivateKey?: boolean | null;
}

function der(entry: Entry): Uint8Array {
  const { name, notBefore, notAfter, keyUsage } = entry;
  return makeCertificate({
    ...{ name, key: makeKey('p256', name), notBefore: notBefore ?? '20260101000000Z' },
    ...{ notAfter: notAfter ?? '20270101000000Z', keyUsage: keyUsage ?? ['digitalSignature'] },
  }).der;
}

function token(label: string, ...entries: readonly Entry[]): TokenInfo {
  return {
    ...{ module: '/m.so', slot: 0, label, serial: `serial-${label}`, manufacturer: '', model: '' },
    ...{ pinPad: false, pinState: 'ok' },
    certificates: entries.map((entry, index) => ({
      certificate: der(entry),
      label: entry.label ?? entry.name,
      id: `0${String(index)}`,
      hasPrivateKey: entry.hasPrivateKey === undefined ? true : entry.hasPrivateKey,
    })),
  };
}

function choose(
  tokens: readonly TokenInfo[],
  wish: CertificateWish = {},
  problems: readonly PenaError[] = [],
  trust: IssuerTrust | null = null,
): string {
  try {
    const { token: found, certificate } = chooseCertificate({ tokens, problems }, wish, NOW, trust);
    return `${found.label}/${certificate.commonName}`;
  } catch (thrown) {
    const { code } = toPenaError(thrown);
    if (code === 'INTERNAL') throw thrown;
    return code;
  }
}

const EXPIRED: Entry = { name: 'LAMA', notAfter: '20261001000000Z' };
const CA: Entry = { name: 'CA', keyUsage: ['keyCertSign'], hasPrivateKey: null };

test('the only one that can sign is taken, whatever else is there', () => {
  const keyless = { name: 'TANPA KUNCI', hasPrivateKey: false };
  expect(choose([token('A', CA, EXPIRED, { name: 'BUDI' }, keyless)])).toBe('A/BUDI');
});

describe('of several', () => {
  const both = [token('A', { name: 'BUDI' }), token('B', { name: 'SITI', label: 'kunci' })];

  test('on one token the certificate has to be named, on two the token', () => {
    expect(choose([token('A', { name: 'BUDI' }, { name: 'SITI' })])).toBe('CERT_AMBIGUOUS');
    expect(choose(both)).toBe('TOKEN_AMBIGUOUS');
  });

  test('the token is named by label or serial number', () => {
    expect(choose(both, { token: 'B' })).toBe('B/SITI');
    expect(choose(both, { token: 'serial-A' })).toBe('A/BUDI');
    expect(choose(both, { token: 'C' })).toBe('TOKEN_NONE');
  });

  test('the certificate by label, common name or the beginning of its digest', () => {
    const { sha256 } = readCertificate(both[1]!.certificates[0]!.certificate);
    const grouped = sha256
      .slice(0, 16)
      .toUpperCase()
      .replace(/(..)(?=.)/g, '$1:');
    for (const cert of ['kunci', 'SITI', sha256, sha256.slice(0, 8), grouped]) {
      expect(choose(both, { cert })).toBe('B/SITI');
    }
    expect(choose(both, { cert: sha256.slice(0, 7) })).toBe('CERT_NOT_FOUND');
    expect(choose(both, { cert: sha256.slice(1, 20) })).toBe('CERT_NOT_FOUND');
    expect(choose(both, { cert: '' })).toBe('USAGE');
  });

  test('one that certainly has its key goes before one that may have', () => {
    expect(choose([token('A', { name: 'BUDI' }, { name: 'SITI', hasPrivateKey: null })])).toBe(
      'A/BUDI',
    );
    expect(choose([token('A', { name: 'SITI', hasPrivateKey: null })])).toBe('A/SITI');
  });

  test('one of a known issuer goes before others, which may be named or stand alone', () => {
    const anchors = [both[1]!.certificates[0]!.certificate];
    const trust = { anchors, listed: [], names: new Set<string>() };
    expect(choose(both, {}, [], trust)).toBe('B/SITI');
    expect(choose(both, { token: 'A' }, [], trust)).toBe('A/BUDI');
    expect(choose(both, { cert: 'BUDI' }, [], trust)).toBe('A/BUDI');
    expect(choose(both, {}, [], { ...trust, anchors: [] })).toBe('TOKEN_AMBIGUOUS');
  });

  test('a token seen through two modules is one', () => {
    const seen = token('A', { name: 'BUDI' });
    expect(choose([seen, { ...seen, module: '/n.so' }])).toBe('A/BUDI');
  });
});

describe('where none can sign', () => {
  test('the reason is said', () => {
    expect(choose([token('A', CA, EXPIRED)])).toBe('CERT_EXPIRED');
    expect(choose([token('A', { name: 'X', notBefore: '20261201000000Z' })])).toBe(
      'CERT_NOT_YET_VALID',
    );
    expect(choose([token('A', CA)])).toBe('CERT_KEY_USAGE');
    expect(choose([token('A', { name: 'X', hasPrivateKey: false })])).toBe('CERT_KEY_MISSING');
    expect(choose([token('A')])).toBe('CERT_NOT_FOUND');
  });

  test('a module that failed is the cause only where no token shows', () => {
    const problem = new PenaError('TOKEN_MODULE_CRASHED');
    expect(choose([], {}, [problem])).toBe('TOKEN_MODULE_CRASHED');
    expect(choose([])).toBe('TOKEN_NONE');
    expect(choose([token('A', { name: 'BUDI' })], {}, [problem])).toBe('A/BUDI');
  });
});
