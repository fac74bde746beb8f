// What answers about a revocation are worth by when they were given, and by whom (ETSI EN 319 102-1 5.2.5, 5.2.6.4;
// RFC 6960 4.4.4; ITU-T X.509 expiredCertsOnCRL).
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { OID } from '../../../core/cms/oids.ts';
import { SHIPPED_POLICY } from '../../../core/validation/policy.ts';
import { RevocationEvidence } from '../../../core/validation/revocation/evidence.ts';
import {
  makeCrl,
  makeOcsp,
  type OcspOptions,
  reasonExtension,
  time,
} from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../support/test-cms.ts';
import { judgeOne, type JudgeOptions, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const expired = makeSigner('Sudah Habis', root, { notAfter: '2026-06-01T00:00:00' });
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const aboutTsa = makeOcsp({
  ...{ certificate: tsa, issuer: root },
  ...{ thisUpdate: '2026-11-23T00:00:00', nextUpdate: '2026-11-30T00:00:00' },
});
const STAMPED = '2026-05-01T10:00:00';

const document = (by = signer, stamped = false) =>
  makeDocument((digest) =>
    makeCms({
      ...{ signer: by, digest },
      unsigned: (value) =>
        stamped
          ? [
              attribute(
                OID.signatureTimeStampToken,
                makeToken(value, { authority: tsa, time: STAMPED }),
              ),
            ]
          : [],
    }),
  );

async function judged(
  { by = signer, stamped = false },
  given: Pick<JudgeOptions, 'crls' | 'ocsps' | 'now'>,
) {
  const ocsps = [...(given.ocsps ?? []), ...(stamped ? [aboutTsa] : [])];
  const options = { anchors: [root.der], ...given, ocsps };
  const { indication, subIndication, codes } = await judgeOne(document(by, stamped), options);
  return { indication, subIndication, codes };
}

const list = (thisUpdate: string, nextUpdate: string, at?: string, reason = 1): Uint8Array =>
  makeCrl({
    ...{ issuer: root, thisUpdate, nextUpdate },
    entries:
      at === undefined
        ? []
        : [{ serial: signer.serial, at, extensions: [reasonExtension(reason)] }],
  });
const ofMay = list('2026-05-01T00:00:00', '2026-05-08T00:00:00');

describe('a revocation that a newer list tells of', () => {
  const newer = (at: string): Uint8Array => list('2026-11-20T00:00:00', '2026-11-27T00:00:00', at);

  it('counts though a list that held at the time stamp does not know it yet', async () => {
    const outcome = await judged(
      { stamped: true },
      { crls: [ofMay, newer('2026-04-30T00:00:00')] },
    );
    expect(outcome.subIndication).toBe('REVOKED_NO_POE');
  });

  it('does not reach back behind the time stamp', async () => {
    const crls = [ofMay, newer('2026-05-02T00:00:00')];
    expect((await judged({ stamped: true }, { crls })).indication).toBe('TOTAL_PASSED');
  });
});

describe('a hold', () => {
  const held = list('2026-11-20T00:00:00', '2026-11-27T00:00:00', '2026-10-01T00:00:00', 6);

  it('leaves it open whether a signature counts that may be newer', async () => {
    expect(await judged({}, { crls: [held] })).toMatchObject({
      ...{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' },
      codes: ['SIGNATURE_INTACT', 'CHAIN_TRUSTED', 'CERTIFICATE_SUSPENDED'],
    });
  });

  it('changes nothing for what a time stamp proves to be older', async () => {
    expect((await judged({ stamped: true }, { crls: [held] })).indication).toBe('TOTAL_PASSED');
  });

  it('of an authority leaves it open as well', async () => {
    const city = makeAuthority('LATIHAN CA Kota', { issuer: root });
    const ani = makeSigner('Ani Kota', city);
    const window = { thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-11-27T00:00:00' };
    const entry = { at: '2026-10-01T00:00:00', extensions: [reasonExtension(6)] };
    const crls = [
      makeCrl({ issuer: root, ...window, entries: [{ serial: city.serial, ...entry }] }),
      makeCrl({ issuer: city, ...window }),
    ];
    const bytes = makeDocument((digest) =>
      makeCms({ signer: ani, digest, certificates: [ani.der, city.der] }),
    );
    const { subIndication, codes } = await judgeOne(bytes, { anchors: [root.der], crls });
    expect(subIndication).toBe('TRY_LATER');
    expect(codes).toContain('CERTIFICATE_SUSPENDED');
  });
});

const about = (more: Partial<OcspOptions>): Uint8Array =>
  makeOcsp({
    ...{ certificate: signer, issuer: root },
    ...{ thisUpdate: '2026-11-23T00:00:00', nextUpdate: '2026-11-30T00:00:00', ...more },
  });

describe('of a certificate that has ended', () => {
  const cutoff = (iso: string) => [{ oid: OID.ocspArchiveCutoff, value: time(iso) }];
  const kept = (iso: string): Uint8Array =>
    makeCrl({
      ...{ issuer: root, thisUpdate: '2026-11-20T00:00:00', nextUpdate: '2026-11-27T00:00:00' },
      extensions: [{ oid: OID.expiredCertsOnCrl, value: time(iso) }],
    });

  it.each([
    ['an answer with an archive cutoff before its end', '2026-05-01T00:00:00', true],
    ['an answer with an archive cutoff after its end', '2026-07-01T00:00:00', false],
  ])('%s tells', async (_, iso, tells) => {
    const ocsps = [about({ certificate: expired, singleExtensions: cutoff(iso) })];
    expect((await judged({ by: expired }, { ocsps })).subIndication).toBe(
      tells ? 'OUT_OF_BOUNDS_NOT_REVOKED' : 'OUT_OF_BOUNDS_NO_POE',
    );
    const stamped = await judged({ by: expired, stamped: true }, { ocsps });
    expect(stamped.indication).toBe(tells ? 'TOTAL_PASSED' : 'INDETERMINATE');
  });

  it('a list tells that keeps those that ended since, and no other', async () => {
    const telling = await judged({ by: expired }, { crls: [kept('2026-05-01T00:00:00')] });
    expect(telling.subIndication).toBe('OUT_OF_BOUNDS_NOT_REVOKED');
    for (const crls of [[kept('2026-07-01T00:00:00')], [list('2026-11-20', '2026-11-27')]]) {
      expect((await judged({ by: expired }, { crls })).subIndication).toBe('OUT_OF_BOUNDS_NO_POE');
    }
  });

  it('a revocation is graver than that it has ended', async () => {
    const status = { revokedAt: '2026-05-20T00:00:00', reason: 1 };
    const ocsps = [about({ certificate: expired, status })];
    const { subIndication, codes } = await judged({ by: expired }, { ocsps });
    expect(subIndication).toBe('REVOKED_NO_POE');
    expect(codes).toContain('CERTIFICATE_EXPIRED');
  });
});

describe('a responder', () => {
  const responder = (notBefore: string, notAfter: string) =>
    makeSigner('OCSP Berganti', root, { purposes: [OID.ocspSigning], notBefore, notAfter });

  it('may have got its certificate after the time stamp that it speaks about', async () => {
    const young = responder('2026-11-01T00:00:00', '2026-12-01T00:00:00');
    const ocsps = [about({ responder: young })];
    expect((await judged({ stamped: true }, { ocsps })).indication).toBe('TOTAL_PASSED');
  });

  it('that has ended vouches for nobody any more, and its word of a revocation stands', async () => {
    const old = responder('2026-01-01T00:00:00', '2026-11-23T12:00:00');
    const good = await judged({}, { ocsps: [about({ responder: old })] });
    expect(good.subIndication).toBe('REVOCATION_OUT_OF_BOUNDS_NO_POE');
    const status = { revokedAt: '2026-10-01T00:00:00', reason: 1 };
    const bad = await judged({}, { ocsps: [about({ responder: old, status })] });
    expect(bad.subIndication).toBe('REVOKED_NO_POE');
  });

  it('that has ended is not missed where another answer is there', async () => {
    const old = responder('2026-01-01T00:00:00', '2026-11-23T12:00:00');
    const ocsps = [about({ responder: old }), about({})];
    expect((await judged({}, { ocsps })).indication).toBe('TOTAL_PASSED');
  });
});

describe('a document that makes work beyond all measure', () => {
  const at = new Date('2026-11-24T00:00:00Z');
  const held = { thisUpdate: '2026-11-23T00:00:00', nextUpdate: '2026-11-30T00:00:00' };
  const good = makeOcsp({ certificate: signer, issuer: root, ...held });
  const revoked = makeOcsp({
    ...{ certificate: signer, issuer: root, ...held },
    status: { revokedAt: '2026-11-01T00:00:00' },
  });

  /** @param verifications until it was too much */
  function status(ocspResponses: readonly Uint8Array[], verifications: number) {
    const effort = {
      isExhausted: false,
      spend: () => undefined,
      mayVerify: () => {
        effort.isExhausted = (verifications -= 1) < 0;
        return !effort.isExhausted;
      },
    };
    const evidence = new RevocationEvidence(SHIPPED_POLICY, effort);
    evidence.add({ ocspResponses, crls: [] });
    const [certificate, issuer] = [readCertificate(signer.der), readCertificate(root.der)];
    return evidence.statusOf(certificate, issuer, {
      ...{ at, usedAt: at, others: [], accepts: () => true },
    }).status;
  }

  it('has nothing good believed, for what was not looked at might say otherwise', () => {
    expect(status([good], 1)).toBe('good');
    expect(status([good, revoked], 2)).toBe('revoked');
    expect(status([good, revoked], 1)).toBe('unknown');
    expect(status([good], 0)).toBe('unknown');
  });

  it('is still told what was seen of a revocation', () => {
    expect(status([revoked, good], 1)).toBe('revoked');
  });
});
