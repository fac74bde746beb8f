// The practice authority's services, which openssl runs: what they answer we take, and what we take openssl
// verifies once more by itself.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, tryRun } from '../../../build/lib/command.mjs';
import {
  STAND_IN_SUBJECT,
  OCSP_SUBJECT,
  SIGNER_SUBJECT,
  TSA_SUBJECT,
} from '../../../build/practice/constants.mjs';
import { freePort } from '../../../build/practice/free-port.mjs';
import { type Ca, issue, type Issued, makeCa, revoke } from '../../../build/practice/pki.mjs';
import { type Services, startServices } from '../../../build/practice/services.mjs';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { buildTimestampRequest } from '../../../core/cms/timestamp-request.ts';
import { findIssuers } from '../../../core/trust/aia.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import { readCertificateList } from '../../../core/trust/crl/certificate-list.ts';
import { judgeCrls } from '../../../core/trust/crl/judge-crls.ts';
import { judgeOcsp } from '../../../core/trust/ocsp/judge-ocsp.ts';
import { buildOcspRequest } from '../../../core/trust/ocsp/ocsp-request.ts';
import { collectRevocation } from '../../../core/trust/revocation/collect-revocation.ts';
import { TimestampService } from '../../../core/trust/timestamping.ts';
import { createHttpClient } from '../../../native/network/http-client.ts';
import { createRevocationCache } from '../../../native/network/revocation-cache.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const dir = sharedTemporaryFolder();
const http = createHttpClient({ environment: {} });
let ca: Ca;
let signer: Issued;
let lost: Issued;
let services: Services;

const der = (path: string): Uint8Array => Uint8Array.from(readFileSync(path));
const file = (name: string): string => join(dir, name);
const openssl = (...args: string[]) => run('openssl', args);

beforeAll(async () => {
  const port = await freePort();
  const subject = STAND_IN_SUBJECT;
  ca = await makeCa(file('pki'), { baseUrl: `http://127.0.0.1:${port}`, subject });
  signer = await issue(ca, 'signer', 'signer', { subject: SIGNER_SUBJECT });
  lost = await issue(ca, 'lost', 'signer', { subject: `${SIGNER_SUBJECT} HILANG` });
  await issue(ca, 'ocsp', 'ocsp', { subject: OCSP_SUBJECT });
  await issue(ca, 'tsa', 'tsa', { subject: TSA_SUBJECT });
  await revoke(ca, lost, 'keyCompromise');
  services = await startServices(ca.dir, port);
  expect(services.expectedPort).toBe(true);
});

afterAll(() => services.stop());

const asked = (more: object = {}) => ({
  http,
  now: new Date(),
  random: (length: number) => Uint8Array.from(randomBytes(length)),
  cache: createRevocationCache(file('cache')),
  ...more,
});
const certificateOf = (issued: Issued) => readCertificate(der(issued.certificateDer));
const issuerOf = () => readCertificate(der(ca.certificateDer));

describe('the OCSP responder of openssl', () => {
  it('answers us, and its answer stands before openssl', async () => {
    const finding = await collectRevocation(certificateOf(signer), issuerOf(), asked());
    expect(finding).toMatchObject({ status: 'good', problems: [] });
    expect(finding.answer).toMatchObject({ signerExempt: true, currency: 'current' });
    writeFileSync(file('good.ocsp'), finding.ocsp!);
    const { output } = await openssl(
      ...['ocsp', '-no_nonce', '-respin', file('good.ocsp'), '-CAfile', ca.certificate],
      ...['-issuer', ca.certificate, '-cert', signer.certificate],
    );
    expect(output).toMatch(/signer\.pem: good/);
    expect(output).toMatch(/Response verify OK/);
  });

  it('tells us of the lost key what it tells openssl', async () => {
    const finding = await collectRevocation(certificateOf(lost), issuerOf(), asked());
    expect(finding).toMatchObject({ status: 'revoked', problems: [] });
    expect(finding.answer?.revocation?.reason).toBe('keyCompromise');
    writeFileSync(file('lost.ocsp'), finding.ocsp!);
    const { output } = await openssl(
      ...['ocsp', '-no_nonce', '-respin', file('lost.ocsp'), '-CAfile', ca.certificate],
      ...['-issuer', ca.certificate, '-cert', lost.certificate],
    );
    expect(output).toMatch(/lost\.pem: revoked/);
    expect(output).toContain('Reason: keyCompromise');
    const [, time = ''] = /Revocation Time: (.+)/.exec(output) ?? [];
    expect(finding.answer?.revocation?.at.getTime()).toBe(Date.parse(time));
  });

  it.each(['sha1', 'sha256'] as const)('is asked by us as openssl asks, with %s', async (hash) => {
    const request = buildOcspRequest({
      certificate: certificateOf(signer),
      issuer: issuerOf(),
      hash,
      nonce: null,
    });
    await openssl(
      ...['ocsp', `-${hash}`, '-issuer', ca.certificate, '-cert', signer.certificate],
      ...['-no_nonce', '-reqout', file('theirs.ocsp')],
    );
    expect(Buffer.from(request).equals(readFileSync(file('theirs.ocsp')))).toBe(true);
    const { body } = await http.request({
      method: 'POST',
      url: services.ocspUrl,
      body: request,
      maxBytes: 100_000,
      timeoutMs: 20_000,
    });
    const judged = judgeOcsp({
      response: body,
      certificate: certificateOf(signer),
      issuer: issuerOf(),
      at: new Date(),
    });
    expect(judged).toMatchObject({ usable: true, revocation: null });
  });
});

describe('the list of openssl', () => {
  const withoutOcsp = {
    request: (request: Parameters<typeof http.request>[0]) =>
      http.request(
        request.url.includes('/ocsp') ? { ...request, url: `${services.crlUrl}/none` } : request,
      ),
  };

  it('speaks where OCSP is silent, and openssl finds the same in it', async () => {
    for (const [issued, status] of [
      [signer, 'good'],
      [lost, 'revoked'],
    ] as const) {
      const services = asked({ http: withoutOcsp, cache: null });
      const finding = await collectRevocation(certificateOf(issued), issuerOf(), services);
      expect(finding).toMatchObject({ status, ocsp: null });
      expect(finding.problems.map(({ error }) => error.code)).toEqual(['NET_STATUS']);
      const [list] = finding.crls;
      writeFileSync(file('list.crl'), list!);
      await openssl('crl', '-inform', 'DER', '-in', file('list.crl'), '-out', file('list.pem'));
      const verified = await tryRun('openssl', [
        ...['verify', '-crl_check', '-CAfile', ca.certificate, '-CRLfile', file('list.pem')],
        issued.certificate,
      ]);
      expect(verified.status === 0).toBe(status === 'good');
      if (status === 'revoked') expect(verified.output).toContain('certificate revoked');
      const { output } = await openssl('crl', '-in', file('list.pem'), '-noout', '-nextupdate');
      const next = finding.answer?.nextUpdate?.getTime();
      expect(next).toBe(Date.parse(output.replace('nextUpdate=', '')));
    }
  });

  it('is judged alike whether fetched or given', () => {
    const crls = [readCertificateList(der(join(ca.dir, 'ca.crl')))];
    const about = (issued: Issued) =>
      judgeCrls({ certificate: certificateOf(issued), issuer: issuerOf(), crls, at: new Date() });
    expect(about(signer)).toMatchObject({ usable: true, revocation: null });
    expect(about(lost)).toMatchObject({ revocation: { reason: 'keyCompromise' } });
  });
});

describe('the time-stamp authority of openssl', () => {
  const stamping = () =>
    new TimestampService({
      http,
      clock: { now: () => new Date() },
      random: (length) => Uint8Array.from(randomBytes(length)),
      authorities: [{ name: 'Latihan', url: services.tsaUrl }],
      trusts: ({ certificate, token }) => {
        const pool = new CertificatePool([der(ca.certificateDer)]);
        return findPath(certificate, pool, token.time).failure === null;
      },
    });

  it.each(['sha256', 'sha384', 'sha512'] as const)(
    'stamps a %s digest for us, and openssl verifies the token',
    async (hash) => {
      const digest = createHash(hash).update('signature value').digest();
      const outcome = await stamping().stamp(hash, digest);
      expect(outcome).toMatchObject({ ok: true, failures: [] });
      if (!outcome.ok) return;
      expect(Math.abs(outcome.token.time.getTime() - Date.now())).toBeLessThan(60_000);
      expect(outcome.certificate.commonName).toBe('TSA LATIHAN Pena');
      writeFileSync(file('token'), outcome.der);
      const verify = (value: string) =>
        tryRun('openssl', [
          ...['ts', '-verify', '-in', file('token'), '-token_in'],
          ...['-digest', value, '-CAfile', ca.certificate],
        ]);
      const right = await verify(digest.toString('hex'));
      expect(right.output).toContain('Verification: OK');
      const wrong = await verify(createHash(hash).update('other').digest('hex'));
      expect(wrong.output).not.toContain('Verification: OK');
    },
  );

  it('reads our question as we mean it', async () => {
    const digest = createHash('sha384').update('x').digest();
    const nonce = Uint8Array.of(0xfe, 1, 2, 3, 4, 5, 6, 7);
    writeFileSync(
      file('query'),
      buildTimestampRequest({ hash: 'sha384', digest, nonce, policy: '2.999.1' }),
    );
    const { output } = await openssl('ts', '-query', '-in', file('query'), '-text');
    expect(output).toContain('Hash Algorithm: sha384');
    expect(output).toContain('Policy OID: 2.999.1');
    expect(output).toContain('Nonce: 0xFE01020304050607');
    expect(output).toContain('Certificate required: yes');
  });

  it('names why it refuses: a policy it does not know', async () => {
    const service = new TimestampService({
      http,
      clock: { now: () => new Date() },
      random: (length) => Uint8Array.from(randomBytes(length)),
      authorities: [{ name: 'Latihan', url: services.tsaUrl, policy: '2.999.77' }],
    });
    const outcome = await service.stamp('sha256', new Uint8Array(32));
    expect(outcome.failures).toMatchObject([{ error: { code: 'TSA_REFUSED' } }]);
    expect(outcome.failures[0]?.error.params['failure']).toContain('unacceptedPolicy');
  });
});

it('the issuer is found where the certificate says', async () => {
  const { issuers, problems } = await findIssuers(certificateOf(signer), [], { http });
  expect(issuers.map(({ sha256 }) => sha256)).toEqual([issuerOf().sha256]);
  expect(problems).toEqual([]);
});
