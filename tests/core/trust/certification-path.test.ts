// Paths that are right, paths with one thing wrong, and paths made to be endless.
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { der, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import type { PathOptions } from '../../../core/trust/path-options.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  makeSigner,
  type TestCertificate,
} from '../support/test-certificates.ts';
import {
  altNamesOf,
  generalName,
  mappingsOf,
  nameConstraintsOf,
  policiesOf,
  policyConstraintsOf,
} from '../support/test-extensions.ts';
import { processorTime } from '../../support/processor-time.ts';

const AT = '2026-11-24T00:00:00Z';
const root = makeAuthority('Akar');
const sub = makeAuthority('Antara', { issuer: root });
const signer = makeSigner('Penanda Tangan', sub);

function find(
  certificate: TestCertificate,
  others: readonly TestCertificate[],
  anchors: readonly TestCertificate[] = [root],
  at = AT,
  options: PathOptions = {},
) {
  const pool = new CertificatePool(anchors.map((one) => one.der));
  for (const one of others) pool.read(one.der);
  return findPath(pool.read(certificate.der), pool, new Date(at), options);
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
  nameConstraints: () => {
    const value = nameConstraintsOf([], [generalName.directory(signer.name)]);
    return through({ extensions: [value] });
  },
  certificatePolicies: () => through({ extensions: [policyConstraintsOf(0, null)] }),
  policyConstraints: () => through(extension(OID.policyConstraints, false)),
  inhibitAnyPolicy: () => through(extension(OID.inhibitAnyPolicy, false)),
  policyMappings: () => through({ extensions: [mappingsOf([['1.2.3', '2.5.29.32.0']])] }),
  version: () => find(makeSigner('Penanda Tangan', root, { version: 4 }), []),
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

/** Two ways to the anchor: a short one that is tried first, and one over another authority. */
describe('a path that fails for one reason gives way to another', () => {
  const other = makeAuthority('Akar Lain', { issuer: root });
  const way = (options: Parameters<typeof makeAuthority>[1] = {}) => [
    makeAuthority('Antara', { issuer: root, key: sub.key, ...options }),
    makeAuthority('Antara', { issuer: other, key: sub.key, extensions: [policiesOf(['1.2.3'])] }),
    makeAuthority('Akar Lain', {
      ...{ issuer: root, key: other.key, extensions: [policiesOf(['1.2.3'])] },
    }),
  ];
  const named = makeSigner('Penanda Tangan', sub, {
    extensions: [altNamesOf(generalName.dns('a.id')), policiesOf(['1.2.3'])],
  });
  const LONG = ['Penanda Tangan', 'Antara', 'Akar Lain', 'Akar'];
  const SHORT = ['Penanda Tangan', 'Antara', 'Akar'];

  it('none: the short one is taken', () => {
    expect(names(find(named, way()))).toEqual(SHORT);
  });

  it('names', () => {
    const extensions = [nameConstraintsOf([], [generalName.dns('id')])];
    const path = find(named, way({ extensions }));
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(LONG);
  });

  it('policies', () => {
    const path = find(named, way(), [root], AT, { requireExplicitPolicy: true });
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(LONG);
  });

  it('a policy that is not demanded', () => {
    const options = { requireExplicitPolicy: true, initialPolicySet: ['1.2.3'] };
    const path = find(named, way({ extensions: [policiesOf(['1.2.4'])] }), [root], AT, options);
    expect(names(path)).toEqual(LONG);
    const none = { ...options, initialPolicySet: ['1.2.5'] };
    expect(find(named, way(), [root], AT, none).failure?.check).toBe('certificatePolicies');
  });

  it.each(['revoked', 'unknown'] as const)('revocation: %s', (verdict) => {
    const [short, ...long] = way();
    const revoked = readCertificate(short!.der).sha256;
    const asked: string[] = [];
    const path = find(named, [short!, ...long], [root], AT, {
      revocation: (certificate, issuer) => {
        asked.push(`${certificate.commonName} < ${issuer.commonName}`);
        return certificate.sha256 === revoked ? verdict : 'good';
      },
    });
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(LONG);
    // From the anchor downwards, and not about the anchor.
    expect(asked.slice(0, 2)).toEqual(['Antara < Akar', 'Penanda Tangan < Antara']);
  });

  it('revocation: of two that fail, the one not known to be revoked is shown', () => {
    const [short, ...long] = way();
    const { sha256 } = readCertificate(short!.der);
    const verdictFor = (shortOne: 'revoked' | 'unknown', longOne: 'revoked' | 'unknown') =>
      find(named, [short!, ...long], [root], AT, {
        revocation: (certificate, _, path) => {
          if (certificate.commonName !== 'Antara') return 'good';
          expect(path.at(-1)?.commonName).toBe('Akar');
          return certificate.sha256 === sha256 ? shortOne : longOne;
        },
      });
    expect(verdictFor('unknown', 'revoked').failure).toMatchObject({
      fault: 'revocation-unknown',
      check: 'revocation',
    });
    expect(names(verdictFor('unknown', 'revoked'))).toEqual(SHORT);
    expect(names(verdictFor('revoked', 'unknown'))).toEqual(LONG);
    expect(verdictFor('revoked', 'revoked').failure?.fault).toBe('revoked');
  });

  it('revocation: nobody is asked about a path that fails anyway', () => {
    const ask = { revocation: () => expect.unreachable() };
    expect(find(named, [sub], [root], '2036-01-01T00:00:00Z', ask).failure?.fault).toBe('expired');
  });
});

describe('a search', () => {
  it("finds the short path among strangers' certificates for the same authority", () => {
    const strangers = Array.from({ length: 8 }, (_, i) => makeAuthority(`Asing ${i % 4}`));
    const crossed = Array.from({ length: 56 }, (_, i) =>
      makeAuthority('Antara', { issuer: strangers[i % 8]!, key: sub.key }),
    );
    const mutual = Array.from({ length: 24 }, (_, i) =>
      makeAuthority(`Asing ${i % 4}`, { issuer: strangers[(i * 3 + 1) % 8]! }),
    );
    const path = find(signer, [...crossed, ...strangers, ...mutual, sub]);
    expect(path.failure).toBeNull();
    expect(names(path)).toEqual(['Penanda Tangan', 'Antara', 'Akar']);
  });

  it('ends where a document has made work beyond all measure, and then finds nothing', () => {
    const pool = new CertificatePool([root.der]);
    pool.read(sub.der);
    const before = findPath(pool.read(signer.der), pool, new Date(AT));
    expect(before.failure).toBeNull();
    const p384 = readCertificate(makeAuthority('Lain', { key: makeKey('p384') }).der).publicKey;
    let count = 0;
    while (pool.mayVerify(p384)) count += 1;
    // A thousand signatures with chain and stamp, and no more than some seconds.
    expect(count).toBeGreaterThan(3000);
    expect(count).toBeLessThan(6000);
    const late = makeSigner('Terlambat', sub);
    const path = findPath(pool.read(late.der), pool, new Date(AT));
    expect(path).toMatchObject({ anchor: null, failure: { fault: 'not-found' } });
  });

  it('does not verify with every namesake for every certificate', () => {
    const pool = new CertificatePool([root.der]);
    const namesakes = Array.from({ length: 64 }, (_, n) =>
      makeAuthority('Antara', { key: makeKey('p384', `n${n}`), issuer: root }),
    );
    for (const one of namesakes) pool.read(one.der);
    const began = process.cpuUsage();
    const failures = Array.from({ length: 400 }, (_, n) => {
      const forged = makeSigner(`P${n}`, sub, { forgedBy: makeKey('p384', 'nobody') });
      return findPath(pool.read(forged.der), pool, new Date(AT)).failure?.fault;
    });
    expect(new Set(failures)).toEqual(new Set(['not-found']));
    expect(pool.isExhausted).toBe(true);
    // 25,600 verifications: 30 s.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(15);
  });

  it('keeps an anchor that comes after very many namesakes', () => {
    const namesakes = Array.from({ length: 80 }, () => makeAuthority('Akar'));
    const { sha256 } = readCertificate(root.der);
    const pool = new CertificatePool([], [sha256]);
    for (const one of [...namesakes, root, sub]) pool.read(one.der);
    expect(findPath(pool.read(signer.der), pool, new Date(AT)).failure).toBeNull();
  });

  /** Every certificate of a layer is for one key, so that each way through them is a path. */
  function layersOf(count: number, width: number): TestCertificate[][] {
    let issuer = root;
    return Array.from({ length: count }, (_, layer) => {
      const key = makeKey('p256', `lapis ${layer}`);
      const name = `Lapis ${layer}`;
      const made = Array.from({ length: width }, () => makeAuthority(name, { issuer, key }));
      issuer = made[0]!;
      return made;
    });
  }

  it('asks about a bounded number of paths only', () => {
    const layers = layersOf(3, 6);
    let asked = 0;
    const path = find(makeSigner('Ujung', layers[2]![0]!), layers.flat(), [root], AT, {
      revocation: () => {
        asked++;
        return 'revoked';
      },
    });
    expect(path.failure?.fault).toBe('revoked');
    // Four links of each of 64 paths, of the 216 there are.
    expect(asked).toBe(256);
  });

  it('ends soon where there are eight to the power of nine paths', () => {
    const layers = layersOf(9, 8);
    const took = processorTime();
    expect(find(makeSigner('Ujung', layers[8]![0]!), layers.flat(), []).anchor).toBeNull();
    expect(took()).toBeLessThan(2000);
  });

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
    const took = processorTime();
    const path = find(makeSigner('Ujung', { ...namesakes[0]!, key }), namesakes);
    expect(path.anchor).toBeNull();
    expect(took()).toBeLessThan(2000);
  });
});
