// Collecting proof of revocation over the network: order of sources, cache, and servers that misbehave.
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { der, derOid, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import type { RevocationCache } from '../../../core/ports/revocation-cache.ts';
import { MAX_CRL_BYTES } from '../../../core/trust/crl/certificate-list.ts';
import { findIssuers } from '../../../core/trust/aia.ts';
import { collectRevocation } from '../../../core/trust/revocation/collect-revocation.ts';
import type { RevocationServices } from '../../../core/trust/revocation/services.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { rejection } from '../../support/rejection.ts';
import {
  babble,
  type Behaviour,
  bytes,
  cut,
  drip,
  flood,
  garbage,
  hang,
  naughtyServer,
  redirect,
  slam,
  status,
} from '../../support/services/naughty-server.ts';
import {
  makeCrl,
  makeOcsp,
  type OcspOptions,
  refusingOcsp,
} from '../../support/services/test-proofs.ts';
import {
  makeAuthority,
  makeCertificate,
  makeKey,
  type TestCertificate,
  type TestExtension,
} from '../support/test-certificates.ts';
import { accessTo, listsAt } from '../support/test-extensions.ts';

const now = new Date('2026-01-03T00:00:00Z');
const ca = makeAuthority('CA');
const issuer = readCertificate(ca.der);
const http = createHttpClient({ environment: {} });

const announcing =
  (length: number): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-length': String(length) }).write('0');
  };

const subjectWith = (...extensions: readonly TestExtension[]): TestCertificate =>
  makeCertificate({ name: 'Signer', issuer: ca, keyUsage: ['digitalSignature'], extensions });

function memoryCache() {
  const kept = new Map<string, { value: Uint8Array; until: Date }>();
  const cache: RevocationCache = {
    get: (key, time) => {
      const found = kept.get(key);
      return Promise.resolve(found !== undefined && found.until > time ? found.value : null);
    },
    set: (key, value, until) => {
      kept.set(key, { value, until });
      return Promise.resolve();
    },
  };
  return { cache, kept };
}

function collect(subject: TestCertificate, more: Partial<RevocationServices> = {}) {
  const services = { http, now, random: null, cache: null, timeoutMs: 300, ...more };
  return collectRevocation(readCertificate(subject.der), issuer, services);
}

/** A server with an OCSP responder and a list, both speaking of `subject`. */
async function scene(ocsp: Behaviour | Partial<OcspOptions>, crl: Behaviour | null = null) {
  let subject: TestCertificate | null = null;
  const behaviour: Behaviour =
    typeof ocsp === 'function'
      ? ocsp
      : (response) => response.end(makeOcsp({ certificate: subject!, issuer: ca, ...ocsp }));
  const server = await naughtyServer({
    '/ocsp': behaviour,
    '/crl': crl ?? bytes(makeCrl({ issuer: ca })),
  });
  subject = subjectWith(
    accessTo(OID.accessOcsp, `${server.url}/ocsp`),
    listsAt(OID.crlDistributionPoints, 'ldap://x/y', `${server.url}/crl`),
  );
  return { server, subject };
}

describe('OCSP comes first', () => {
  it('and its answer is kept as it came', async () => {
    const { server, subject } = await scene({});
    const finding = await collect(subject);
    expect(finding).toMatchObject({ status: 'good', crls: [], problems: [] });
    expect(finding.ocsp).toEqual(finding.answer?.evidence[0]);
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /ocsp']);
    expect(server.asked[0]?.headers['content-type']).toBe('application/ocsp-request');
  });

  it('also when it says revoked', async () => {
    const { subject } = await scene({ status: { revokedAt: '2026-01-01T00:00:00', reason: 1 } });
    const finding = await collect(subject);
    expect(finding.status).toBe('revoked');
    expect(finding.answer?.revocation?.reason).toBe('keyCompromise');
  });

  it('by GET where POST is not known', async () => {
    const { server, subject } = await scene((response, { method, path }) => {
      if (method === 'POST') response.writeHead(405).end();
      else response.end(makeOcsp({ certificate: subject, issuer: ca }));
      expect(path.startsWith('/ocsp')).toBe(true);
    });
    expect(await collect(subject)).toMatchObject({ status: 'good', problems: [] });
    expect(server.asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });
});

describe('the list answers where OCSP does not, and each failure is named:', () => {
  const forger = makeKey('p256', 'forger');
  const expired = makeCertificate({
    ...{ name: 'Responder', issuer: ca, purposes: [OID.ocspSigning] },
    notAfter: '2025-12-31T00:00:00',
  });
  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['garbage', garbage, 'OCSP_MALFORMED'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a drip', drip, 'NET_TIMEOUT'],
    ['50 MB', flood({ announced: false }), 'NET_TOO_LARGE'],
    ['50 MB, announced', flood({ announced: true }), 'NET_TOO_LARGE'],
    ['a redirect loop', redirect('/ocsp'), 'NET_REDIRECT'],
    ['a cut line', cut, 'NET_INTERRUPTED'],
    ['a line cut at once', slam, 'NET_INTERRUPTED'],
    ['another protocol', babble, 'NET_INTERRUPTED'],
    ['tryLater', bytes(refusingOcsp(3)), 'OCSP_REFUSED'],
    ['unauthorized', bytes(refusingOcsp(6)), 'OCSP_REFUSED'],
    ['a wrong nonce', { nonce: Uint8Array.of(1) }, 'OCSP_NONCE_MISMATCH'],
    // What the imprint is to a time stamp.
    ['an answer about another', { certificate: subjectWith() }, 'OCSP_CERTIFICATE_MISMATCH'],
    ['a forged answer', { signedBy: forger }, 'OCSP_SIGNATURE_WRONG'],
    ['a stale answer', { nextUpdate: '2026-01-02T00:00:00' }, 'OCSP_NOT_CURRENT'],
    ['an answer without an end, too old', { nextUpdate: null }, 'OCSP_NOT_CURRENT'],
    ['no knowledge', { status: 'unknown' }, 'OCSP_CERTIFICATE_UNKNOWN'],
    ['an expired responder', { responder: expired }, 'OCSP_RESPONDER_UNAUTHORIZED'],
    ['a foreign responder', { responder: makeAuthority('Foreign') }, 'OCSP_RESPONDER_UNAUTHORIZED'],
  ] as const)('%s', async (_, ocsp, code) => {
    const { server, subject } = await scene(ocsp);
    const random = (length: number) => new Uint8Array(length).fill(7);
    const began = performance.now();
    const finding = await collect(subject, { random });
    expect(finding).toMatchObject({ status: 'good', ocsp: null });
    expect(finding.crls).toHaveLength(1);
    expect(finding.problems.map(({ source, error }) => [source, error.code])).toEqual([
      ['ocsp', code],
    ]);
    expect(finding.problems[0]?.error.params['host']).toBe(server.host);
    // Many times its patience: a busy machine may take long, but not for ever.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('where nobody answers', () => {
  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['garbage', garbage, 'CRL_MALFORMED'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a drip', drip, 'NET_TIMEOUT'],
    // Lists of some authorities are as large as that.
    ['50 MB of something else', flood({ announced: false }), 'CRL_MALFORMED'],
    ['more than any list', announcing(MAX_CRL_BYTES + 1), 'NET_TOO_LARGE'],
    ['a cut line', cut, 'NET_INTERRUPTED'],
    ['404', status(404), 'NET_STATUS'],
    [
      'a forged list',
      bytes(makeCrl({ issuer: ca, signedBy: makeKey('p256', 'x') })),
      'CRL_SIGNATURE_WRONG',
    ],
    [
      'a stale list',
      bytes(makeCrl({ issuer: ca, nextUpdate: '2026-01-02T00:00:00' })),
      'CRL_NOT_CURRENT',
    ],
    ['a list of others', bytes(makeCrl({ issuer: makeAuthority('Other') })), 'CRL_SCOPE'],
    ['a redirect loop', redirect('/crl'), 'NET_REDIRECT'],
  ] as const)('%s is told beside the failure of OCSP', async (_, crl, code) => {
    const { subject } = await scene(status(500), crl);
    // 50 MB take their time on a busy machine.
    const finding = await collect(subject, code === 'NET_TIMEOUT' ? {} : { timeoutMs: 10_000 });
    expect(finding).toMatchObject({ status: 'unknown', answer: null, ocsp: null, crls: [] });
    expect(finding.problems.map(({ error }) => error.code)).toEqual(['NET_STATUS', code]);
  });

  it('because nobody is named, that is told', async () => {
    const finding = await collect(subjectWith());
    expect(finding.status).toBe('unknown');
    expect(finding.problems).toMatchObject([
      {
        source: 'crl',
        url: '',
        error: { code: 'REVOCATION_NO_SOURCE', params: { name: 'Signer' } },
      },
    ]);
  });

  it('since the user gives up, that is thrown', async () => {
    const { subject } = await scene(hang, hang);
    const error = await rejection(collect(subject, { signal: AbortSignal.timeout(50) }));
    expect(error.code).toBe('CANCELLED');
  });
});

describe('the cache', () => {
  it('spares the second question until nextUpdate', async () => {
    const { server, subject } = await scene({});
    const { cache } = memoryCache();
    for (let i = 0; i < 3; i++) expect((await collect(subject, { cache })).status).toBe('good');
    expect(server.asked).toHaveLength(1);
    const later = new Date('2026-01-09T00:00:00Z');
    expect((await collect(subject, { cache, now: later })).problems).toMatchObject([
      { error: { code: 'OCSP_NOT_CURRENT' } },
      { error: { code: 'CRL_NOT_CURRENT' } },
    ]);
    await collect(subject);
    expect(server.asked.filter(({ path }) => path === '/ocsp')).toHaveLength(3);
  });

  it('keeps lists for every certificate that names them', async () => {
    const { server, subject } = await scene(status(500));
    const { cache } = memoryCache();
    await collect(subject, { cache });
    await collect(subject, { cache });
    expect(server.asked.filter(({ path }) => path === '/crl')).toHaveLength(1);
  });

  it.each([
    ['junk', () => Uint8Array.of(1, 2, 3)],
    [
      'a forged answer',
      (certificate: TestCertificate) =>
        makeOcsp({ certificate, issuer: ca, signedBy: makeKey('p256', 'forger') }),
    ],
    ['a forged list', () => makeCrl({ issuer: ca, signedBy: makeKey('p256', 'forger') })],
  ])('that was poisoned with %s is passed over, and mended', async (_, poison) => {
    const { server, subject } = await scene({});
    const { cache, kept } = memoryCache();
    await collect(subject, { cache });
    for (const [key, { until }] of kept) kept.set(key, { value: poison(subject), until });
    expect((await collect(subject, { cache })).status).toBe('good');
    expect((await collect(subject, { cache })).status).toBe('good');
    expect(server.asked).toHaveLength(2);
  });

  it('is not spoilt by what a stranger on the line sends', async () => {
    const { subject } = await scene(
      { signedBy: makeKey('p256', 'forger') },
      bytes(makeCrl({ issuer: ca, signedBy: makeKey('p256', 'forger') })),
    );
    const { cache, kept } = memoryCache();
    expect((await collect(subject, { cache })).status).toBe('unknown');
    expect(kept.size).toBe(0);
  });
});

describe('issuers', () => {
  const find = (subject: TestCertificate, known: TestCertificate[] = []) =>
    findIssuers(
      readCertificate(subject.der),
      known.map((one) => readCertificate(one.der)),
      { http, timeoutMs: 300 },
    );

  it('are fetched one above the other, as DER, PEM or CMS, up to the root', async () => {
    const paths: Record<string, Behaviour> = {};
    const server = await naughtyServer(paths);
    const named = (path: string) => [accessTo(OID.accessCaIssuers, `${server.url}${path}`)];
    const root = makeAuthority('Root');
    const second = makeAuthority('Second', { issuer: root, extensions: named('/root') });
    const first = makeAuthority('First', { issuer: second, extensions: named('/second') });
    const leaf = makeCertificate({ name: 'Leaf', issuer: first, extensions: named('/first') });
    const base64 = Buffer.from(second.der).toString('base64');
    paths['/first'] = bytes(first.der);
    paths['/second'] = bytes(`-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`);
    paths['/root'] = bytes(certsOnly(root.der));
    const { issuers, problems } = await find(leaf);
    expect(issuers.map(({ commonName }) => commonName)).toEqual(['First', 'Second', 'Root']);
    expect(problems).toEqual([]);
    const known = await find(leaf, [first, second]);
    expect(known.issuers).toHaveLength(3);
    expect(server.asked.map(({ path }) => path)).toEqual(['/first', '/second', '/root', '/root']);
  });

  it('that lead in a circle, or on without end, are left', async () => {
    const paths: Record<string, Behaviour> = {};
    const server = await naughtyServer(paths);
    const named = (path: string) => [accessTo(OID.accessCaIssuers, `${server.url}${path}`)];
    // Two authorities that certify each other.
    const key = { a: makeKey('p256', 'a'), b: makeKey('p256', 'b') };
    const seed = { a: makeAuthority('A', { key: key.a }), b: makeAuthority('B', { key: key.b }) };
    const a = makeAuthority('A', { key: key.a, issuer: seed.b, extensions: named('/b') });
    const b = makeAuthority('B', { key: key.b, issuer: seed.a, extensions: named('/a') });
    paths['/a'] = bytes(a.der);
    paths['/b'] = bytes(b.der);
    expect((await find(a)).issuers.map(({ commonName }) => commonName)).toEqual(['B']);
    // A chain of twenty, each with its own address.
    let above = makeAuthority('N0');
    paths['/n0'] = bytes(above.der);
    for (let i = 1; i <= 20; i++) {
      above = makeAuthority(`N${i}`, { issuer: above, extensions: named(`/n${i - 1}`) });
      paths[`/n${i}`] = bytes(above.der);
    }
    expect((await find(above)).issuers).toHaveLength(8);
  });

  it.each([
    ['500', status(500), 'NET_STATUS'],
    ['silence', hang, 'NET_TIMEOUT'],
    ['a drip', drip, 'NET_TIMEOUT'],
    ['a redirect loop', redirect('/bad'), 'NET_REDIRECT'],
    ['a cut line', cut, 'NET_INTERRUPTED'],
  ] as const)('behind %s are named, and fetched from the next address', async (_, bad, code) => {
    const { url } = await naughtyServer({ '/bad': bad, '/ca': bytes(ca.der) });
    const leaf = subjectWith(accessTo(OID.accessCaIssuers, `${url}/bad`, `${url}/ca`));
    const { issuers, problems } = await find(leaf);
    expect(problems).toMatchObject([{ url: `${url}/bad`, error: { code } }]);
    expect(issuers.map(({ sha256 }) => sha256)).toEqual([issuer.sha256]);
  });

  it('that are not what they are said to be are passed over, with the reason', async () => {
    const server = await naughtyServer({
      '/other': bytes(makeAuthority('Other').der),
      '/namesake': bytes(makeAuthority('CA', { key: makeKey('p256', 'namesake') }).der),
      '/garbage': garbage,
      '/large': flood({ announced: false }),
      '/ca': bytes(ca.der),
    });
    const paths = ['other', 'namesake', 'garbage', 'large'].map((path) => `${server.url}/${path}`);
    const leaf = (...urls: string[]) => subjectWith(accessTo(OID.accessCaIssuers, ...urls));
    const failed = await find(leaf(...paths));
    expect(failed.issuers).toEqual([]);
    expect(failed.problems.map(({ error }) => error.code)).toEqual([
      'CERT_MALFORMED',
      'NET_TOO_LARGE',
    ]);
    const found = await find(leaf(...paths.slice(0, 2), `${server.url}/ca`));
    expect(found.issuers.map(({ sha256 }) => sha256)).toEqual([issuer.sha256]);
  });
});

/** A SignedData that carries a certificate and nothing else (RFC 5652 5.1, "certs-only"). */
function certsOnly(certificate: Uint8Array): Uint8Array {
  const signedData = derSequence(
    der(0x02, Uint8Array.of(1)),
    der(0x31),
    derSequence(derOid(OID.data)),
    der(0xa0, certificate),
    der(0x31),
  );
  return derSequence(derOid(OID.signedData), der(0xa0, signedData));
}
