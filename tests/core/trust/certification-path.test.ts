// Paths that are right, paths with one thing wrong, and paths made to be endless.
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { der, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
  type TestCertificate,
} from '../support/test-certificates.ts';

const AT = '2026-11-24T00:00:00Z';
const root = makeAuthority('Akar');
const sub = makeAuthority('Antara', { issuer: root });
const signer = makeSigner('Penanda Tangan', sub);

function find(
  certificate: TestCertificate,
  others: readonly TestCertificate[],
  anchors: readonly TestCertificate[] = [root],
  at = AT,
) {
  const pool = new CertificatePool(anchors.map((one) => one.der));
  for (const one of others) pool.read(one.der);
  return findPath(pool.read(certificate.der), pool, new Date(at));
}

const names = (path: ReturnType<typeof find>) => path.certificates.map((one) => one.commonName);

describe('a path', () => {
  it('is found from the signer to the anchor', () => {
    const path = find(signer, [sub]);
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(['Penanda Tangan', 'Antara', 'Akar']);
    expect(path.anchor?.sha256).toBe(readCertificate(root.der).sha256);
  });

  it('is one certificate long where the signer is the anchor', () => {
    expect(find(signer, [], [signer])).toMatchObject({ failure: null });
  });

  it('may go over a cross certificate when the straight way is closed', () => {
    const other = makeAuthority('Akar Lain');
    const cross = makeAuthority('Antara', { issuer: other, key: sub.key });
    const expired = makeAuthority('Antara', {
      issuer: root,
      key: sub.key,
      notAfter: '2026-01-01T00:00:00',
    });
    const path = find(signer, [expired, cross], [root, other]);
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(['Penanda Tangan', 'Antara', 'Akar Lain']);
  });

  it('is not found to an anchor that did not issue it, and shows how far it came', () => {
    const path = find(signer, [sub], [makeAuthority('Akar Lain')]);
    expect(path).toMatchObject({ anchor: null, failure: { fault: 'not-found' } });
    expect(names(path)).toEqual(['Penanda Tangan', 'Antara']);
  });

  it('is not found without anchors, and a self-signed certificate is none by itself', () => {
    expect(find(signer, [sub, root], []).failure?.fault).toBe('not-found');
  });
});

const extension = (oid: string, critical: boolean) => ({
  extensions: [{ oid, critical, value: derSequence() }],
});
const under = (issuer: TestCertificate) => makeSigner('Penanda Tangan', issuer);
const through = (options: Parameters<typeof makeAuthority>[1]) => {
  const issuer = makeAuthority('Antara', { issuer: root, key: makeKey('p256', 'x'), ...options });
  return find(under(issuer), [issuer]);
};

/** By the standard's term: a path that breaks only this rule. */
const BROKEN: Readonly<Record<string, () => ReturnType<typeof find>>> = {
  notBefore: () => through({ notBefore: '2027-01-01T00:00:00' }),
  notAfter: () => through({ notAfter: '2026-01-01T00:00:00' }),
  signatureAlgorithm: () => through({ disagree: true }),
  basicConstraints: () => through({ ca: false }),
  keyCertSign: () => through({ keyUsage: ['cRLSign', 'digitalSignature'] }),
  criticalExtension: () => through(extension('1.2.3.4.5', true)),
  nameConstraints: () => through(extension(OID.nameConstraints, false)),
  policyConstraints: () => through(extension(OID.policyConstraints, false)),
  pathLenConstraint: () => {
    const limited = makeAuthority('Terbatas', { issuer: root, pathLength: 0 });
    const below = makeAuthority('Di Bawahnya', { issuer: limited });
    return find(under(below), [limited, below]);
  },
  signature: () => find(makeSigner('Palsu', root, { forgedBy: makeKey('p256', 'x') }), []),
};

describe('a path that breaks a rule', () => {
  it.each(Object.entries(BROKEN))('%s', (check, run) => {
    const path = run();
    expect(path.failure?.check).toBe(check);
    const fault =
      check === 'notAfter' ? 'expired' : check === 'notBefore' ? 'not-yet-valid' : 'invalid';
    expect(path.failure?.fault).toBe(fault);
  });

  it('basicConstraints: a version 1 certificate is no CA', () => {
    const old = makeCertificate({ name: 'Versi Satu', issuer: root, version1: true });
    expect(find(under(old), [old]).failure?.check).toBe('basicConstraints');
  });

  it('notAfter: an anchor counts too', () => {
    expect(find(signer, [sub], [root], '2036-01-01T00:00:00Z').failure?.fault).toBe('expired');
  });

  it('an unknown extension that is not critical breaks none', () => {
    expect(through(extension('1.2.3.4.5', false)).failure).toBeNull();
  });

  it('pathLenConstraint: a self-issued certificate does not count', () => {
    const limited = makeAuthority('Terbatas', { issuer: root, pathLength: 0 });
    const renewed = makeAuthority('Terbatas', { issuer: limited, key: makeKey('p256', 'baru') });
    const path = find(under(renewed), [limited, renewed]);
    expect(path.failure).toBeNull();
    expect(path.certificates).toHaveLength(4);
  });
});

describe('a search', () => {
  it('ends on certificates that issue each other', () => {
    const one = makeAuthority('Satu');
    const two = makeAuthority('Dua', { issuer: one });
    const back = makeAuthority('Satu', { issuer: two, key: one.key });
    expect(find(under(two), [two, back]).failure?.fault).toBe('not-found');
  });

  it('ends soon on very many namesakes that all sign each other', () => {
    const key = makeKey('p256', 'banyak');
    const namesakes = Array.from({ length: 40 }, (_, i) =>
      makeAuthority('Banyak', {
        key: makeKey('p256', `banyak ${i % 8}`),
        extensions: [{ oid: '1.2.3.4', value: der(0x02, Uint8Array.of(i)) }],
        forgedBy: key,
      }),
    );
    const before = performance.now();
    const path = find(makeSigner('Ujung', { ...namesakes[0]!, key }), namesakes);
    expect(path.anchor).toBeNull();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
