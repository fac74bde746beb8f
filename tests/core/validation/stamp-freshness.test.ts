// How fresh what is known of a time-stamp authority must be (ETSI EN 319 102-1 5.2.5, 5.6.3): it held when the
// stamp was made, or was said later. A revocation that is known at all ends the stamp, whatever else was said.
import { describe, expect, it } from 'vitest';
import { OID } from '../../../core/cms/oids.ts';
import { SHIPPED_POLICY } from '../../../core/validation/policy.ts';
import type { OnlineRevocation } from '../../../core/validation/revocation/online.ts';
import { makeCrl, makeOcsp, type OcspOptions } from '../../support/services/test-proofs.ts';
import { makeAuthority, makeSigner } from '../support/test-certificates.ts';
import { attribute, makeCms, makeToken } from '../support/test-cms.ts';
import { judgeOne, type JudgeOptions, makeDocument } from '../support/test-document.ts';

const root = makeAuthority('LATIHAN Root');
const signer = makeSigner('Budi Penguji', root);
const tsa = makeSigner('LATIHAN Stempel Waktu', root, { purposes: [OID.timeStamping] });
const STAMPED = '2026-05-01T10:00:00';

type Said = Pick<OcspOptions, 'status' | 'thisUpdate' | 'nextUpdate'>;
const about = (certificate: OcspOptions['certificate'], said: Said): Uint8Array =>
  makeOcsp({ certificate, issuer: root, ...said });
const aboutSigner = about(signer, {
  thisUpdate: '2026-05-01T10:00:05',
  nextUpdate: '2026-05-02T10:00:05',
});
/** As signing at B-LT collects it: seconds after the stamp, good for a day. */
const AFTER: Said = { thisUpdate: '2026-05-01T10:00:05', nextUpdate: '2026-05-02T10:00:05' };
/** As many responders answer: made ready before, and still good when the stamp was made. */
const HELD: Said = { thisUpdate: '2026-05-01T06:00:00', nextUpdate: '2026-05-02T06:00:00' };
const BEFORE: Said = { thisUpdate: '2026-04-20T00:00:00', nextUpdate: '2026-04-27T00:00:00' };

const signed = makeDocument((digest) =>
  makeCms({
    ...{ signer, digest },
    unsigned: (value) => [
      attribute(OID.signatureTimeStampToken, makeToken(value, { authority: tsa, time: STAMPED })),
    ],
  }),
);
const stampedFile = makeDocument(
  (_, bytes) => makeToken(bytes, { authority: tsa, time: STAMPED }),
  { subFilter: 'ETSI.RFC3161', type: 'docTimeStamp' },
);

const NEXT_DAY = '2026-05-03T00:00:00Z';
const judgeSigned = (said: readonly Uint8Array[], more: JudgeOptions = {}) =>
  judgeOne(signed, {
    ...{ anchors: [root.der], ocsps: [aboutSigner, ...said], now: NEXT_DAY },
    ...more,
  });
const judgeStamp = (said: readonly Uint8Array[], more: JudgeOptions = {}) =>
  judgeOne(stampedFile, { anchors: [root.der], ocsps: said, now: NEXT_DAY, ...more });

describe.each([
  ['a signature', judgeSigned, 'TIMESTAMP_REVOCATION_UNKNOWN'],
  ['a document time stamp', judgeStamp, 'REVOCATION_UNKNOWN'],
] as const)('the newest time stamp of %s', (_, judge, unknown) => {
  it('passes without a remark while the answer about its authority holds', async () => {
    const { codes, indication } = await judge([about(tsa, AFTER)], { now: '2026-05-01T20:00:00Z' });
    expect(indication).toBe('TOTAL_PASSED');
    expect(codes).not.toContain('TIMESTAMP_STATUS_OLD');
  });

  it.each([
    ['was said after the stamp', AFTER],
    ['held when it was made', HELD],
  ])('passes with a remark by an answer that %s and holds no longer', async (__, said) => {
    const { codes, indication, bestTime, reasons } = await judge([about(tsa, said)]);
    expect(indication).toBe('TOTAL_PASSED');
    expect(bestTime).toBe('2026-05-01T10:00:00.000Z');
    expect(codes).toContain('TIMESTAMP_STATUS_OLD');
    expect(reasons.find(({ code }) => code === 'TIMESTAMP_STATUS_OLD')?.params).toEqual({
      authority: 'LATIHAN Stempel Waktu',
      time: `${said.thisUpdate ?? ''}.000Z`,
    });
  });

  it('stays undecided by an answer from before the stamp, and by none', async () => {
    for (const said of [[about(tsa, BEFORE)], []]) {
      const { codes, indication, subIndication } = await judge(said);
      expect([indication, subIndication]).toEqual(['INDETERMINATE', 'TRY_LATER']);
      expect(codes).toContain(unknown);
    }
  });

  it('stays undecided where a policy asks for today’s word', async () => {
    const severities = { 'timestamp-authority-fresh': 'indeterminate' } as const;
    const policy = { ...SHIPPED_POLICY, severities };
    const { indication, subIndication } = await judge([about(tsa, AFTER)], { policy });
    expect([indication, subIndication]).toEqual(['INDETERMINATE', 'TRY_LATER']);
    const fresh = { policy, now: '2026-05-01T20:00:00Z' };
    expect((await judge([about(tsa, AFTER)], fresh)).indication).toBe('TOTAL_PASSED');
  });

  it('proves nothing once a revocation is known, beside any older word', async () => {
    const entries = [{ serial: tsa.serial, at: '2026-05-02T00:00:00' }];
    const list = { thisUpdate: '2026-05-02T12:00:00', nextUpdate: '2026-05-09T00:00:00' };
    const revoked = { crls: [makeCrl({ issuer: root, entries, ...list })] };
    const { codes } = await judge([about(tsa, AFTER)], revoked);
    expect(codes.some((code) => /REVOKED$/.test(code))).toBe(true);
    expect(codes).not.toContain('TIMESTAMP_PRESENT');
    expect(codes).not.toContain('TIMESTAMP_STATUS_OLD');
  });

  it('is asked about online all the same, and what is answered counts', async () => {
    const asked: string[] = [];
    const online =
      (said: Said): OnlineRevocation =>
      (certificate) => {
        asked.push(certificate.commonName);
        return Promise.resolve({ ocspResponses: [about(tsa, said)], crls: [] });
      };
    const today = { thisUpdate: '2026-05-02T23:00:00', nextUpdate: '2026-05-03T23:00:00' };
    const good = await judge([about(tsa, AFTER)], { online: online(today) });
    expect(asked).toEqual(['LATIHAN Stempel Waktu']);
    expect(good.indication).toBe('TOTAL_PASSED');
    expect(good.codes).not.toContain('TIMESTAMP_STATUS_OLD');
    const gone = { ...today, status: { revokedAt: '2026-05-02T00:00:00', reason: 1 } };
    const bad = await judge([about(tsa, AFTER)], { online: online(gone) });
    expect(bad.codes.some((code) => /REVOKED$/.test(code))).toBe(true);
  });

  it('proves nothing after its certificate has expired', async () => {
    const { codes, indication } = await judge([about(tsa, AFTER)], { now: '2041-01-01T00:00:00Z' });
    expect(indication).toBe('INDETERMINATE');
    expect(codes).not.toContain('TIMESTAMP_PRESENT');
  });
});

it('an old answer does not vouch for a signer without a time stamp', async () => {
  const bare = makeDocument((digest) => makeCms({ signer, digest }));
  const options = { anchors: [root.der], ocsps: [aboutSigner], now: NEXT_DAY };
  expect(await judgeOne(bare, options)).toMatchObject({
    ...{ indication: 'INDETERMINATE', subIndication: 'TRY_LATER' },
    revocation: { status: 'UNKNOWN', embedded: ['ocsp'] },
  });
});
