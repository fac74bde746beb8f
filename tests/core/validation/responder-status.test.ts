// Whether an OCSP responder was revoked itself is asked where its certificate does not say that nobody need
// ask (id-pkix-ocsp-nocheck; RFC 6960 4.2.2.2.1).
import { describe, expect, it } from 'vitest';
import { der, DER_NULL, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import type { OnlineRevocation } from '../../../core/validation/revocation/online.ts';
import { makeCrl, makeOcsp, type TestEntry } from '../../support/services/test-proofs.ts';
import {
  makeAuthority,
  makeSigner,
  type TestCertificate,
  type TestExtension,
} from '../support/test-certificates.ts';
import { makeCms } from '../support/test-cms.ts';
import { judgeOne, type JudgeOptions, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const document = makeDocument((digest) => makeCms({ signer, digest }));
const HELD = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-12-20T00:00:00' };

const responder = (name: string, ...extensions: readonly TestExtension[]): TestCertificate =>
  makeSigner(name, root, { purposes: [OID.ocspSigning], extensions });
const silent = responder('Penjawab tanpa alamat');
const exempt = responder('Penjawab tanpa pemeriksaan', { oid: OID.ocspNoCheck, value: DER_NULL });
const list = der(0x86, Buffer.from('http://127.0.0.1/daftar.crl'));
const named = responder('Penjawab beralamat', {
  oid: OID.crlDistributionPoints,
  value: derSequence(derSequence(der(0xa0, der(0xa0, list)))),
});

const answerOf = (by: TestCertificate): Uint8Array =>
  makeOcsp({ certificate: signer, issuer: root, responder: by, ...HELD });
const crl = (...entries: readonly TestEntry[]): Uint8Array =>
  makeCrl({ issuer: root, entries, ...HELD });
const revoked = (one: TestCertificate): TestEntry => ({
  serial: one.serial,
  at: '2026-11-01T00:00:00',
});
const judge = (by: TestCertificate, more: JudgeOptions = {}) =>
  judgeOne(document, { anchors: [root.der], ocsps: [answerOf(by)], ...more });

describe('an answer of a responder', () => {
  it.each([
    ['that nobody need ask about', exempt],
    ['that names nobody to ask', silent],
  ])('%s counts', async (_, by) => {
    expect((await judge(by)).indication).toBe('TOTAL_PASSED');
  });

  it('that names whom to ask, and was not asked about, does not', async () => {
    expect(await judge(named)).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' },
      revocation: { status: 'UNKNOWN' },
    });
  });

  it('counts once that was answered, which is asked for', async () => {
    const asked: string[] = [];
    const online: OnlineRevocation = (certificate) => {
      asked.push(certificate.commonName);
      const found = certificate.commonName === 'Penjawab beralamat' ? [crl()] : [];
      return Promise.resolve({ ocspResponses: [], crls: found });
    };
    expect((await judge(named, { online })).indication).toBe('TOTAL_PASSED');
    expect(asked).toContain('Penjawab beralamat');
  });

  it('is asked about also where its answer itself came from the network', async () => {
    const online: OnlineRevocation = (certificate) =>
      Promise.resolve(
        certificate.commonName === 'Budi Penguji'
          ? { ocspResponses: [answerOf(named)], crls: [] }
          : { ocspResponses: [], crls: [crl()] },
      );
    const { indication, revocation } = await judge(named, { ocsps: [], online });
    expect(indication).toBe('TOTAL_PASSED');
    expect(revocation.embedded).toEqual([]);
  });

  // The list that revokes the responder says of the signer that all is well: which of the two the
  // judgement rests on is the question.
  it.each([
    ['without addresses', silent],
    ['with addresses', named],
  ])('that was revoked does not count: %s', async (_, by) => {
    const { revocation } = await judge(by, { crls: [crl(revoked(by))] });
    expect(revocation).toMatchObject({ status: 'GOOD', source: 'crl' });
  });

  it('does not vouch for itself', async () => {
    const own = makeOcsp({ certificate: named, issuer: root, responder: named, ...HELD });
    const { indication } = await judge(named, { ocsps: [answerOf(named), own] });
    expect(indication).toBe('INDETERMINATE');
  });
});

/** The mark of an exempt responder in certificates that are none. */
const MARK: TestExtension = { oid: OID.ocspNoCheck, value: DER_NULL };

describe('a certificate that says nobody need ask about it', () => {
  const signedBy = (one: TestCertificate) =>
    makeDocument((digest) => makeCms({ signer: one, digest }));
  const marked = makeSigner('Budi Bertanda', root, { extensions: [MARK] });
  const both = makeSigner('Budi Penjawab', root, {
    ...{ purposes: [OID.ocspSigning, '1.2.840.113583.1.1.5'], extensions: [MARK] },
  });

  it.each([
    ['and is a signer', marked],
    ['and is a signer that may answer as well', both],
  ])('%s is asked about all the same', async (_, one) => {
    const trust = { anchors: [root.der] };
    expect(await judgeOne(signedBy(one), trust)).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' },
    });
    expect(await judgeOne(signedBy(one), { ...trust, crls: [crl(revoked(one))] })).toMatchObject({
      ...{ indication: 'INDETERMINATE', revocation: { status: 'REVOKED' } },
    });
  });

  it('and is an authority is asked about all the same', async () => {
    const between = makeAuthority('LATIHAN Antara', { issuer: root, extensions: [MARK] });
    const one = makeSigner('Budi Penguji', between);
    const own = makeOcsp({ certificate: one, issuer: between, responder: between, ...HELD });
    const options = { anchors: [root.der], certificates: [between.der], ocsps: [own] };
    const judged = await judgeOne(
      makeDocument((digest) =>
        makeCms({ signer: one, certificates: [one.der, between.der], digest }),
      ),
      { ...options, crls: [crl(revoked(between))] },
    );
    expect(judged).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'REVOKED_CA_NO_POE' },
    });
  });
});
